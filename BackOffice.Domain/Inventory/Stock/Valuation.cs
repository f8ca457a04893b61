using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>The value of a part of the stock.</summary>
/// <param name="Id">The category, location or item; 0 for those without one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">At moving average, in the company's currency.</param>
public sealed record ValuePart(long Id, string Name, decimal Value);

/// <summary>What the stock was worth at the end of a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Total">Of everything.</param>
/// <param name="ByCategory">Largest first.</param>
/// <param name="ByLocation">Largest first.</param>
/// <param name="TopItems">The twenty that tie up most.</param>
public sealed record StockValue(DateOnly On, decimal Total, IReadOnlyList<ValuePart> ByCategory, IReadOnlyList<ValuePart> ByLocation, IReadOnlyList<ValuePart> TopItems);

/// <summary>The value of the stock at moving average, today and at the end of any past day.</summary>
public sealed class Valuation(Office office)
{
    /// <summary>What the stock was worth at the end of a day, by category and location.</summary>
    public Task<StockValue> AsOfAsync(DateOnly day, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var held = await HeldAsync(db, day, ct);
            var items = held.GroupBy(h => h.ItemId).ToDictionary(g => g.Key, g => new Part(g.Sum(h => h.Quantity), g.Sum(h => h.Value)));
            var byLocation = held.GroupBy(h => h.LocationId).ToDictionary(g => g.Key, g => g.Sum(h => items[h.ItemId].ShareOf(h.Quantity)));
            var categoryOf = await db.Set<Item>().Where(i => i.CategoryId != null).Select(i => new { i.Id, Category = i.CategoryId!.Value }).ToDictionaryAsync(i => i.Id, i => i.Category, ct);
            var byCategory = items.GroupBy(i => categoryOf.GetValueOrDefault(i.Key)).ToDictionary(g => g.Key, g => g.Sum(i => i.Value.Value));
            var top = items.OrderByDescending(i => i.Value.Value).Take(20).ToDictionary(i => i.Key, i => i.Value.Value);
            var topIds = top.Keys.ToList();
            return new StockValue(day, Cents(items.Values.Sum(i => i.Value)),
                Parts(byCategory, await db.Set<ItemCategory>().ToDictionaryAsync(c => c.Id, c => c.Name, ct)),
                Parts(byLocation, await db.Set<Location>().ToDictionaryAsync(l => l.Id, l => l.Code, ct)),
                Parts(top, await db.Set<Item>().Where(i => topIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => $"{i.Sku} {i.Name}", ct)));
        }, ct);

    /// <summary>What the stock was worth at the end of each of the last days, today last.</summary>
    public Task<IReadOnlyList<(DateOnly On, decimal Value)>> OverTimeAsync(int days = 90, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<(DateOnly, decimal)>>(InventoryPermissions.View, async db =>
        {
            var today = db.Today;
            var from = today.AddDays(-days);
            var value = await db.Set<ItemStock>().SumAsync(s => s.StockValue, ct);
            var changes = await db.Set<StockEntry>().Where(e => e.PostedOn > from).GroupBy(e => e.PostedOn).Select(g => new { On = g.Key, Value = g.Sum(e => e.Value) }).ToDictionaryAsync(g => g.On, g => g.Value, ct);
            var points = new List<(DateOnly, decimal)>();
            // From today backwards: what a day added was not there the day before.
            for (var day = today; day >= from; day = day.AddDays(-1))
            {
                points.Add((day, Cents(value)));
                value -= changes.GetValueOrDefault(day);
            }
            points.Reverse();
            return points;
        }, ct);

    private static Task<List<Held>> HeldAsync(BackOfficeDb db, DateOnly day, CancellationToken ct)
    {
        var sums = db.Set<StockEntry>().Where(e => e.PostedOn <= day).GroupBy(e => e.AccountId).Select(g => new { AccountId = g.Key, Quantity = g.Sum(e => e.Amount), Value = g.Sum(e => e.Value) });
        return (from sum in sums
                join account in db.Set<StockAccount>() on sum.AccountId equals account.Id
                where sum.Quantity != 0 || sum.Value != 0
                select new Held { ItemId = account.ItemId, LocationId = account.LocationId, Quantity = sum.Quantity, Value = sum.Value }).ToListAsync(ct);
    }

    private IReadOnlyList<ValuePart> Parts(Dictionary<long, decimal> values, Dictionary<long, string> names) =>
        [.. values.Select(v => new ValuePart(v.Key, names.GetValueOrDefault(v.Key, ""), Cents(v.Value))).Where(p => p.Value != 0).OrderByDescending(p => p.Value)];

    private decimal Cents(decimal value) => Money.Round(value, office.Company.Currency);

    private sealed class Held
    {
        public long ItemId { get; init; }
        public long LocationId { get; init; }
        public decimal Quantity { get; init; }
        public decimal Value { get; init; }
    }

    /// <summary>An item has one average cost wherever it lies, so a location's share of its value goes by quantity.</summary>
    private sealed record Part(decimal Quantity, decimal Value)
    {
        public decimal ShareOf(decimal quantity) => Quantity == 0 ? 0 : Value * quantity / Quantity;
    }
}
