using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Not here yet.</summary>
    Expected,

    /// <summary>Here, counted and put away.</summary>
    Received,

    /// <summary>Will not come.</summary>
    Cancelled,
}

/// <summary>Goods that a supplier sends for a purchase order: expected on a day, received once, part by part.</summary>
/// <remarks>What is outstanding on an order always stands on its expected deliveries, so that nothing that is owed is missing from the board.</remarks>
[Record("inventory.delivery", 653, InventoryPermissions.View)]
public sealed class Delivery : Entity
{
    private readonly List<DeliveryLine> _lines = [];

    /// <summary>Number of the goods receipt, given when it is received.</summary>
    [Numbered("GR"), MaxLength(20)]
    public string? Number { get; private set; }

    /// <summary>The purchase order.</summary>
    public long OrderId { get; internal init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>The day it is expected.</summary>
    [Display(Name = "Expected")]
    public DateOnly ExpectedOn { get; set; }

    /// <summary>Who brings it.</summary>
    [Display(Name = "Carrier"), MaxLength(100)]
    public string? Carrier { get; set; }

    /// <summary>The carrier's reference.</summary>
    [Display(Name = "Tracking reference"), MaxLength(100)]
    public string? TrackingReference { get; set; }

    /// <summary>The day it was received.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>Who received it.</summary>
    [MaxLength(200)]
    public string? ReceivedBy { get; private set; }

    /// <summary>Days after the expected day; negative when early.</summary>
    public int? LateDays { get; private set; }

    /// <summary>What it brings.</summary>
    public IReadOnlyList<DeliveryLine> Lines => _lines;

    /// <summary>Expects more of an order line, or less when negative.</summary>
    internal void Expect(PurchaseOrderLine line, decimal quantity)
    {
        RequireExpected();
        var expected = _lines.FirstOrDefault(l => l.OrderLineId == line.Id);
        if (expected is null) _lines.Add(expected = new DeliveryLine { OrderLineId = line.Id, ItemId = line.ItemId });
        expected.Expected += quantity;
    }

    /// <summary>How much of an order line it still has to bring.</summary>
    public decimal ExpectedOf(long orderLineId) => State == DeliveryState.Expected ? _lines.FirstOrDefault(l => l.OrderLineId == orderLineId)?.Expected ?? 0 : 0;

    /// <summary>It is here.</summary>
    internal void Receive(PurchaseOrder order, IReadOnlyList<ReceivedPart> parts, decimal tolerancePercent, string number, Actor by, DateTime at, DateOnly on)
    {
        RequireExpected();
        Rule.Require(order.State.IsReceivable(), "{0} is {1}, so nothing can be received for it.", order.Title, order.State.Words());
        Rule.Require(parts.Count > 0, "Enter what has arrived.");
        foreach (var group in parts.GroupBy(p => p.OrderLineId))
        {
            var ordered = order.Line(group.Key);
            ordered.Receive(group.Sum(p => p.Quantity), tolerancePercent);
            var line = _lines.FirstOrDefault(l => l.OrderLineId == group.Key);
            if (line is null) _lines.Add(line = new DeliveryLine { OrderLineId = ordered.Id, ItemId = ordered.ItemId });
            foreach (var part in group) line.Put(part, ordered.Position);
        }
        (State, Number, ReceivedOn, ReceivedAt, ReceivedBy, LateDays) = (DeliveryState.Received, number, on, at, by.Name, on.DayNumber - ExpectedOn.DayNumber);
    }

    internal void Cancel() => State = DeliveryState.Cancelled;

    internal void RequireExpected() => Rule.Require(State == DeliveryState.Expected, State == DeliveryState.Received ? "This delivery was received by {0} on {1:d} as {2}. Nothing was booked again." : "This delivery was cancelled.", ReceivedBy, ReceivedOn, Number);
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => new { d.State, d.ExpectedOn });
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(d => d.OrderId);
        builder.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
