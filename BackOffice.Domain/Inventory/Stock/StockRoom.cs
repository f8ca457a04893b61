using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Reservations;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>The stock room: what lies where, and every movement by hand.</summary>
public sealed class StockRoom(Office office)
{
    /// <summary>What lies where, by lot and quality.</summary>
    [List("inventory.stock")]
    public Task<Page<StockRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db =>
        {
            IQueryable<Item> items = db.Set<Item>();
            if (!string.IsNullOrWhiteSpace(query.Search))
            {
                var found = db.SearchIds("inventory.item", query.Search);
                items = items.Where(i => found.Contains(i.Id));
            }
            return StockRow.From(db, items).ToPageAsync(query with { Search = null }, ct);
        }, ct);

    /// <summary>What of an item may be promised, place by place.</summary>
    public Task<List<Availability>> AvailabilityAsync(long itemId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db =>
            (from location in db.Set<Location>()
             where db.Set<StockAccount>().Any(a => a.ItemId == itemId && a.LocationId == location.Id && a.Balance != 0)
             orderby location.Code
             select new Availability
             {
                 LocationId = location.Id, Location = location.Code, Kind = location.Kind,
                 Good = db.Set<StockAccount>().Where(a => a.ItemId == itemId && a.LocationId == location.Id && a.Quality == StockQuality.Good).Sum(a => a.Balance),
                 Held = db.Set<StockAccount>().Where(a => a.ItemId == itemId && a.LocationId == location.Id && a.Quality != StockQuality.Good).Sum(a => a.Balance),
                 Reserved = db.Set<Reservation>().Where(r => r.ItemId == itemId && r.LocationId == location.Id).Sum(r => r.Quantity),
             }).ToListAsync(ct), ct);

    /// <summary>Goods come in without an order.</summary>
    public Task ReceiveAsync(IReadOnlyList<StockLine> lines, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        BookAsync(StockReason.Received, lines.All(l => l.From is null), lines, note, key, ct);

    /// <summary>Goods leave: sold or used.</summary>
    public Task IssueAsync(IReadOnlyList<StockLine> lines, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        BookAsync(StockReason.Issued, lines.All(l => l.To is null), lines, note, key, ct);

    /// <summary>Goods go from one place or quality to another.</summary>
    public Task MoveAsync(IReadOnlyList<StockLine> lines, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        BookAsync(StockReason.Moved, lines.All(l => l is { From: not null, To: not null }), lines, note, key, ct);

    /// <summary>Goods were found broken or spoilt; they stay where they are and are no longer available.</summary>
    public Task DamageAsync(long itemId, long locationId, decimal quantity, string? lotCode = null, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        BookAsync(StockReason.Damaged, true, [StockLine.Move(itemId, new StockPlace(locationId), new StockPlace(locationId, StockQuality.Damaged), quantity) with { LotCode = lotCode }], note, key, ct);

    /// <summary>A customer brings goods back; they wait for somebody to look at them.</summary>
    public Task ReturnAsync(long itemId, long locationId, decimal quantity, string? lotCode = null, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        BookAsync(StockReason.Returned, true, [StockLine.In(itemId, new StockPlace(locationId, StockQuality.Returned), quantity) with { LotCode = lotCode }], note, key, ct);

    /// <summary>Goods leave for good without being sold: damaged, lost or sent back.</summary>
    public Task WriteOffAsync(IReadOnlyList<StockLine> lines, StockReason reason, string note, RequestKey key = default, CancellationToken ct = default)
    {
        Rule.RequireField("Note", !string.IsNullOrWhiteSpace(note), "Say in a few words why the goods are written off.");
        Rule.Require(reason is StockReason.Damaged or StockReason.Lost or StockReason.SentBack or StockReason.Corrected, "Goods are written off as damaged, lost, sent back or corrected.");
        return BookAsync(reason, lines.All(l => l.To is null), lines, note, key, ct);
    }

    /// <summary>Promises stock to a record.</summary>
    public Task ReserveAsync(long itemId, long locationId, decimal quantity, RecordRef record, DateOnly? until = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Move, key, async db => { await ReservationBook.ReserveAsync(db, itemId, locationId, quantity, record, until, ct); }, ct);

    /// <summary>The promises of an item, oldest first.</summary>
    public Task<List<Reservation>> ReservationsAsync(long itemId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Reservation>().Where(r => r.ItemId == itemId).OrderBy(r => r.Id).ToListAsync(ct), ct);

    /// <summary>Takes a promise back.</summary>
    public Task ReleaseAsync(long reservationId, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Move, async db => await ReservationBook.ReleaseAsync(db, [await db.FindAsync<Reservation>(reservationId, ct)], ct), ct);

    private Task BookAsync(StockReason reason, bool fits, IReadOnlyList<StockLine> lines, string? note, RequestKey key, CancellationToken ct)
    {
        Rule.Require(fits, "The lines do not fit: goods that come in have a place to be put, goods that leave a place to be taken from, goods that move have both.");
        return office.ChangeAsync(InventoryPermissions.Move, key, async db => { await StockBook.PostAsync(db, new StockPosting(reason, lines) { Note = note }, ct); }, ct);
    }
}
