using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>Keeps what the totals of items call their reorder point in step with the rules that watch them, inside the transaction that changes the rules.</summary>
public static class ReorderPoints
{
    /// <summary>Adds up the reorder points of these items anew.</summary>
    public static async Task FollowAsync(BackOfficeDb db, IEnumerable<long> itemIds, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        foreach (var ids in itemIds.Distinct().Chunk(1000))
        {
            var points = await db.Set<ReorderRule>().Where(r => r.IsActive && ids.Contains(r.ItemId)).GroupBy(r => r.ItemId).Select(g => new { g.Key, Sum = g.Sum(r => r.ReorderPoint) }).ToDictionaryAsync(g => g.Key, g => g.Sum, ct);
            foreach (var (id, totals) in await StockBook.TotalsAsync(db, ids, ct)) totals.Watch(points.TryGetValue(id, out var point) ? point : null);
        }
    }
}

/// <summary>What the totals of items call their reorder point is the sum of their rules.</summary>
public sealed class ReorderPointProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Reorder points";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var rules = db.Set<ReorderRule>().Where(r => r.IsActive).GroupBy(r => r.ItemId).Select(g => new { ItemId = g.Key, Sum = g.Sum(r => r.ReorderPoint) });
        var wrong = await (from total in db.Set<ItemStock>()
                           join item in db.Set<Item>() on total.ItemId equals item.Id
                           join rule in rules on total.ItemId equals rule.ItemId into found
                           from rule in found.DefaultIfEmpty()
                           where (total.ReorderAt ?? -1) != ((decimal?)rule.Sum ?? -1)
                           select new { item.Sku, total.ReorderAt, Sum = (decimal?)rule.Sum }).OrderBy(w => w.Sku).Take(1000).ToListAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} rules", await db.Set<ReorderRule>().CountAsync(ct)), [.. wrong.Select(w => $"{w.Sku}: stored reorder point {w.ReorderAt:0.####}, its rules add up to {w.Sum:0.####}.")]);
    }
}
