using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>When and how much of an item is ordered for a location.</summary>
[Record("inventory.reorder-rule", 650, InventoryPermissions.View)]
public sealed class ReorderRule : Entity, IValidatableObject
{
    /// <summary>The item.</summary>
    [Display(Name = "Item"), Range(1, long.MaxValue, ErrorMessage = "Choose an item.")]
    public long ItemId { get; set; }

    /// <summary>Where it has to be on hand.</summary>
    [Display(Name = "Location"), Range(1, long.MaxValue, ErrorMessage = "Choose a location.")]
    public long LocationId { get; set; }

    /// <summary>Order when the projected stock is at or below it.</summary>
    [Display(Name = "Reorder point")]
    public decimal ReorderPoint { get; set; }

    /// <summary>Always this much, or</summary>
    [Display(Name = "Fixed quantity")]
    public decimal? FixedQuantity { get; set; }

    /// <summary>as much as fills up to this level.</summary>
    [Display(Name = "Order up to")]
    public decimal? UpTo { get; set; }

    /// <summary>Never less than this in one order; the supplier's own minimum counts too.</summary>
    [Display(Name = "Minimum order")]
    public decimal? Minimum { get; set; }

    /// <summary>Never more than this in one order.</summary>
    [Display(Name = "Maximum order")]
    public decimal? Maximum { get; set; }

    /// <summary>In whole boxes of this many; empty takes the supplier's pack.</summary>
    [Display(Name = "Multiple")]
    public decimal? Multiple { get; set; }

    /// <summary>Days from ordering to receiving; empty takes the supplier's.</summary>
    [Display(Name = "Lead time, days"), Range(0, 730)]
    public int? LeadDays { get; set; }

    /// <summary>Days of demand kept against surprises.</summary>
    [Display(Name = "Safety days"), Range(0, 365)]
    public int SafetyDays { get; set; } = 7;

    /// <summary>How many days back demand is measured.</summary>
    [Display(Name = "Demand window, days"), Range(1, 730)]
    public int DemandDays { get; set; } = 90;

    /// <summary>Preferred days of stock above the reorder point.</summary>
    [Display(Name = "Days of stock"), Range(1, 730)]
    public int StockDays { get; set; } = 30;

    /// <summary>Switched off, the item is left alone.</summary>
    [Display(Name = "Active")]
    public bool IsActive { get; set; } = true;

    /// <summary>What has to be obeyed, the supplier's own terms included.</summary>
    /// <param name="supplierMinimum">The supplier's minimum for the item.</param>
    /// <param name="supplierPack">The supplier's pack.</param>
    public OrderTerms TermsWith(decimal? supplierMinimum, decimal? supplierPack) =>
        new(ReorderPoint, FixedQuantity, UpTo, Maximum, supplierMinimum > (Minimum ?? 0) ? supplierMinimum : Minimum, Multiple ?? supplierPack);

    /// <summary>Takes over what the demand suggests.</summary>
    public void Adopt(ReorderAdvice advice)
    {
        ReorderPoint = advice.ReorderPoint;
        if (FixedQuantity is null) UpTo = advice.UpTo;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReorderPoint < 0) yield return new("The reorder point cannot be below zero.", [nameof(ReorderPoint)]);
        if (FixedQuantity is null == UpTo is null) yield return new("Enter either a fixed quantity or a level to order up to.", [nameof(UpTo)]);
        if (FixedQuantity <= 0) yield return new("The fixed quantity has to be more than zero.", [nameof(FixedQuantity)]);
        if (UpTo <= ReorderPoint) yield return new(FormattableString.Invariant($"Order up to {UpTo:0.####} does not lie above the reorder point {ReorderPoint:0.####}. Enter {Math.Floor(ReorderPoint) + 1:0} or more."), [nameof(UpTo)]);
        if (Minimum <= 0) yield return new("The minimum order has to be more than zero, or empty.", [nameof(Minimum)]);
        if (Maximum <= 0) yield return new("The maximum order has to be more than zero, or empty.", [nameof(Maximum)]);
        if (Multiple <= 0) yield return new("The multiple has to be more than zero, or empty.", [nameof(Multiple)]);
        if (Minimum > Maximum) yield return new(FormattableString.Invariant($"The minimum order {Minimum:0.####} lies above the maximum order {Maximum:0.####}."), [nameof(Minimum)]);
    }
}

internal sealed class ReorderRuleMapping : IEntityTypeConfiguration<ReorderRule>
{
    public void Configure(EntityTypeBuilder<ReorderRule> builder)
    {
        builder.HasIndex(r => new { r.ItemId, r.LocationId }).IsUnique();
        builder.HasOne<Item>().WithMany().HasForeignKey(r => r.ItemId);
        builder.HasOne<Location>().WithMany().HasForeignKey(r => r.LocationId);
    }
}
