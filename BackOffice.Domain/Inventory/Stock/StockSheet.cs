using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>Everything one posting touches, read with a handful of queries however many lines it has, and the entries it writes.</summary>
internal sealed class StockSheet
{
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
        await sheet.ReadLocationsAsync(ct);
        await sheet._lots.ReadAsync(db, sheet._items, ct);
        await sheet.ReadAccountsAsync(ct);
        if (!sheet.HasAllAccounts())
        {
            // Two instances must not open the same account at once.
            await db.LockAsync("inventory.accounts", exclusive: true, ct);
            await sheet.ReadAccountsAsync(ct);
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
        foreach (var ids in _posting.Lines.Select(l => l.ItemId).Distinct().Chunk(1000))
        {
            var found = from item in _db.Set<Item>()
                        join totals in _db.Set<ItemStock>() on item.Id equals totals.ItemId
                        where ids.Contains(item.Id)
                        select new { item, totals };
            foreach (var row in await found.ToListAsync(ct)) _items.Add(row.item.Id, (row.item, row.totals));
        }
        var missing = _posting.Lines.FirstOrDefault(l => !_items.ContainsKey(l.ItemId));
        if (missing is not null) throw new RecordMissing("inventory.item", missing.ItemId);
    }

    private async Task ReadLocationsAsync(CancellationToken ct)
    {
        var ids = Places().Select(p => p.LocationId).Distinct().ToList();
        foreach (var location in await _db.Set<Location>().Where(l => ids.Contains(l.Id)).ToListAsync(ct)) _locations.Add(location.Id, location);
        var missing = ids.Find(id => !_locations.ContainsKey(id));
        if (missing != 0) throw new RecordMissing("inventory.location", missing);
    }

    private async Task ReadAccountsAsync(CancellationToken ct)
    {
        var locations = _locations.Keys.ToList();
        foreach (var ids in _items.Keys.Chunk(1000))
        {
            var query = _db.Set<StockAccount>().Where(a => ids.Contains(a.ItemId) && locations.Contains(a.LocationId));
            if (_lots.AreUsed) query = query.Include(a => a.Lot);
            foreach (var account in await query.ToListAsync(ct)) _accounts[KeyOf(account)] = account;
        }
        // Accounts that an earlier posting of the same transaction opened are not in the database yet.
        foreach (var account in _db.Set<StockAccount>().Local.Where(a => a.Id == 0 && _items.ContainsKey(a.ItemId))) _accounts[KeyOf(account)] = account;
    }

    private bool HasAllAccounts() => _posting.Lines.Where(l => l.To is not null).All(line =>
        line.To is { } to && (line.LotCode is not null || !_items[line.ItemId].Item.NeedsLot) && _accounts.ContainsKey((line.ItemId, to.LocationId, _lots.Find(line)?.Id ?? 0, to.Quality)));

    private IEnumerable<StockPlace> Places() => _posting.Lines.SelectMany(l => new[] { l.From, l.To }).OfType<StockPlace>();

    private static (long, long, long, StockQuality) KeyOf(StockAccount account) => (account.ItemId, account.LocationId, account.LotKey, account.Quality);
}
