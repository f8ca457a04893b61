using System.Linq.Expressions;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Reservations;
using BackOffice.Domain.Platform.Ledgers;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>Every balance of stock is the sum of its entries.</summary>
public sealed class StockProof : LedgerProof<StockAccount, StockEntry>
{
    /// <inheritdoc/>
    public override string Name => "Stock balances";

    /// <inheritdoc/>
    protected override Expression<Func<StockEntry, long>> AccountOf => e => e.AccountId;

    /// <inheritdoc/>
    protected override string Describe(StockAccount account) => $"stock {account.Id} (item {account.ItemId} at location {account.LocationId}, lot {account.LotKey}, {account.Quality})";
}

/// <summary>The totals of every item are the sums of its stock and its reservations.</summary>
public sealed class ItemTotalsProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Totals of items";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var stock = from account in db.Set<StockAccount>()
                    join location in db.Set<Location>() on account.LocationId equals location.Id
                    group new { account.Balance, account.Quality, location.Kind } by account.ItemId into there
                    select new
                    {
                        ItemId = there.Key,
                        OnHand = there.Sum(a => a.Quality == StockQuality.Good && a.Kind != LocationKind.Transit ? a.Balance : 0),
                        InTransit = there.Sum(a => a.Quality == StockQuality.Good && a.Kind == LocationKind.Transit ? a.Balance : 0),
                        Held = there.Sum(a => a.Quality != StockQuality.Good ? a.Balance : 0),
                    };
        var promised = db.Set<Reservation>().GroupBy(r => r.ItemId).Select(g => new { ItemId = g.Key, Quantity = g.Sum(r => r.Quantity) });
        var rows = from item in db.Set<Item>()
                   join totals in db.Set<ItemStock>() on item.Id equals totals.ItemId into kept
                   from totals in kept.DefaultIfEmpty()
                   join s in stock on item.Id equals s.ItemId into stocks
                   from s in stocks.DefaultIfEmpty()
                   join p in promised on item.Id equals p.ItemId into promises
                   from p in promises.DefaultIfEmpty()
                   where totals == null || totals.OnHand != ((decimal?)s.OnHand ?? 0) || totals.InTransit != ((decimal?)s.InTransit ?? 0) || totals.Held != ((decimal?)s.Held ?? 0)
                       || totals.Reserved != ((decimal?)p.Quantity ?? 0) || totals.Available != totals.OnHand - totals.Reserved || totals.Projected != totals.Available + totals.OnOrder + totals.InTransit
                   select new { item.Sku, Totals = totals, OnHand = (decimal?)s.OnHand, InTransit = (decimal?)s.InTransit, Held = (decimal?)s.Held, Reserved = (decimal?)p.Quantity };
        var wrong = await rows.OrderBy(r => r.Sku).Take(1000).ToListAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} items", await db.Set<ItemStock>().CountAsync(ct)), [.. wrong.Select(w => w.Totals is null
            ? $"{w.Sku} has no totals."
            : $"{w.Sku}: stored on hand {w.Totals.OnHand:0.####}, in transit {w.Totals.InTransit:0.####}, held {w.Totals.Held:0.####}, reserved {w.Totals.Reserved:0.####}, projected {w.Totals.Projected:0.####}; recomputed {w.OnHand ?? 0:0.####}, {w.InTransit ?? 0:0.####}, {w.Held ?? 0:0.####}, {w.Reserved ?? 0:0.####}.")]);
    }
}

/// <summary>The value of every item is the sum of the values of its entries, and nothing is worth anything that is not there.</summary>
public sealed class StockValueProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Value of stock";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var sums = db.Set<StockEntry>().GroupBy(e => e.ItemId).Select(g => new { ItemId = g.Key, Value = g.Sum(e => e.Value) });
        var wrong = await (from totals in db.Set<ItemStock>()
                           join item in db.Set<Item>() on totals.ItemId equals item.Id
                           join sum in sums on totals.ItemId equals sum.ItemId into found
                           from sum in found.DefaultIfEmpty()
                           where totals.StockValue != ((decimal?)sum.Value ?? 0) || (totals.OnHand + totals.Held + totals.InTransit == 0 && totals.StockValue != 0)
                           select new { item.Sku, totals.StockValue, Sum = (decimal?)sum.Value }).OrderBy(w => w.Sku).Take(1000).ToListAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} items", await db.Set<ItemStock>().CountAsync(ct)), [.. wrong.Select(w => $"{w.Sku}: stored value {w.StockValue:0.####}, its entries add up to {w.Sum ?? 0:0.####}.")]);
    }
}
