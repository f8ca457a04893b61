using BackOffice.Domain.Inventory.Purchasing;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>A date that a supplier promised for an order or one of its lines; a later promise is a row of its own, so none is forgotten.</summary>
[Record("inventory.promise-date", 654, InventoryPermissions.View)]
public sealed class PromiseDate : Entity
{
    /// <summary>The order.</summary>
    public long OrderId { get; internal init; }

    /// <summary>The line, or null for the whole order.</summary>
    public long? OrderLineId { get; internal init; }

    /// <summary>The day that was promised.</summary>
    public DateOnly PromisedOn { get; internal init; }

    /// <summary>Who promised it.</summary>
    [MaxLength(200)]
    public string? SaidBy { get; internal init; }

    /// <summary>Who wrote it down.</summary>
    [MaxLength(200)]
    public string WrittenBy { get; internal init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTime WrittenAt { get; internal init; }

    /// <summary>The day the last of it arrived.</summary>
    public DateOnly? ArrivedOn { get; private set; }

    /// <summary>Days between promise and arrival; negative when early.</summary>
    public int? LateDays { get; private set; }

    /// <summary>All of what was promised is here.</summary>
    internal void Settle(DateOnly arrivedOn)
    {
        if (ArrivedOn is not null) return;
        (ArrivedOn, LateDays) = (arrivedOn, arrivedOn.DayNumber - PromisedOn.DayNumber);
    }
}

internal sealed class PromiseDateMapping : IEntityTypeConfiguration<PromiseDate>
{
    public void Configure(EntityTypeBuilder<PromiseDate> builder)
    {
        builder.HasIndex(p => p.OrderId);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(p => p.OrderId);
        builder.HasOne<PurchaseOrderLine>().WithMany().HasForeignKey(p => p.OrderLineId);
    }
}
