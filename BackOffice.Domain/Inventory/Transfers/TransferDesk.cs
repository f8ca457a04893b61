using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Transfers;

/// <summary>A transfer in the list of transfers.</summary>
public sealed record TransferRow
{
    public long Id { get; init; }
    [Searched] public string Number { get; init; } = "";
    [Searched] public string From { get; init; } = "";
    [Searched] public string To { get; init; } = "";
    public TransferState State { get; init; }
    public DateOnly? ExpectedOn { get; init; }
    public DateTime SentAt { get; init; }
    public DateTime? ReceivedAt { get; init; }
    public int Lines { get; init; }
}

/// <summary>A line of a transfer as people see it.</summary>
public sealed record TransferLineRow
{
    public long Id { get; init; }
    public long ItemId { get; init; }
    public string Sku { get; init; } = "";
    public string Name { get; init; } = "";
    public string Unit { get; init; } = "";
    public string? Lot { get; init; }
    public decimal Quantity { get; init; }
    public decimal Received { get; init; }
    public decimal Lost { get; init; }

    /// <summary>Still on its way.</summary>
    public decimal Open => Quantity - Received - Lost;
}

/// <summary>An item to be sent.</summary>
/// <param name="ItemId">Which.</param>
/// <param name="Quantity">How much.</param>
/// <param name="LotCode">Which lot; picked by expiry when not given.</param>
public sealed record TransferWish(long ItemId, decimal Quantity, string? LotCode = null);

/// <summary>What arrived of a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How much.</param>
public sealed record Arrival(long LineId, decimal Quantity);

