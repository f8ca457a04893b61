using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;

namespace BackOffice.Domain.Inventory.Demand;

/// <summary>What was sold of an item before the office kept its stock here: counts as demand, moves no stock.</summary>
[Record("inventory.past-demand", 116, InventoryPermissions.View)]
[NotAudited("it repeats a file that the book of imports keeps")]
public sealed class PastDemand : Entity
{
    public long ItemId { get; internal init; }

    /// <summary>Where it was sold from.</summary>
    public long LocationId { get; internal init; }

    public DateOnly SoldOn { get; internal set; }

    /// <summary>Sold; negative when it was brought back.</summary>
    public decimal Quantity { get; internal set; }

    /// <summary>Number of the invoice or order.</summary>
    [Required, MaxLength(60)]
    public string Document { get; internal init; } = "";

    /// <summary>The row of the file, so that the same file again changes nothing.</summary>
    public int Row { get; internal init; }
}

internal sealed class PastDemandMapping : IEntityTypeConfiguration<PastDemand>
{
    public void Configure(EntityTypeBuilder<PastDemand> builder)
    {
        builder.HasIndex(d => new { d.Document, d.Row }).IsUnique();
        // Demand is read from this index alone.
        builder.HasIndex(d => new { d.ItemId, d.LocationId, d.SoldOn, d.Quantity });
        builder.HasOne<Item>().WithMany().HasForeignKey(d => d.ItemId);
        builder.HasOne<Location>().WithMany().HasForeignKey(d => d.LocationId);
    }
}
