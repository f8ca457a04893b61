using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>How an item stands, as a clerk sees it at a glance.</summary>
public enum StockState
{
    /// <summary>Nothing good at hand.</summary>
    OutOfStock,

    /// <summary>At hand, but what is projected has come down to the reorder point.</summary>
    Low,

    /// <summary>As it should be.</summary>
    InStock,
}

/// <summary>The totals of one item over all locations and its moving average cost, kept in the same transaction as every movement.</summary>
[NotAudited("it repeats what stock entries, reservations and orders say, and is proved every night")]
public sealed class ItemStock : Entity
{
    public long ItemId { get; internal init; }

    /// <summary>Good stock at hand.</summary>
    public decimal OnHand { get; private set; }

    /// <summary>At hand but not good: quarantined, returned, damaged.</summary>
    public decimal Held { get; private set; }

    /// <summary>Good stock on its way between two locations.</summary>
    public decimal InTransit { get; private set; }

    /// <summary>Promised to somebody.</summary>
    public decimal Reserved { get; private set; }

    /// <summary>Ordered from suppliers and not yet received.</summary>
    public decimal OnOrder { get; private set; }

    /// <summary>What may be promised: on hand less reserved.</summary>
    public decimal Available { get; private set; }

    /// <summary>What there will be: available, on order and in transit.</summary>
    public decimal Projected { get; private set; }

    /// <summary>Moving average cost of one unit, in the company's currency.</summary>
    public decimal AverageCost { get; private set; }

    /// <summary>Value of all stock of the item; the sum of the values of its entries.</summary>
    public decimal StockValue { get; private set; }

    /// <summary>The sum of its reorder points over all locations; none while no rule watches it.</summary>
    public decimal? ReorderAt { get; private set; }

    /// <summary>What is projected has come down to the reorder point.</summary>
    public bool ToReorder { get; private set; }

    /// <summary>How it stands.</summary>
    public StockState State { get; private set; }

    /// <summary>When it last moved, in UTC; when it was entered while nothing has.</summary>
    public DateTime MovedAt { get; internal set; }

    /// <summary>Everything the office owns of the item, wherever and in whatever state.</summary>
    public decimal Owned => OnHand + Held + InTransit;

    /// <summary>Nothing there, nothing promised, nothing expected.</summary>
    public bool IsIdle => OnHand == 0 && Held == 0 && InTransit == 0 && Reserved == 0 && OnOrder == 0;

    /// <summary>Goods come (at a cost, or at the average) or go (at the average); the average changes only when goods come at a cost.</summary>
    /// <returns>What the movement adds to the value of the stock.</returns>
    internal decimal Post(decimal change, decimal? unitCost, LocationKind kind, StockQuality quality)
    {
        var (before, after, valueBefore) = (Owned, Owned + change, StockValue);
        // What the database would keep of it, so that nothing differs after reading it again.
        if (unitCost is not null) unitCost = Round(unitCost.Value);
        if (change > 0 && unitCost is { } cost) AverageCost = before > 0 ? Round(((before * AverageCost) + (change * cost)) / after) : cost;
        if (before < 0 || after <= 0) StockValue = Round(after * AverageCost);
        else if (change > 0) StockValue += Round(change * (unitCost ?? AverageCost));
        // The average is rounded, so the last pieces may be worth a trifle less than it says; never less than nothing.
        else StockValue = Math.Max(0, StockValue + Round(change * AverageCost));
        Place(change, kind, quality);
        return StockValue - valueBefore;
    }

    /// <summary>Goods change place or quality; their value stays.</summary>
    internal void Place(decimal change, LocationKind kind, StockQuality quality)
    {
        if (quality != StockQuality.Good) Held += change;
        else if (kind == LocationKind.Transit) InTransit += change;
        else OnHand += change;
        Foresee();
    }

    /// <summary>Promised to somebody, or released when negative.</summary>
    internal void Reserve(decimal change)
    {
        Reserved += change;
        Foresee();
    }

    /// <summary>Ordered from a supplier, or received or cancelled when negative.</summary>
    internal void Order(decimal change)
    {
        OnOrder += change;
        Foresee();
    }

    /// <summary>Value of a quantity at the average cost.</summary>
    public decimal ValueOf(decimal quantity) => Round(quantity * AverageCost);

    /// <summary>The reorder points that watch it now; none when no rule does.</summary>
    internal void Watch(decimal? reorderAt)
    {
        ReorderAt = reorderAt;
        Foresee();
    }

    private void Foresee()
    {
        Available = OnHand - Reserved;
        Projected = Available + OnOrder + InTransit;
        ToReorder = Projected <= ReorderAt;
        State = OnHand <= 0 ? StockState.OutOfStock : ToReorder ? StockState.Low : StockState.InStock;
    }

    private static decimal Round(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
}

internal sealed class ItemStockMapping : IEntityTypeConfiguration<ItemStock>
{
    public void Configure(EntityTypeBuilder<ItemStock> builder)
    {
        builder.HasIndex(s => s.ItemId).IsUnique();
        // The item's id is the last key of the list of items in every order.
        builder.HasIndex(s => new { s.OnHand, s.ItemId });
        builder.HasIndex(s => new { s.Available, s.ItemId });
        builder.HasIndex(s => new { s.Projected, s.ItemId });
        // Few items are low or rest for long, so their views are read from these.
        builder.HasIndex(s => new { s.State, s.ItemId });
        builder.HasIndex(s => new { s.ToReorder, s.ItemId });
        builder.HasIndex(s => new { s.MovedAt, s.ItemId });
        builder.HasOne<Item>().WithOne().HasForeignKey<ItemStock>(s => s.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