/// <summary>Transfers between locations: written, sent, received in one or several parts.</summary>
public sealed class TransferDesk(Office office)
{
    /// <summary>All transfers.</summary>
    [List("inventory.transfers")]
    public Task<Page<TransferRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => (from transfer in db.Set<StockTransfer>()
                                                           join source in db.Set<Location>() on transfer.FromId equals source.Id
                                                           join target in db.Set<Location>() on transfer.ToId equals target.Id
                                                           select new TransferRow
                                                           {
                                                               Id = transfer.Id, Number = transfer.Number, From = source.Code, To = target.Code, State = transfer.State, ExpectedOn = transfer.ExpectedOn,
                                                               SentAt = transfer.SentAt, ReceivedAt = transfer.ReceivedAt, Lines = db.Set<TransferLine>().Count(l => l.TransferId == transfer.Id),
                                                           }).ToPageAsync(query, ct), ct);

    /// <summary>One transfer.</summary>
    public Task<StockTransfer> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<StockTransfer>(id, ct), ct);

    /// <summary>Its lines.</summary>
    public Task<List<TransferLineRow>> LinesAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => (from line in db.Set<TransferLine>()
                                                           join item in db.Set<Item>() on line.ItemId equals item.Id
                                                           join lot in db.Set<Lot>() on line.LotId equals lot.Id into lots
                                                           from lot in lots.DefaultIfEmpty()
                                                           where line.TransferId == id
                                                           orderby item.Sku, line.Id
                                                           select new TransferLineRow
                                                           {
                                                               Id = line.Id, ItemId = item.Id, Sku = item.Sku, Name = item.Name, Unit = item.Unit, Lot = lot!.Code,
                                                               Quantity = line.Quantity, Received = line.Received, Lost = line.Lost,
                                                           }).ToListAsync(ct), ct);

    /// <summary>Writes a transfer and sends it off: the goods leave and are in transit.</summary>
    /// <returns>The transfer's id.</returns>
    public Task<long> SendAsync(long fromId, long toId, IReadOnlyList<TransferWish> wishes, DateOnly? expectedOn = null, string? note = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Move, key, async db =>
        {
            Rule.RequireField("To", fromId != toId, "Goods are sent to another location than the one they are at.");
            await db.FindAsync<Location>(toId, ct);
            var transit = await db.Set<Location>().Where(l => l.Kind == LocationKind.Transit && !l.IsClosed).OrderBy(l => l.Id).FirstOrDefaultAsync(ct)
                ?? throw new RuleBroken("There is no location for goods in transit. Create one of the kind Transit.");
            var transfer = new StockTransfer { Number = await db.NextNumberAsync("TR", ct), FromId = fromId, ToId = toId, TransitId = transit.Id, ExpectedOn = expectedOn, Note = note, SentAt = db.Now };
            db.Add(transfer);
            await db.FlushAsync(ct);
            var lines = wishes.Select(w => StockLine.Move(w.ItemId, new StockPlace(fromId), new StockPlace(transit.Id), w.Quantity) with { LotCode = w.LotCode }).ToList();
            var entries = await StockBook.PostAsync(db, new StockPosting(StockReason.Moved, lines) { Document = RecordRef.Of(transfer), Note = note }, ct);
            db.AddRange(entries.Where(e => e.Amount > 0).GroupBy(e => (e.ItemId, e.LotId)).Select(g => new TransferLine { TransferId = transfer.Id, ItemId = g.Key.ItemId, LotId = g.Key.LotId, Quantity = g.Sum(e => e.Amount) }));
            return transfer.Id;
        }, ct);

    /// <summary>Goods arrive, all or some of them.</summary>
    public Task ReceiveAsync(long id, IReadOnlyList<Arrival> arrivals, RequestKey key = default, CancellationToken ct = default) =>
        EndAsync(id, key, StockReason.Moved, null, (transfer, lines) =>
        {
            var moves = new List<(TransferLine, decimal)>();
            foreach (var arrival in arrivals)
            {
                var line = lines.GetValueOrDefault(arrival.LineId) ?? throw new RecordMissing("inventory.transfer-line", arrival.LineId);
                line.Receive(arrival.Quantity);
                moves.Add((line, arrival.Quantity));
            }
            return (moves, new StockPlace(transfer.ToId));
        }, ct);

    /// <summary>Closes a transfer of which the rest will not arrive: it is written off as lost.</summary>
    public Task CloseShortAsync(long id, string note, RequestKey key = default, CancellationToken ct = default)
    {
        Rule.RequireField("Note", !string.IsNullOrWhiteSpace(note), "Say in a few words why the rest will not arrive.");
        return EndAsync(id, key, StockReason.Lost, note, (_, lines) =>
        {
            var rest = lines.Values.Where(l => l.Open > 0).Select(l => (Line: l, l.Open)).ToList();
            rest.ForEach(r => r.Line.Lose());
            return (rest, null);
        }, ct);
    }

    private Task EndAsync(long id, RequestKey key, StockReason reason, string? note, Func<StockTransfer, Dictionary<long, TransferLine>, (List<(TransferLine Line, decimal Quantity)> Moves, StockPlace? To)> end, CancellationToken ct) =>
        office.ChangeAsync(InventoryPermissions.Move, key, async db =>
        {
            var transfer = await db.FindAsync<StockTransfer>(id, ct);
            transfer.RequireUnderWay();
            var lines = await db.Set<TransferLine>().Where(l => l.TransferId == id).ToDictionaryAsync(l => l.Id, ct);
            var lotIds = lines.Values.Select(l => l.LotId).OfType<long>().ToList();
            var lots = await db.Set<Lot>().Where(l => lotIds.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.Code, ct);
            var (moves, to) = end(transfer, lines);
            var postings = moves.ConvertAll(m => new StockLine { ItemId = m.Line.ItemId, Quantity = m.Quantity, From = new StockPlace(transfer.TransitId), To = to, LotCode = m.Line.LotId is { } lot ? lots[lot] : null });
            await StockBook.PostAsync(db, new StockPosting(reason, postings) { Document = RecordRef.Of(transfer), Note = note }, ct);
            transfer.Receive(lines.Values.All(l => l.Open == 0), db.Now);
        }, ct);
}
