using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Counts;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Transfers;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Inventory;

/// <summary>The demo company's stock counts in every state, goods on their way between its stores, and what suppliers promised.</summary>
internal sealed class CountingSamples(Office office, StockCounting counting, CountApproval approval, TransferDesk transfers, ReceivingDock dock) : ISamples
{
    /// <inheritdoc/>
    public int Order => 66;

    /// <inheritdoc/>
    public string Words => "Stock counts, transfers and promised days";

    /// <inheritdoc/>
    public async Task FillAsync(Faker chance, CancellationToken ct)
    {
        var shelves = await office.ReadAsync(InventoryPermissions.View, db => ShelvesAsync(db, ct), ct);
        if (shelves.Count < 4) return;
        var posted = await CountAsync(shelves[0], isBlind: false, whole: true, ct);
        await approval.ApproveAsync(posted, (await counting.GetAsync(posted, ct)).Version, ct: ct);
        await CountAsync(shelves[1], isBlind: false, whole: true, ct);
        await CountAsync(shelves[2], isBlind: true, whole: false, ct);
        await counting.PlanAsync(shelves[3].Location, shelves[3].Category, (await TodayAsync(ct)).AddDays(3), isBlind: false, ct: ct);
        await TransferAsync(chance, ct);
        await PromiseAsync(ct);
    }

    private Task<DateOnly> TodayAsync(CancellationToken ct) => office.ReadAsync(InventoryPermissions.View, db => Task.FromResult(db.Today), ct);

    // A category at a store with something, but not too much, to count.
    private static async Task<List<(long Location, long Category)>> ShelvesAsync(BackOfficeDb db, CancellationToken ct) =>
        [.. (await (from account in db.Set<StockAccount>()
                    join item in db.Set<Item>() on account.ItemId equals item.Id
                    join location in db.Set<Location>() on account.LocationId equals location.Id
                    where account.Balance > 0 && item.CategoryId != null && location.Kind == LocationKind.Store
                    group account by new { account.LocationId, item.CategoryId } into shelf
                    where shelf.Count() >= 4 && shelf.Count() <= 30
                    orderby shelf.Key.LocationId, shelf.Key.CategoryId
                    select new { shelf.Key.LocationId, shelf.Key.CategoryId }).ToListAsync(ct)).DistinctBy(s => s.CategoryId).Take(4).Select(s => (s.LocationId, s.CategoryId!.Value))];

    private async Task<long> CountAsync((long Location, long Category) shelf, bool isBlind, bool whole, CancellationToken ct)
    {
        var id = await counting.PlanAsync(shelf.Location, shelf.Category, await TodayAsync(ct), isBlind, ct: ct);
        var lines = await office.ReadAsync(InventoryPermissions.View, db =>
            (from line in db.Set<CountLine>()
             join account in db.Set<StockAccount>() on new { line.ItemId, line.LocationId, Lot = line.LotId ?? 0, line.Quality } equals new { account.ItemId, account.LocationId, Lot = account.LotKey, account.Quality }
             where line.CountId == id
             orderby line.Id
             select new { line.Id, account.Balance }).ToListAsync(ct), ct);
        foreach (var (line, place) in lines.Select((l, i) => (l, i)).Where(l => whole || l.i % 2 == 0))
        {
            var counted = place == 2 ? line.Balance + 1 : place == 3 && line.Balance > 2 ? line.Balance - 2 : line.Balance;
            await counting.RecordAsync(line.Id, counted, ct: ct);
            if (counted != line.Balance) await counting.ExplainAsync(id, [line.Id], counted > line.Balance ? DifferenceReason.Found : DifferenceReason.Missing, ct: ct);
        }
        if (whole && lines.Count > 0) await counting.FinishAsync(id, ct);
        return id;
    }

    private async Task TransferAsync(Faker chance, CancellationToken ct)
    {
        var (stores, goods) = await office.ReadAsync(InventoryPermissions.View, async db =>
            (await db.Set<Location>().Where(l => l.Kind == LocationKind.Store).OrderBy(l => l.Id).Select(l => l.Id).Take(2).ToListAsync(ct),
             await (from account in db.Set<StockAccount>()
                    join item in db.Set<Item>() on account.ItemId equals item.Id
                    where account.Balance >= 20 && account.LotId == null && account.Quality == StockQuality.Good && item.Status == ItemStatus.Active
                    orderby account.LocationId, item.Sku
                    select new { account.ItemId, account.LocationId }).ToListAsync(ct)), ct);
        if (stores.Count < 2) return;
        List<TransferWish> wishes = [.. goods.Where(g => g.LocationId == stores[0]).Take(9).Select(g => new TransferWish(g.ItemId, chance.Random.Int(2, 8)))];
        if (wishes.Count < 9) return;
        var today = await TodayAsync(ct);
        foreach (var (part, place) in wishes.Chunk(3).Select((w, i) => (w, i)))
        {
            var id = await transfers.SendAsync(stores[0], stores[1], part, today.AddDays(place), "Weekly round", ct: ct);
            if (place == 2) continue;
            var lines = await transfers.LinesAsync(id, ct);
            await transfers.ReceiveAsync(id, [.. lines.Take(place == 0 ? 3 : 1).Select(l => new Domain.Inventory.Transfers.Arrival(l.Id, l.Quantity))], ct: ct);
        }
    }

    private async Task PromiseAsync(CancellationToken ct)
    {
        var orders = await office.ReadAsync(InventoryPermissions.View, db => db.Set<PurchaseOrder>().Where(o => o.State == OrderState.Sent).OrderBy(o => o.Id).Include(o => o.Lines).Take(2).ToListAsync(ct), ct);
        var today = await TodayAsync(ct);
        foreach (var order in orders)
        {
            await dock.PromiseAsync(order.Id, null, today.AddDays(-1), "Mr Shah, by telephone", RequestKey.New(), ct);
            await dock.PromiseAsync(order.Id, order.Lines[0].Id, today.AddDays(2), "Mr Shah, by mail", RequestKey.New(), ct);
        }
    }
}
