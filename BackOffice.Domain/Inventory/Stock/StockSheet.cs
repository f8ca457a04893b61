using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>Everything one posting touches, read with a handful of queries however many lines it has, and the entries it writes.</summary>
internal sealed class StockSheet
{
    private static readonly Func<BackOfficeDb, long[], IAsyncEnumerable<ItemRead>> Items = Standing.Question((BackOfficeDb db, long[] ids) =>
        from item in db.Set<Item>().AsTracking()
        join totals in db.Set<ItemStock>() on item.Id equals totals.ItemId
        where ids.Contains(item.Id)
        select new ItemRead(item, totals));

    // Every location at least once, and every account of the items there.
    private static readonly Func<BackOfficeDb, long[], long[], IAsyncEnumerable<PlaceRead>> Places = Standing.Question((BackOfficeDb db, long[] locationIds, long[] itemIds) =>
        from location in db.Set<Location>().AsTracking()
        join account in db.Set<StockAccount>().Include(a => a.Lot).Where(a => itemIds.Contains(a.ItemId)) on location.Id equals account.LocationId into accounts
        from account in accounts.DefaultIfEmpty()
        where locationIds.Contains(location.Id)
        select new PlaceRead(location, account));

    private readonly BackOfficeDb _db;
    private readonly StockPosting _posting;
    private readonly DateOnly _on;
    private readonly DateTime _now;
    private readonly Dictionary<long, (Item Item, ItemStock Totals)> _items = [];
    private readonly Dictionary<long, Location> _locations = [];
    private readonly LotShelf _lots;
    private readonly Dictionary<(long ItemId, long LocationId, long LotKey, StockQuality Quality), StockAccount> _accounts = [];

    private StockSheet(BackOfficeDb db, StockPosting posting)
    {
        (_db, _posting, _on, _now) = (db, posting, posting.On ?? db.Today, db.Now);
        _lots = new LotShelf(posting, _on);
    }

    public List<StockEntry> Entries { get; } = [];

    public static async Task<StockSheet> OpenAsync(BackOfficeDb db, StockPosting posting, CancellationToken ct)
    {
        var sheet = new StockSheet(db, posting);
        await sheet.ReadItemsAsync(ct);
        await sheet._lots.ReadAsync(db, sheet._items, ct);
        await sheet.ReadPlacesAsync(ct);
        if (!sheet.HasAllAccounts())
        {
            // Two instances must not open the same account at once.
            await db.LockAsync("inventory.accounts", exclusive: true, ct);
            await sheet.ReadPlacesAsync(ct);
        }
        return sheet;
    }

    public void Book(StockLine line)
    {
        var (item, totals) = _items[line.ItemId];
        RequireMovable(item, line);
        totals.MovedAt = _now;
        foreach (var (lot, quantity) in _lots.Pick(line, item, _accounts.Values, Place))
        {
            if (line.From is { } source && line.To is { } target)
            {
                var value = totals.ValueOf(quantity);
                Write(item, source, lot, -quantity, totals.AverageCost, -value, line.Note);
                Write(item, target, lot, quantity, totals.AverageCost, value, line.Note);
                totals.Place(-quantity, Place(source).Kind, source.Quality);
                totals.Place(quantity, Place(target).Kind, target.Quality);
            }
            else
            {
                var place = line.From ?? line.To!;
                var change = line.From is null ? quantity : -quantity;
                var value = totals.Post(change, line.UnitCost, Place(place).Kind, place.Quality);
                Write(item, place, lot, change, change > 0 && line.UnitCost is { } cost ? cost : totals.AverageCost, value, line.Note);
            }
        }
    }

    /// <summary>Good stock of an item at a location after what was booked so far.</summary>
    public decimal GoodAt(long itemId, long locationId) =>
        _accounts.Values.Where(a => a.ItemId == itemId && a.LocationId == locationId && a.Quality == StockQuality.Good).Sum(a => a.Balance);

    public (Item Item, ItemStock Totals) ItemOf(long itemId) => _items[itemId];

    public Location LocationOf(long locationId) => _locations[locationId];

    private Location Place(StockPlace place) => _locations[place.LocationId];

    private void RequireMovable(Item item, StockLine line)
    {
        // What lies there may be counted whatever its status.
        Rule.Require(item.Status is ItemStatus.Active or ItemStatus.Discontinued || _posting.Reason == StockReason.Counted, "{0} is blocked or archived. Activate it before stock moves.", item.Sku);
        Rule.Require(line.To is null || !Place(line.To).IsClosed, "{0} is closed. Nothing new is put there.", line.To is null ? "" : Place(line.To).Code);
    }

    private void Write(Item item, StockPlace place, Lot? lot, decimal change, decimal unitCost, decimal value, string? note)
    {
        var key = (item.Id, place.LocationId, lot?.Id ?? 0, place.Quality);
        if (!_accounts.TryGetValue(key, out var account))
        {
            _accounts.Add(key, account = StockAccount.Open(item, Place(place), lot, place.Quality));
            _db.Add(account);
        }
        var entry = new StockEntry
        {
            Account = account, ItemId = item.Id, LocationId = place.LocationId, LotId = lot?.Id, Reason = _posting.Reason, Amount = change, UnitCost = unitCost, Value = value,
            Note = note ?? _posting.Note, PostedAt = _now, PostedOn = _on, PostedBy = _db.Actor.Name, DocumentKind = _posting.Document?.Kind, DocumentId = _posting.Document?.Id,
        };
        account.Post(entry);
        Entries.Add(entry);
    }

    private async Task ReadItemsAsync(CancellationToken ct)
    {
        await foreach (var (item, totals) in Items(_db, [.. _posting.Lines.Select(l => l.ItemId).Distinct()]).WithCancellation(ct)) _items.Add(item.Id, (item, totals));
        var missing = _posting.Lines.FirstOrDefault(l => !_items.ContainsKey(l.ItemId));
        if (missing is not null) throw new RecordMissing("inventory.item", missing.ItemId);
    }

    private async Task ReadPlacesAsync(CancellationToken ct)
    {
        var ids = _posting.Lines.SelectMany(l => new[] { l.From, l.To }).OfType<StockPlace>().Select(p => p.LocationId).Distinct().ToArray();
        await foreach (var (location, account) in Places(_db, ids, [.. _items.Keys]).WithCancellation(ct))
        {
            _locations[location.Id] = location;
            if (account is not null) _accounts[KeyOf(account)] = account;
        }
        var missing = Array.Find(ids, id => !_locations.ContainsKey(id));
        if (missing != 0) throw new RecordMissing("inventory.location", missing);
        // Accounts that an earlier posting of the same transaction opened are not in the database yet.
        foreach (var account in _db.Unsaved<StockAccount>().Where(a => _items.ContainsKey(a.ItemId))) _accounts[KeyOf(account)] = account;
    }

    private bool HasAllAccounts() => _posting.Lines.Where(l => l.To is not null).All(line =>
        line.To is { } to && (line.LotCode is not null || !_items[line.ItemId].Item.NeedsLot) && _accounts.ContainsKey((line.ItemId, to.LocationId, _lots.Find(line)?.Id ?? 0, to.Quality)));

    private static (long, long, long, StockQuality) KeyOf(StockAccount account) => (account.ItemId, account.LocationId, account.LotKey, account.Quality);

    private sealed record ItemRead(Item Item, ItemStock Totals);

    private sealed record PlaceRead(Location Location, StockAccount? Account);
}
