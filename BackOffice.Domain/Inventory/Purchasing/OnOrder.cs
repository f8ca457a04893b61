using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>Keeps what the totals of items call on order in step with the open lines of orders.</summary>
internal static class OnOrder
{
    /// <summary>Does something to an order and passes on by how much less or more is outstanding afterwards.</summary>
    public static async Task KeepAsync(BackOfficeDb db, PurchaseOrder order, Func<Task> work, CancellationToken ct)
    {
        var before = Outstanding(order);
        await work();
        var after = Outstanding(order);
        var changes = before.Keys.Union(after.Keys).Select(item => (Item: item, Change: after.GetValueOrDefault(item) - before.GetValueOrDefault(item))).Where(c => c.Change != 0).ToList();
        if (changes.Count == 0) return;
        var totals = await StockBook.TotalsAsync(db, changes.Select(c => c.Item), ct);
        foreach (var (item, change) in changes) totals[item].Order(change);
    }

    private static Dictionary<long, decimal> Outstanding(PurchaseOrder order) => order.Lines.GroupBy(l => l.ItemId).ToDictionary(g => g.Key, g => g.Sum(l => l.Outstanding));
}

/// <summary>What the totals of items call on order is what the open lines of orders still expect.</summary>
public sealed class OnOrderProof : IProof
{
    /// <inheritdoc/>
    public string Name => "On order";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var lines = db.Set<PurchaseOrderLine>().Where(l => l.Outstanding != 0).GroupBy(l => l.ItemId).Select(g => new { ItemId = g.Key, Sum = g.Sum(l => l.Outstanding) });
        var wrong = await (from total in db.Set<ItemStock>()
                           join item in db.Set<Item>() on total.ItemId equals item.Id
                           join line in lines on total.ItemId equals line.ItemId into found
                           from line in found.DefaultIfEmpty()
                           where total.OnOrder != ((decimal?)line.Sum ?? 0)
                           select new { item.Sku, total.OnOrder, Sum = (decimal?)line.Sum }).OrderBy(w => w.Sku).Take(1000).ToListAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} items", await db.Set<ItemStock>().CountAsync(ct)), [.. wrong.Select(w => $"{w.Sku}: stored {w.OnOrder:0.####} on order, its order lines expect {w.Sum ?? 0:0.####}.")]);
    }
}
