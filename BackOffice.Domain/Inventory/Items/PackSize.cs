namespace BackOffice.Domain.Inventory.Items;

/// <summary>A pack in which an item is bought or issued: a box of 10, a pallet of 480.</summary>
[Record("inventory.pack-size", 102, InventoryPermissions.View)]
public sealed class PackSize : Entity
{
    public long ItemId { get; set; }

    [Required, MaxLength(60), Display(Name = "Pack")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>How many units of the item are in it.</summary>
    [Range(0.0001, 1_000_000d), Display(Name = "Contains")]
    public decimal Quantity { get; set; } = 1;

    /// <summary>As printed on the pack; unique where given.</summary>
    [MaxLength(60), Display(Name = "Barcode")]
    public string? Barcode { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}

internal sealed class PackSizeMapping : IEntityTypeConfiguration<PackSize>
{
    public void Configure(EntityTypeBuilder<PackSize> builder)
    {
        builder.HasIndex(p => new { p.ItemId, p.Name }).IsUnique();
        builder.HasIndex(p => p.Barcode).IsUnique();
        builder.HasOne<Item>().WithMany().HasForeignKey(p => p.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
