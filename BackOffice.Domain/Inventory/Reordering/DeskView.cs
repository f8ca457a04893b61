using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>A pile on the reorder desk.</summary>
public enum DeskPile
{
    /// <summary>Open and accepted.</summary>
    ToDecide,

    /// <summary>Put off.</summary>
    Snoozed,

    /// <summary>Not wanted.</summary>
    Rejected,

    /// <summary>On purchase orders.</summary>
    Ordered,
}

/// <summary>A suggestion in a list.</summary>
public sealed class SuggestionRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "SKU")]
    public string Sku { get; init; } = "";

    [Searched, Display(Name = "Item")]
    public string Item { get; init; } = "";

    [Searched, Display(Name = "Supplier")]
    public string? Supplier { get; init; }

    [Display(Name = "Location")]
    public string Location { get; init; } = "";

    [Display(Name = "State")]
    public SuggestionState State { get; init; }

    [Display(Name = "Order")]
    public decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    [Display(Name = "Price")]
    public decimal Price { get; init; }

    [Display(Name = "Total")]
    public decimal Amount { get; init; }

    [Display(Name = "Currency")]
    public string Currency { get; init; } = "";

    [Display(Name = "Since")]
    public DateOnly FoundOn { get; init; }

    public DateOnly? SnoozedUntil { get; init; }

    public string? Reason { get; init; }

    [NotSorted, NotFiltered]
    public string Calculation { get; init; } = "";

    public long ItemId { get; init; }

    public long? SupplierId { get; init; }

    public long LocationId { get; init; }

    public long? OrderId { get; init; }

    internal static IQueryable<SuggestionRow> From(BackOfficeDb db) =>
        from suggestion in db.Set<ReorderSuggestion>()
        join item in db.Set<Item>() on suggestion.ItemId equals item.Id
        join location in db.Set<Location>() on suggestion.LocationId equals location.Id
        join supplier in db.Set<Supplier>() on suggestion.SupplierId equals (long?)supplier.Id into suppliers
        from supplier in suppliers.DefaultIfEmpty()
        select new SuggestionRow
        {
            Id = suggestion.Id, Sku = item.Sku, Item = item.Name, Supplier = supplier.Name, Location = location.Name, State = suggestion.State, Quantity = suggestion.Quantity, Unit = item.Unit,
            Price = suggestion.Price, Amount = suggestion.Amount, Currency = suggestion.Currency, FoundOn = suggestion.FoundOn, SnoozedUntil = suggestion.SnoozedUntil, Reason = suggestion.Reason,
            Calculation = suggestion.Calculation, ItemId = item.Id, SupplierId = suggestion.SupplierId, LocationId = suggestion.LocationId, OrderId = suggestion.OrderId,
        };
}

/// <summary>A supplier with the suggestions for him.</summary>
/// <param name="Supplier">Who; null where nobody supplies the items.</param>
/// <param name="Rows">What.</param>
public sealed record DeskGroup(Supplier? Supplier, IReadOnlyList<SuggestionRow> Rows);

/// <summary>The reorder desk as it lies there.</summary>
/// <param name="Groups">By supplier.</param>
/// <param name="Counts">How many lie on each pile.</param>
/// <param name="LastRun">When the stock was last checked.</param>
/// <param name="Locations">Where anything is suggested.</param>
public sealed record DeskView(IReadOnlyList<DeskGroup> Groups, IReadOnlyDictionary<DeskPile, int> Counts, ReorderRun? LastRun, IReadOnlyList<Location> Locations)
{
    internal static async Task<DeskView> ReadAsync(BackOfficeDb db, DeskPile pile, long? locationId, IReadOnlyCollection<long> keep, CancellationToken ct)
    {
        var here = db.Set<ReorderSuggestion>().Where(s => locationId == null || s.LocationId == locationId);
        var counts = await here.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var wanted = SuggestionRow.From(db).Where(s => locationId == null || s.LocationId == locationId);
        var found = await OnPile(wanted, pile, keep).OrderBy(s => s.Supplier == null).ThenBy(s => s.Supplier).ThenBy(s => s.Sku).ThenBy(s => s.Id).Take(ReorderDesk.MostRows).ToListAsync(ct);
        var ids = found.Select(f => f.SupplierId).Distinct().ToList();
        var suppliers = await db.Set<Supplier>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return new DeskView(
            [.. found.GroupBy(f => f.SupplierId).Select(g => new DeskGroup(g.Key is { } id ? suppliers[id] : null, [.. g]))],
            new Dictionary<DeskPile, int>
            {
                [DeskPile.ToDecide] = counts.GetValueOrDefault(SuggestionState.Open) + counts.GetValueOrDefault(SuggestionState.Accepted),
                [DeskPile.Snoozed] = counts.GetValueOrDefault(SuggestionState.Snoozed),
                [DeskPile.Rejected] = counts.GetValueOrDefault(SuggestionState.Rejected),
                [DeskPile.Ordered] = counts.GetValueOrDefault(SuggestionState.Ordered),
            },
            await db.Set<ReorderRun>().OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct),
            await db.Set<Location>().Where(l => db.Set<ReorderRule>().Any(r => r.LocationId == l.Id)).OrderBy(l => l.Name).Take(100).ToListAsync(ct));
    }

    private static IQueryable<SuggestionRow> OnPile(IQueryable<SuggestionRow> rows, DeskPile pile, IReadOnlyCollection<long> keep) => pile switch
    {
        DeskPile.ToDecide => rows.Where(s => s.State == SuggestionState.Open || s.State == SuggestionState.Accepted || keep.Contains(s.Id)),
        DeskPile.Snoozed => rows.Where(s => s.State == SuggestionState.Snoozed || keep.Contains(s.Id)),
        DeskPile.Rejected => rows.Where(s => s.State == SuggestionState.Rejected || keep.Contains(s.Id)),
        _ => rows.Where(s => s.State == SuggestionState.Ordered),
    };
}
