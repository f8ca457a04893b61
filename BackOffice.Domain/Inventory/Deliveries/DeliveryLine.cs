using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>How much of an order line a delivery was expected to bring, and what it brought.</summary>
public sealed class DeliveryLine : Entity
{
    private readonly List<DeliveryPart> _parts = [];

    /// <summary>The delivery.</summary>
    public long DeliveryId { get; private set; }

    /// <summary>The line of the order.</summary>
    public long OrderLineId { get; internal init; }

    /// <summary>The item.</summary>
    public long ItemId { get; internal init; }

    /// <summary>What was expected.</summary>
    public decimal Expected { get; internal set; }

    /// <summary>What was received.</summary>
    public decimal Received { get; private set; }

    /// <summary>Which lots went to which bins.</summary>
    public IReadOnlyList<DeliveryPart> Parts => _parts;

    internal void Put(ReceivedPart part, int position)
    {
        Rule.RequireField(nameof(Received), part.Quantity > 0, "Line {0}: enter more than zero.", position);
        _parts.Add(new DeliveryPart { LocationId = part.LocationId, LotCode = part.LotCode, ExpiresOn = part.ExpiresOn, Quality = part.Quality, Quantity = part.Quantity });
        Received += part.Quantity;
    }
}

/// <summary>A part of a received line: one lot in one bin, in one condition.</summary>
[AppendOnly]
public sealed class DeliveryPart : Entity
{
    /// <summary>The line.</summary>
    public long DeliveryLineId { get; private set; }

    /// <summary>The bin it was put into.</summary>
    public long LocationId { get; internal init; }

    /// <summary>The lot or serial number.</summary>
    [MaxLength(60)]
    public string? LotCode { get; internal init; }

    /// <summary>When the lot expires.</summary>
    public DateOnly? ExpiresOn { get; internal init; }

    /// <summary>In which condition it came.</summary>
    public StockQuality Quality { get; internal init; }

    /// <summary>How much.</summary>
    public decimal Quantity { get; internal init; }
}

/// <summary>What a person at the dock enters for a part of a line.</summary>
/// <param name="OrderLineId">The line of the order.</param>
/// <param name="Quantity">How much.</param>
/// <param name="LocationId">Into which bin.</param>
/// <param name="LotCode">The lot or serial number, where the item asks for it.</param>
/// <param name="ExpiresOn">When the lot expires.</param>
/// <param name="Quality">In which condition.</param>
public sealed record ReceivedPart(long OrderLineId, decimal Quantity, long LocationId, string? LotCode = null, DateOnly? ExpiresOn = null, StockQuality Quality = StockQuality.Good);

internal sealed class DeliveryLineMapping : IEntityTypeConfiguration<DeliveryLine>
{
    public void Configure(EntityTypeBuilder<DeliveryLine> builder)
    {
        builder.HasOne<PurchaseOrderLine>().WithMany().HasForeignKey(l => l.OrderLineId);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
        builder.HasMany(l => l.Parts).WithOne().HasForeignKey(p => p.DeliveryLineId).OnDelete(DeleteBehavior.Cascade);
    }
}
