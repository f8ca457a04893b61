using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Reservations;

/// <summary>The promises of stock: made, kept and released inside the transaction of whoever makes them.</summary>
public static class ReservationBook
{
    /// <summary>Promises stock at a location to a record; no more than is available there.</summary>
    public static async Task<Reservation> ReserveAsync(BackOfficeDb db, long itemId, long locationId, decimal quantity, RecordRef record, DateOnly? until, CancellationToken ct)
    {
        Rule.Require(until is null || until >= db.Today, "A reservation until {0} has ended already.", until);
        var item = await db.FindAsync<Items.Item>(itemId, ct);
        var totals = await db.Set<ItemStock>().FirstAsync(s => s.ItemId == itemId, ct);
        var there = await db.Set<StockAccount>().Where(a => a.ItemId == itemId && a.LocationId == locationId && a.Quality == StockQuality.Good).SumAsync(a => a.Balance, ct);
        var promised = await db.Set<Reservation>().Where(r => r.ItemId == itemId && r.LocationId == locationId).SumAsync(r => r.Quantity, ct);
        Rule.Require(quantity <= there - promised, "Only {0:0.####} {1} of {2} are available there, {3:0.####} wanted.", there - promised, item.Unit, item.Sku, quantity);
        var reservation = Reservation.Of(itemId, locationId, quantity, record, until);
        db.Add(reservation);
        totals.Reserve(quantity);
        return reservation;
    }

    /// <summary>Gives reservations back.</summary>
    public static async Task ReleaseAsync(BackOfficeDb db, IReadOnlyList<Reservation> reservations, CancellationToken ct)
    {
        var totals = await StockBook.TotalsAsync(db, reservations.Select(r => r.ItemId), ct);
        foreach (var reservation in reservations)
        {
            totals[reservation.ItemId].Reserve(-reservation.Quantity);
            db.Remove(reservation);
        }
    }

    /// <summary>What is issued to a record uses up its own reservations; nobody takes what is promised to others.</summary>
    internal static async Task UseAsync(BackOfficeDb db, StockPosting posting, StockSheet sheet, CancellationToken ct)
    {
        var taken = posting.Lines.Where(l => l.From is { Quality: StockQuality.Good } && sheet.ItemOf(l.ItemId).Totals.Reserved > 0 && posting.Reason is StockReason.Issued or StockReason.Moved)
            .GroupBy(l => (l.ItemId, l.From!.LocationId)).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        if (taken.Count == 0) return;
        var items = taken.Keys.Select(k => k.ItemId).Distinct().ToList();
        var byPlace = (await db.Set<Reservation>().Where(r => items.Contains(r.ItemId)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => (r.ItemId, r.LocationId));
        foreach (var (place, quantity) in taken)
        {
            var (item, totals) = sheet.ItemOf(place.ItemId);
            var left = quantity;
            foreach (var own in byPlace[place].Where(r => r.For == posting.Document))
            {
                var used = own.Use(left);
                left -= used;
                totals.Reserve(-used);
                if (own.Quantity == 0) db.Remove(own);
            }
            var promised = byPlace[place].Sum(r => r.Quantity);
            var location = sheet.LocationOf(place.LocationId);
            Rule.Require(location.AllowsNegative || promised <= sheet.GoodAt(place.ItemId, place.LocationId), "{0} at {1}: {2:0.####} {3} are reserved for others and cannot be taken.", item.Sku, location.Code, promised, item.Unit);
        }
    }
}
