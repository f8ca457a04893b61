using BackOffice.Domain.Inventory.Items;

namespace BackOffice.Domain.Inventory.Suppliers;

/// <summary>An item as one of its suppliers sells it: his code, his price, his packs.</summary>
[Record("inventory.supplier-item", 105, InventoryPermissions.View)]
public sealed class SupplierItem : Entity
{
    public long SupplierId { get; set; }

    public long ItemId { get; set; }

    /// <summary>The supplier's own code of the item.</summary>
    [MaxLength(60), Display(Name = "Supplier's code")]
    public string? SupplierCode { get; set; }

    /// <summary>Price of one unit of the item, in the supplier's currency.</summary>
    [Range(0d, 900_000_000_000d), Display(Name = "Price")]
    public decimal Price { get; set; }

    /// <summary>Sold only in multiples of this many units.</summary>
    [Range(0.0001, 1_000_000d), Display(Name = "Pack")]
    public decimal PackQuantity { get; set; } = 1;

    /// <summary>The least he sells.</summary>
    [Range(0d, 1_000_000_000d), Display(Name = "Minimum")]
    public decimal MinimumQuantity { get; set; }

    /// <summary>Whom we ask first: 1 before 2.</summary>
    [Range(1, 99), Display(Name = "Priority")]
    public int Priority { get; set; } = 1;
}

internal sealed class SupplierItemMapping : IEntityTypeConfiguration<SupplierItem>
{
    public void Configure(EntityTypeBuilder<SupplierItem> builder)
    {
        builder.HasIndex(s => new { s.SupplierId, s.ItemId }).IsUnique();
        builder.HasIndex(s => new { s.ItemId, s.Priority });
        builder.HasOne<Supplier>().WithMany().HasForeignKey(s => s.SupplierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Item>().WithMany().HasForeignKey(s => s.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
