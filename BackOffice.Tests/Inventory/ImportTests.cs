using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Transfer;
using static BackOffice.Tests.Inventory.Files;

namespace BackOffice.Tests.Inventory;

public sealed class ImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_bring_their_categories_and_suppliers_and_a_second_time_nothing_changes()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.House.ImportAsync("inventory.suppliers", "Number,Name,Lead time,IBAN\nV1,Vogel,7,DE89370400440532013000\n");
        const string file = "SKU,Name,Category,Price,Supplier,Supplier price,EAN\nA,Anvil,Tools,10.50,V1,6.25,1\nB,Bolt,Tools,0.05,Vogel,0.02,2\nC,Chisel,Hand tools,12,,,\n";

        var first = await warehouse.House.ImportAsync("inventory.items", file);
        var second = await warehouse.House.ImportAsync("inventory.items", file);
        var third = await warehouse.House.ImportAsync("inventory.items", file.Replace("6.25", "6.5", StringComparison.Ordinal).Replace("Chisel", "Wood chisel", StringComparison.Ordinal));

        Assert.Equal(["3 = 3 + 0 + 0 + 0", "3 = 0 + 0 + 3 + 0", "3 = 0 + 2 + 1 + 0"], new[] { first, second, third }.Select(Counts));
        var categories = await warehouse.House.Get<CategoryTree>().ListAsync(Ct);
        Assert.Equal([("Hand tools", 1, 1), ("Tools", 1, 2)], categories.Select(c => (c.Name, c.Depth, c.Items)));
        var items = (await warehouse.House.Get<ItemCatalog>().ListAsync(new GridQuery { Sorts = [new GridSort("Sku")] }, Ct)).Rows;
        Assert.Equal([("A", "Anvil", 10.5m), ("B", "Bolt", 0.05m), ("C", "Wood chisel", 12m)], items.Select(i => (i.Sku, i.Name, i.Price)));
        Assert.Equal(6.5m, Assert.Single(await warehouse.House.Get<SupplierDirectory>().SellersAsync(items[0].Id, Ct)).Price);
        Assert.All(await warehouse.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_says_why_and_the_others_come_in()
    {
        await using var warehouse = await Warehouse.OpenAsync();

        var run = await warehouse.House.ImportAsync("inventory.items", """
            SKU,Name,Category,Price,Supplier
            A,Anvil,,10,
            A,Again,,10,
            B,,,1,
            C,Chisel,,-1,
            D,Drill,,5,Nobody
            E,Edge,77,5,
            F,مرحبا 🔧,,5,
            """);

        Assert.Equal("7 = 2 + 0 + 0 + 5", Counts(run));
        var reasons = await warehouse.House.ReasonsAsync(run);
        Assert.Contains(reasons, r => r.Contains("B is new and needs a name.", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("There is no supplier \"Nobody\".", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("There is no category \"77\".", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("Price", StringComparison.Ordinal));
        Assert.Equal("مرحبا 🔧", (await warehouse.House.Get<ItemCatalog>().ListAsync(new GridQuery { Search = "مرحبا" }, Ct)).Rows.Single().Name);
    }

    [Fact]
    public async Task An_import_of_items_is_undone_as_a_whole_unless_stock_came_to_lie_on_them()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var first = await warehouse.House.ImportAsync("inventory.items", "SKU,Name,Category\nA,Anvil,Tools\nB,Bolt,Tools\n");
        var book = warehouse.House.Get<ImportBook>();
        await book.UndoAsync(first.Id, RequestKey.New(), Ct);
        Assert.Equal(0, await warehouse.LookAsync(async db => await db.Set<Item>().CountAsync(Ct) + await db.Set<ItemStock>().CountAsync(Ct) + await db.Set<ItemCategory>().CountAsync(Ct)));

        var second = await warehouse.House.ImportAsync("inventory.items", "SKU,Name,Category\nA,Anvil,Tools\nB,Bolt,Tools\n");
        await warehouse.ReceiveAsync((await warehouse.LookAsync(db => db.Set<Item>().SingleAsync(i => i.Sku == "A", Ct))), 1, 1m);

        await Assert.ThrowsAsync<RuleBroken>(() => book.UndoAsync(second.Id, RequestKey.New(), Ct));
        Assert.Equal(2, await warehouse.LookAsync(db => db.Set<Item>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Opening_stock_is_booked_once_and_can_be_taken_back()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var (bolt, milk) = (await warehouse.ItemAsync("BOLT"), await warehouse.ItemAsync("MILK", i => i.TracksExpiry = true));
        const string file = "SKU,Location,Lot,Expires,Quantity,Unit cost\nBOLT,,,,40,0.5\nBOLT,BACK,,,2,0.5\nMILK,MAIN,L1,2026-12-24,3,1\nMILK,MAIN,,,3,1\nBOLT,NOWHERE,,,1,1\nMILK,BACK,L2,2026-12-24,-3,1\n";

        var first = await warehouse.House.ImportAsync("inventory.opening-stock", file);
        var again = await warehouse.House.ImportAsync("inventory.opening-stock", file);
        var other = await warehouse.House.ImportAsync("inventory.opening-stock", file.Replace("40", "41", StringComparison.Ordinal));

        Assert.Equal(["6 = 3 + 0 + 0 + 3", "6 = 0 + 0 + 3 + 3", "6 = 0 + 0 + 2 + 4"], new[] { first, again, other }.Select(Counts));
        Assert.Contains("Opening stock of 40 of BOLT was booked before. Count the stock to correct it.", string.Join('\n', await warehouse.House.ReasonsAsync(other)), StringComparison.Ordinal);
        Assert.Equal((42m, 21m), await warehouse.TotalsAsync(bolt) is var t ? (t.OnHand, t.StockValue) : default);
        Assert.Equal(3m, await warehouse.BalanceAsync(milk, warehouse.Main));

        await warehouse.House.Get<ImportBook>().UndoAsync(first.Id, RequestKey.New(), Ct);

        Assert.Equal(0m, (await warehouse.TotalsAsync(bolt)).Owned);
        Assert.Equal("6 = 3 + 0 + 0 + 3", Counts(await warehouse.House.ImportAsync("inventory.opening-stock", file)));
        Assert.All(await warehouse.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task The_main_store_named_in_one_row_and_left_out_in_another_is_booked_once()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var bolt = await warehouse.ItemAsync("BOLT");

        var run = await warehouse.House.ImportAsync("inventory.opening-stock", "SKU,Location,Quantity\nBOLT,,40\nBOLT,MAIN,30\n");

        Assert.Equal("2 = 1 + 0 + 0 + 1", Counts(run));
        Assert.Equal(40m, (await warehouse.TotalsAsync(bolt)).OnHand);
    }

    [Fact]
    public async Task Children_of_a_file_find_their_parents_further_up()
    {
        await using var warehouse = await Warehouse.OpenAsync();

        await warehouse.House.ImportAsync("inventory.categories", "Code,Name,Parent\nT,Tools,\nD,Drills,T\nH,Hammer drills,Drills\n");
        await warehouse.House.ImportAsync("inventory.locations", "Code,Name,Kind,Parent\nHQ,Head office,Site,\nHQ-1,Hall 1,Store,HQ\n");
        var lost = await warehouse.House.ImportAsync("inventory.categories", "Code,Name,Parent\nX,Lost,Nowhere\n");
        var moved = await warehouse.House.ImportAsync("inventory.categories", "Code,Name,Parent\nH,Hammer drills,T\n");

        var tree = (await warehouse.House.Get<CategoryTree>().ListAsync(Ct)).ToDictionary(c => c.Name, c => c.Depth);
        Assert.Equal((1, 2, 2), (tree["Tools"], tree["Drills"], tree["Hammer drills"]));
        Assert.Equal("1 = 0 + 0 + 0 + 1", Counts(lost));
        Assert.Equal("1 = 0 + 1 + 0 + 0", Counts(moved));
        Assert.Equal(2, (await warehouse.House.Get<BackOffice.Domain.Inventory.Locations.LocationTree>().ListAsync(Ct)).Single(l => l.Code == "HQ-1").Depth);
    }
}
