namespace BackOffice.Domain.Inventory.Items;

/// <summary>What may still be done with an item.</summary>
public enum ItemStatus
{
    /// <summary>Bought, kept and issued.</summary>
    Active,

    /// <summary>Sold off: issued as long as there is stock, ordered no more.</summary>
    Discontinued,

    /// <summary>Nothing moves until somebody releases it.</summary>
    Blocked,

    /// <summary>Gone, kept for its history.</summary>
    Archived,
}

/// <summary>Something the office keeps in stock, known by its SKU.</summary>
[Record("inventory.item", 101, InventoryPermissions.View)]
public sealed class Item : Entity, ISearchable, IValidatableObject
{
    /// <summary>The office's own code; unique.</summary>
    [Required, MaxLength(40), Display(Name = "SKU")]
    public string Sku { get; set => field = (value ?? "").Trim(); } = "";

    [Required, MaxLength(200), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [MaxLength(2000), Display(Name = "Description")]
    public string? Description { get; set; }

    [Display(Name = "Category")]
    public long? CategoryId { get; set; }

    /// <summary>What one is: piece, kg, box. All quantities of the item are in it.</summary>
    [Required, MaxLength(20), Display(Name = "Unit")]
    public string Unit { get; set => field = (value ?? "").Trim(); } = "pcs";

    /// <summary>As printed on one unit; unique where given.</summary>
    [MaxLength(60), Display(Name = "Barcode")]
    public string? Barcode { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Selling price of one unit.</summary>
    [Range(0d, 900_000_000_000d), Display(Name = "Price")]
    public decimal Price { get; set; }

    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "A currency is three capital letters, as EUR."), MaxLength(3), Display(Name = "Currency")]
    public string Currency { get; set; } = "EUR";

    [Display(Name = "Status")]
    public ItemStatus Status { get; private set; }

    /// <summary>Stock is kept by lot.</summary>
    [Display(Name = "Lots")]
    public bool TracksLots { get; set; }

    /// <summary>Every single piece has a number of its own.</summary>
    [Display(Name = "Serial numbers")]
    public bool TracksSerials { get; set; }

    /// <summary>Every lot has a day after which it is not issued.</summary>
    [Display(Name = "Expiry dates")]
    public bool TracksExpiry { get; set; }

    /// <summary>Stock of the item is kept by lot, serial or expiry, so every movement names a lot.</summary>
    public bool NeedsLot => TracksLots || TracksSerials || TracksExpiry;

    /// <summary>New orders may be placed.</summary>
    public bool MayBeOrdered => Status == ItemStatus.Active;

    /// <summary>Sells off what there is; nothing new is ordered.</summary>
    public void Discontinue() => Become(ItemStatus.Discontinued);

    /// <summary>Stops every movement.</summary>
    public void Block() => Become(ItemStatus.Blocked);

    /// <summary>Back to normal.</summary>
    public void Activate() => Status = ItemStatus.Active;

    /// <summary>Puts the item away; it must not have stock, orders or reservations any more.</summary>
    public void Archive(Stock.ItemStock totals)
    {
        Rule.Require(totals.IsIdle, "{0} still has stock, orders or reservations. Issue or cancel them first.", Sku);
        Become(ItemStatus.Archived);
    }

    private void Become(ItemStatus status)
    {
        Rule.Require(Status != ItemStatus.Archived, "{0} is archived. Activate it first.", Sku);
        Status = status;
    }

    string ISearchable.SearchTitle => $"{Sku} {Name}";
    string ISearchable.SearchText => $"{Barcode} {Description}".Trim();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TracksSerials && TracksLots) yield return new ValidationResult("An item has lots or serial numbers, not both.", [nameof(TracksSerials)]);
    }
}

internal sealed class ItemMapping : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.HasIndex(i => i.Sku).IsUnique();
        builder.HasIndex(i => i.Barcode).IsUnique();
        builder.HasIndex(i => i.Name);
        builder.HasIndex(i => i.Price);
        builder.HasIndex(i => i.Status);
        builder.HasOne<ItemCategory>().WithMany().HasForeignKey(i => i.CategoryId);
    }
}
