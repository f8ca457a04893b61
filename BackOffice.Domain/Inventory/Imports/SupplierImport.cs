using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Suppliers from a file.</summary>
[Import("inventory.suppliers", "Suppliers", InventoryPermissions.Edit)]
public sealed class SupplierImport : ImportKind
{
    private static readonly ImportColumn<string> Number = ImportColumn.Text("Number", 20).Key().Alias("SupplierID", "Supplier no", "Supplier number", "Vendor", "VendorID", "Vendor no", "Vendor number", "Supplier code", "Vendor code", "Lieferantennummer", "ID");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("Name").Required().Alias("CompanyName", "Company", "Supplier", "Supplier name", "Vendor name", "Lieferant", "Firma");
    private static readonly ImportColumn<string> Contact = ImportColumn.Text("Contact", 120).Alias("ContactName", "Contact person", "Ansprechpartner");
    private static readonly ImportColumn<string> Email = ImportColumn.Text("E-mail", 254).Alias("Email", "Email address", "Mail");
    private static readonly ImportColumn<string> Phone = ImportColumn.Text("Phone", 60).Alias("Telephone", "Phone number", "Tel", "Telefon");
    private static readonly ImportColumn<string> Address = ImportColumn.Text("Address", 400).Alias("Street");
    private static readonly ImportColumn<string> City = ImportColumn.Text("City", 100).Alias("Town", "Ort");
    private static readonly ImportColumn<string> Country = ImportColumn.Text("Country", 60).Alias("Country name", "Land");
    private static readonly ImportColumn<string> Currency = ImportColumn.Text("Currency", 3).Alias("Currency code", "Währung");
    private static readonly ImportColumn<int> LeadDays = ImportColumn.Count("Lead time in days").Alias("LeadDays", "Lead days", "Lead time", "Lead time (days)", "Delivery days", "Lieferzeit");
    private static readonly ImportColumn<decimal> MinimumOrder = ImportColumn.Number("Minimum order").Alias("Minimum order value", "Min order", "Min order value", "Mindestbestellwert");
    private static readonly ImportColumn<string> Terms = ImportColumn.Text("Payment terms", 100).Alias("Terms");
    private static readonly ImportColumn<string> Bank = ImportColumn.Text("Bank account", 100).Alias("IBAN", "Account no");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Number, Name, Contact, Email, Phone, Address, City, Country, Currency, LeadDays, MinimumOrder, Terms, Bank];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var known = await chunk.FindAsync<Supplier>(Number, s => s.Number, ct);
        chunk.Each(line =>
        {
            var supplier = line.Record(known, line.Get(Number), () => new Supplier { Number = line.Get(Number), Currency = chunk.Company.Currency });
            supplier.Name = line.Get(Name);
            line.Set(Contact, text => supplier.ContactName = text);
            line.Set(Email, text => supplier.Email = text);
            line.Set(Phone, text => supplier.Phone = text);
            line.Set(Address, text => supplier.Address = text);
            line.Set(City, text => supplier.City = text);
            line.Set(Country, text => supplier.Country = text);
            line.Set(Currency, text => supplier.Currency = text.ToUpperInvariant());
            line.Set(LeadDays, days => supplier.LeadDays = days);
            line.Set(MinimumOrder, amount => supplier.MinimumOrder = amount);
            line.Set(Terms, text => supplier.PaymentTerms = text);
            line.Set(Bank, text => supplier.BankAccount = Secret.Of(text));
        });
    }
}
