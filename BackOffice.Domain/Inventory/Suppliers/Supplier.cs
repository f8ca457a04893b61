namespace BackOffice.Domain.Inventory.Suppliers;

/// <summary>Somebody the office buys from.</summary>
[Record("inventory.supplier", 104, InventoryPermissions.View)]
public sealed class Supplier : Entity, ISearchable
{
    /// <summary>The office's own number for it; unique.</summary>
    [Required, MaxLength(20), Display(Name = "Number")]
    public string Number { get; set => field = (value ?? "").Trim(); } = "";

    [Required, MaxLength(200), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [MaxLength(120), Display(Name = "Contact")]
    public string? ContactName { get; set; }

    [MaxLength(254), EmailAddress, Display(Name = "E-mail")]
    public string? Email { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [MaxLength(60), Display(Name = "Phone")]
    public string? Phone { get; set; }

    [MaxLength(400), Display(Name = "Address")]
    public string? Address { get; set; }

    [MaxLength(100), Display(Name = "City")]
    public string? City { get; set; }

    [MaxLength(60), Display(Name = "Country")]
    public string? Country { get; set; }

    /// <summary>The currency of its prices and orders.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "A currency is three capital letters, as EUR."), MaxLength(3), Display(Name = "Currency")]
    public string Currency { get; set; } = "EUR";

    /// <summary>Days from order to delivery, as agreed.</summary>
    [Range(0, 1000), Display(Name = "Lead time in days")]
    public int LeadDays { get; set; }

    /// <summary>The smallest order it accepts, in its currency.</summary>
    [Range(0d, 900_000_000_000d), Display(Name = "Minimum order")]
    public decimal MinimumOrder { get; set; }

    /// <summary>How much more than ordered is taken in, in percent.</summary>
    [Range(0d, 100d), Display(Name = "Over-receipt tolerance in percent")]
    public decimal OverReceiptPercent { get; set; }

    [MaxLength(100), Display(Name = "Payment terms")]
    public string? PaymentTerms { get; set; }

    [Display(Name = "Bank account")]
    public Secret? BankAccount { get; set; }

    /// <summary>Nothing new is ordered from an inactive supplier.</summary>
    [Display(Name = "Active")]
    public bool Active { get; private set; } = true;

    /// <summary>Ends or resumes buying from it.</summary>
    public void SwitchTo(bool active) => Active = active;

    string ISearchable.SearchTitle => $"{Number} {Name}";
    string ISearchable.SearchText => $"{ContactName} {Email} {City} {Country}".Trim();
}

internal sealed class SupplierMapping : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => s.Name);
    }
}
