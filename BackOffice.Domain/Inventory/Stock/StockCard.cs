using BackOffice.Domain.Inventory.Lots;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>The stock card of an item: every movement with the balance after it, newest first.</summary>
public sealed class StockCard(Office office)
{
    /// <summary>The movements of an item, everywhere or at one location; pages follow each other without skipping, however long the card is.</summary>
    public Task<CardPage> ReadAsync(long itemId, long? locationId = null, CardPlace? place = null, int take = 50, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var entries = db.Set<StockEntry>().Where(e => e.ItemId == itemId);
            if (locationId is { } at) entries = entries.Where(e => e.LocationId == at);
            if (place is { BeforeId: var before }) entries = entries.Where(e => e.Id < before);
            var balance = place?.Balance ?? await BalanceAsync(db, itemId, locationId, ct);
            var rows = await (from entry in entries.OrderByDescending(e => e.Id).Take(Math.Clamp(take, 1, GridPaging.MostRows) + 1)
                              join location in db.Set<Locations.Location>() on entry.LocationId equals location.Id
                              join account in db.Set<StockAccount>() on entry.AccountId equals account.Id
                              join lot in db.Set<Lot>() on entry.LotId equals lot.Id into lots
                              from lot in lots.DefaultIfEmpty()
                              orderby entry.Id descending
                              select new CardRow
                              {
                                  Id = entry.Id, PostedAt = entry.PostedAt, PostedOn = entry.PostedOn, Reason = entry.Reason, Location = location.Code, Lot = lot!.Code, Quality = account.Quality, Amount = entry.Amount,
                                  UnitCost = entry.UnitCost, Value = entry.Value, Note = entry.Note, PostedBy = entry.PostedBy, DocumentKind = entry.DocumentKind, DocumentId = entry.DocumentId,
                              }).ToListAsync(ct);
            var more = rows.Count > take;
            if (more) rows.RemoveAt(take);
            foreach (var row in rows)
            {
                row.Balance = balance;
                balance -= row.Amount;
            }
            return new CardPage(rows, more ? new CardPlace(rows[^1].Id, balance) : null);
        }, ct);

    /// <summary>The places where the item lies or has lain, by id.</summary>
    public Task<Dictionary<long, string>> PlacesAsync(long itemId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Locations.Location>().Where(l => db.Set<StockAccount>().Any(a => a.ItemId == itemId && a.LocationId == l.Id))
            .OrderBy(l => l.Code).ToDictionaryAsync(l => l.Id, l => l.Code, ct), ct);

    private static Task<decimal> BalanceAsync(BackOfficeDb db, long itemId, long? locationId, CancellationToken ct)
    {
        var accounts = db.Set<StockAccount>().Where(a => a.ItemId == itemId);
        if (locationId is { } at) accounts = accounts.Where(a => a.LocationId == at);
        return accounts.SumAsync(a => a.Balance, ct);
    }
}
