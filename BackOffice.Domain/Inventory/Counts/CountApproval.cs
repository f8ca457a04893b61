using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Inventory.Counts;

/// <summary>What a count would change, before somebody approves it.</summary>
/// <param name="Lines">Lines counted.</param>
/// <param name="Differing">Lines that differ.</param>
/// <param name="Unexplained">Differences without a reason.</param>
/// <param name="Gain">Value found in excess.</param>
/// <param name="Loss">Value missing.</param>
public sealed record CountOutcome(int Lines, int Differing, int Unexplained, decimal Gain, decimal Loss)
{
    /// <summary>Value of all differences regardless of sign; the approver's limit is held against it.</summary>
    public decimal Total => Gain + Loss;
}

/// <summary>The differences of counts: what they are worth, and booking them once somebody with a high enough limit approves.</summary>
public sealed class CountApproval(Office office)
{
    /// <summary>What a count would change.</summary>
    public Task<CountOutcome> OutcomeAsync(long countId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db => Outcome(await LinesAsync(db, countId, ct)), ct);

    /// <summary>Approves and books the differences, once.</summary>
    public Task ApproveAsync(long countId, int versionSeen, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.ApproveCount, key, async db =>
        {
            var count = await db.FindAsync<StockCount>(countId, ct);
            await db.RequireUnchangedAsync(count, versionSeen, ct);
            var lines = await LinesAsync(db, countId, ct);
            var outcome = Outcome(lines);
            Rule.Require(outcome.Unexplained == 0, "{0}: {1} differences have no reason yet.", count.Number, outcome.Unexplained);
            await RightsCheck.RequireWithinLimitAsync(db, InventoryPermissions.ApproveCount, outcome.Total, ct);
            count.Approve(outcome.Total, db.Actor.Name, db.Now);
            var corrections = lines.Where(l => l.Line.Difference != 0).Select(Correction).ToList();
            if (corrections.Count > 0) await StockBook.PostAsync(db, new StockPosting(StockReason.Counted, corrections) { Document = RecordRef.Of(count) }, ct);
        }, ct);

    private static StockLine Correction(Difference difference)
    {
        var line = difference.Line;
        var place = new StockPlace(line.LocationId, line.Quality);
        return new StockLine
        {
            ItemId = line.ItemId, Quantity = Math.Abs(line.Difference), From = line.Difference < 0 ? place : null, To = line.Difference > 0 ? place : null,
            LotCode = difference.Lot, ExpiresOn = difference.ExpiresOn, Note = line.Note,
        };
    }

    private static CountOutcome Outcome(IReadOnlyList<Difference> lines)
    {
        var differing = lines.Where(l => l.Line.Difference != 0).ToList();
        return new CountOutcome(lines.Count(l => l.Line.Counted is not null), differing.Count, differing.Count(l => l.Line.Reason is null),
            differing.Where(l => l.Line.Difference > 0).Sum(l => l.Line.Difference * l.AverageCost), differing.Where(l => l.Line.Difference < 0).Sum(l => -l.Line.Difference * l.AverageCost));
    }

    private static async Task<List<Difference>> LinesAsync(BackOfficeDb db, long countId, CancellationToken ct) =>
        (await (from line in db.Set<CountLine>()
                join totals in db.Set<ItemStock>() on line.ItemId equals totals.ItemId
                join lot in db.Set<Lot>() on line.LotId equals lot.Id into lots
                from lot in lots.DefaultIfEmpty()
                where line.CountId == countId
                orderby line.Id
                select new { line, totals.AverageCost, Lot = lot!.Code, lot.ExpiresOn }).ToListAsync(ct)).ConvertAll(l => new Difference(l.line, l.AverageCost, l.Lot, l.ExpiresOn));

    private sealed record Difference(CountLine Line, decimal AverageCost, string? Lot, DateOnly? ExpiresOn);
}
