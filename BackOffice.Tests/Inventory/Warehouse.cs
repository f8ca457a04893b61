using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Inventory;

/// <summary>A house with a warehouse: two stores of a site, a transit, and what the tests ask for.</summary>
internal sealed class Warehouse : IAsyncDisposable
{
    private Warehouse(TestHouse house) => House = house;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestHouse House { get; }
    public Office Office => House.Get<Office>();
    public Location Main { get; private set; } = null!;
    public Location Back { get; private set; } = null!;
    public Location Transit { get; private set; } = null!;

    public static async Task<Warehouse> OpenAsync()
    {
        var warehouse = new Warehouse(await TestHouse.OpenAsync());
        warehouse.Main = await warehouse.LocationAsync("MAIN");
        warehouse.Back = await warehouse.LocationAsync("BACK");
        warehouse.Transit = await warehouse.LocationAsync("TRANSIT", l => l.Kind = LocationKind.Transit);
        return warehouse;
    }

    public Task<Location> LocationAsync(string code, Action<Location>? shape = null, Location? parent = null) => Office.ChangeAsync(InventoryPermissions.Edit, async db =>
    {
        var location = new Location { Code = code, Name = code, Kind = LocationKind.Store };
        shape?.Invoke(location);
        db.Add(location);
        await db.FlushAsync(Ct);
        location.PlaceUnder(parent is null ? null : await db.FindAsync<Location>(parent.Id, Ct));
        return location;
    }, Ct);

    public Task<Item> ItemAsync(string sku, Action<Item>? shape = null) => Office.ChangeAsync(InventoryPermissions.Edit, async db =>
    {
        var item = new Item { Sku = sku, Name = $"Item {sku}" };
        shape?.Invoke(item);
        db.Add(item);
        await db.FlushAsync(Ct);
        StockBook.Open(db, [item.Id]);
        return item;
    }, Ct);

    public Task<List<Item>> ItemsAsync(int count) => Office.ChangeAsync(InventoryPermissions.Edit, async db =>
    {
        var items = Enumerable.Range(1, count).Select(i => new Item { Sku = $"B-{i:0000}", Name = $"Bolt {i}" }).ToList();
        await db.InsertManyAsync(items, Ct);
        StockBook.Open(db, items.Select(i => i.Id));
        return items;
    }, Ct);

    public Task PostAsync(StockReason reason, params StockLine[] lines) => PostAsync(new StockPosting(reason, lines));

    public Task PostAsync(StockPosting posting) =>
        Office.ChangeAsync(InventoryPermissions.Move, async db => { await StockBook.PostAsync(db, posting, Ct); }, Ct);

    public Task ReceiveAsync(Item item, decimal quantity, decimal cost, Location? to = null) =>
        PostAsync(StockReason.Received, StockLine.In(item.Id, new StockPlace((to ?? Main).Id), quantity, cost));

    public Task IssueAsync(Item item, decimal quantity, Location? from = null) =>
        PostAsync(StockReason.Issued, StockLine.Out(item.Id, new StockPlace((from ?? Main).Id), quantity));

    public Task<ItemStock> TotalsAsync(Item item) => LookAsync(db => db.Set<ItemStock>().SingleAsync(s => s.ItemId == item.Id, Ct));

    public Task<decimal> BalanceAsync(Item item, Location location, StockQuality quality = StockQuality.Good) =>
        LookAsync(db => db.Set<StockAccount>().Where(a => a.ItemId == item.Id && a.LocationId == location.Id && a.Quality == quality).SumAsync(a => a.Balance, Ct));

    public Task<T> LookAsync<T>(Func<BackOffice.Domain.Platform.Saving.BackOfficeDb, Task<T>> ask) => Office.ReadAsync(InventoryPermissions.View, ask, Ct);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
