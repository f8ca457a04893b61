using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Items;

/// <summary>A group of items; groups stand in a tree.</summary>
[Record("inventory.category", 103, InventoryPermissions.View)]
public sealed class ItemCategory : Branch
{
    /// <summary>As other systems number it; unique where given.</summary>
    [MaxLength(40), Display(Name = "Code")]
    public string? Code { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Unique, so that files can name it.</summary>
    [Required, MaxLength(100), Display(Name = "Category")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [MaxLength(400), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override string Title => Name;
}

internal sealed class ItemCategoryMapping : IEntityTypeConfiguration<ItemCategory>
{
    public void Configure(EntityTypeBuilder<ItemCategory> builder)
    {
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.Path);
        builder.HasOne<ItemCategory>().WithMany().HasForeignKey(c => c.ParentId);
    }
}
