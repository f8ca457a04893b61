namespace BackOffice.Domain.Inventory.Demand;

/// <summary>A sale from before the office kept its stock here; says on which day its lines were sold.</summary>
[Record("inventory.past-sale", 115, InventoryPermissions.View)]
[NotAudited("it repeats a file that the book of imports keeps")]
public sealed class PastSale : Entity
{
    /// <summary>Number of the invoice or order; unique.</summary>
    [Required, MaxLength(60)]
    public string Document { get; internal init; } = "";

    public DateOnly SoldOn { get; internal set; }
}

internal sealed class PastSaleMapping : IEntityTypeConfiguration<PastSale>
{
    public void Configure(EntityTypeBuilder<PastSale> builder) => builder.HasIndex(s => s.Document).IsUnique();
}
