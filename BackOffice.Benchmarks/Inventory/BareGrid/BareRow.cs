using BackOffice.Domain.Inventory.Items;

namespace BackOffice.Benchmarks.Inventory.BareGrid;

/// <summary>What the bare grid shows of an item.</summary>
internal sealed record BareRow
{
    public long Id { get; init; }
    public string Sku { get; init; } = "";
    public string Name { get; init; } = "";
    public string Category { get; init; } = "";
    public decimal OnHand { get; init; }
    public decimal Projected { get; init; }
    public string Unit { get; init; } = "";
    public decimal Price { get; init; }
    public ItemStatus Status { get; init; }
}
