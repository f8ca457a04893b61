using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Inventory.Counts;

/// <summary>Stock counts, from the plan to the booked differences. Nothing is frozen: stock moves on while people count.</summary>
public sealed class StockCounting(Office office)
{
    /// <summary>All counts.</summary>
    [List("inventory.counts")]
    public Task<Page<CountRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => CountRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One count.</summary>
    public Task<StockCount> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<StockCount>(id, ct), ct);

    /// <summary>The sheet of a count. Who counts blind does not see what the books say before everything is counted.</summary>
    public Task<Page<CountLineRow>> SheetAsync(long countId, GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var count = await db.FindAsync<StockCount>(countId, ct);
            var hide = count is { IsBlind: true, State: CountState.Planned or CountState.Counting };
            return await CountLineRow.From(db, countId, hide).ToPageAsync(query, ct);
        }, ct);

    /// <summary>Plans a count of a branch of locations: one line for everything that lies there now.</summary>
    /// <returns>The count's id.</returns>
    public Task<long> PlanAsync(long locationId, long? categoryId, DateOnly plannedOn, bool isBlind, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, key, async db =>
        {
            var place = (await db.FindAsync<Location>(locationId, ct)).Path;
            var branch = categoryId is { } id ? (await db.FindAsync<ItemCategory>(id, ct)).Path : null;
            var count = new StockCount { Number = await db.NextNumberAsync("SC", ct), LocationId = locationId, CategoryId = categoryId, PlannedOn = plannedOn, IsBlind = isBlind };
            db.Add(count);
            await db.FlushAsync(ct);
            var there = await (from account in db.Set<StockAccount>()
                               join item in db.Set<Item>() on account.ItemId equals item.Id
                               join location in db.Set<Location>() on account.LocationId equals location.Id
                               join category in db.Set<ItemCategory>() on item.CategoryId equals category.Id into categories
                               from category in categories.DefaultIfEmpty()
                               where account.Balance != 0 && location.Path.StartsWith(place) && (branch == null || category!.Path.StartsWith(branch))
                               orderby location.Path, item.Sku
                               select new { account.ItemId, account.LocationId, account.LotId, account.Quality }).ToListAsync(ct);
            Rule.Require(there.Count > 0, "There is nothing to count there.");
            db.AddRange(there.Select(a => new CountLine { CountId = count.Id, ItemId = a.ItemId, LocationId = a.LocationId, LotId = a.LotId, Quality = a.Quality }));
            return count.Id;
        }, ct);

    /// <summary>Adds something that turned up and was not on the sheet, counted at once. A lot that nobody knows yet is opened.</summary>
    /// <returns>The line's id.</returns>
    public Task<long> AddLineAsync(long countId, FoundGoods found, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, key, async db =>
        {
            var count = await db.FindAsync<StockCount>(countId, ct);
            count.Reopen();
            var item = await db.FindAsync<Item>(found.ItemId, ct);
            var location = await db.FindAsync<Location>(found.LocationId, ct);
            Rule.RequireField(nameof(CountLine.LocationId), location.Path.StartsWith((await db.FindAsync<Location>(count.LocationId, ct)).Path, StringComparison.Ordinal), "{0} is not part of {1}.", location.Code, count.Number);
            var lotId = (await LotShelf.FoundAsync(db, item, found.LotCode, found.ExpiresOn, ct))?.Id;
            Rule.Require(!await db.Set<CountLine>().AnyAsync(l => l.CountId == countId && l.ItemId == item.Id && l.LocationId == location.Id && l.LotId == lotId && l.Quality == found.Quality, ct), "{0} is on the sheet already.", item.Sku);
            var line = new CountLine { CountId = countId, ItemId = item.Id, LocationId = location.Id, LotId = lotId, Quality = found.Quality };
            db.Add(line);
            await WriteDownAsync(db, line, found.Counted, db.Now, ct);
            await db.FlushAsync(ct);
            return line.Id;
        }, ct);

    /// <summary>Writes down what was counted, and where the ledger stood at that moment.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="counted">How much there was.</param>
    /// <param name="countedAt">When, in UTC, for sheets of paper entered later; now when not given.</param>
    /// <param name="key">The wish.</param>
    /// <param name="ct">Cancels.</param>
    public Task RecordAsync(long lineId, decimal counted, DateTime? countedAt = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, key, async db =>
        {
            var line = await db.FindAsync<CountLine>(lineId, ct);
            (await db.FindAsync<StockCount>(line.CountId, ct)).Begin();
            var at = countedAt ?? db.Now;
            Rule.RequireField(nameof(CountLine.CountedAt), at <= db.Now, "Nothing can have been counted at {0:g}, which is still to come.", at);
            await WriteDownAsync(db, line, counted, at, ct);
        }, ct);

    /// <summary>Everything is counted; the differences go to whoever approves them.</summary>
    public Task FinishAsync(long countId, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, async db =>
            (await db.FindAsync<StockCount>(countId, ct)).Finish(await db.Set<CountLine>().CountAsync(l => l.CountId == countId && l.Counted == null, ct)), ct);

    /// <summary>Has lines counted once more.</summary>
    public Task RecountAsync(long countId, IReadOnlyList<long> lineIds, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, async db =>
        {
            (await db.FindAsync<StockCount>(countId, ct)).Reopen();
            foreach (var line in await db.Set<CountLine>().Where(l => l.CountId == countId && lineIds.Contains(l.Id)).ToListAsync(ct)) line.Forget();
        }, ct);

    /// <summary>Says why lines differ.</summary>
    public Task ExplainAsync(long countId, IReadOnlyList<long> lineIds, DifferenceReason reason, string? note = null, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, async db =>
        {
            Rule.Require((await db.FindAsync<StockCount>(countId, ct)).State is CountState.Counting or CountState.Review, "This count is closed.");
            foreach (var line in await db.Set<CountLine>().Where(l => l.CountId == countId && lineIds.Contains(l.Id)).ToListAsync(ct)) line.Explain(reason, note);
        }, ct);

    /// <summary>Gives a count up; nothing is booked.</summary>
    public Task CancelAsync(long countId, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Count, async db => (await db.FindAsync<StockCount>(countId, ct)).Cancel(), ct);

    private static async Task WriteDownAsync(BackOfficeDb db, CountLine line, decimal counted, DateTime at, CancellationToken ct)
    {
        var lotKey = line.LotId ?? 0;
        var last = await (from entry in db.Set<StockEntry>()
                          join account in db.Set<StockAccount>() on entry.AccountId equals account.Id
                          where account.ItemId == line.ItemId && account.LocationId == line.LocationId && account.LotKey == lotKey && account.Quality == line.Quality && entry.PostedAt <= at
                          orderby entry.Id descending
                          select new { entry.Id, entry.BalanceAfter }).FirstOrDefaultAsync(ct);
        line.Record(counted, last?.BalanceAfter ?? 0, last?.Id ?? 0, at, db.Actor.Name);
    }
}
