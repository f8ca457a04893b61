using System.Text;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Tests.Platform;
using BackOffice.Tests.Platform.Transfer;
using static BackOffice.Tests.Inventory.Files;

namespace BackOffice.Tests.Inventory;

/// <summary>Files as other programs and other countries write them, imported without a word of explanation.</summary>
public sealed class OddFilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    static OddFilesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static async Task<List<(string Sku, string Name, decimal Price)>> ItemsAsync(TestHouse house) =>
        [.. (await house.Get<ItemCatalog>().ListAsync(new GridQuery { Sorts = [new GridSort("Sku")] }, Ct)).Rows.Select(i => (i.Sku, i.Name, i.Price))];

    [Fact]
    public async Task A_price_list_from_a_German_spreadsheet_in_Windows_1252_comes_in_as_it_is()
    {
        await using var house = await TestHouse.OpenAsync();
        using var file = new FileAtHand("Artikelnummer;Bezeichnung;Warengruppe;Einheit;Verkaufspreis;EAN\r\nA-100;Größe \"M\" Schraube;Schrauben;Stk;1.234,50 €;4006381333931\r\nA-101;\"Mutter; verzinkt\";Schrauben;Stk;0,05 €;\r\n", Encoding.GetEncoding(1252));

        var run = await house.ImportFileAsync("inventory.items", file.Path);

        Assert.Equal("2 = 2 + 0 + 0 + 0", Counts(run));
        Assert.Equal([("A-100", "Größe \"M\" Schraube", 1234.5m), ("A-101", "Mutter; verzinkt", 0.05m)], await ItemsAsync(house));
        Assert.Equal("Column Verkaufspreis: the currency signs € are left out.", run.Notes);
    }

    [Fact]
    public async Task Tab_separated_UTF_16_with_dollars_and_a_column_that_nobody_knows_comes_in_and_says_what_it_left()
    {
        await using var house = await TestHouse.OpenAsync();
        using var file = new FileAtHand("Product code\tDescription\tUnit price\tShelf life\r\nP-1\tTea ☕ چائے\t$1,234.56\t9\r\nP-2\tCoffee\tRs. 1,500/-\t9\r\n", Encoding.Unicode);

        var run = await house.ImportFileAsync("inventory.items", file.Path);

        Assert.Equal([("P-1", "Tea ☕ چائے", 1234.56m), ("P-2", "Coffee", 1500m)], await ItemsAsync(house));
        Assert.Contains("These columns of the file are not imported: Shelf life.", run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_with_a_heading_blank_lines_titles_twice_and_a_total_gives_its_rows_and_rejects_its_total()
    {
        await using var house = await TestHouse.OpenAsync();

        var run = await house.ImportAsync("inventory.items", "Price list 2026,,,\nNorthern store,,,\n,,,\nSKU,Name,Price,Price\nH1,One,1.50,1.20\n,,,\nH2,Two,2.50,2.20\n\nTotal,,4.00,3.40\n");

        Assert.Equal("3 = 2 + 0 + 0 + 1", Counts(run));
        Assert.Equal([("H1", "One", 1.5m), ("H2", "Two", 2.5m)], await ItemsAsync(house));
        Assert.Contains("Total is new and needs a name.", Assert.Single(await house.ReasonsAsync(run)), StringComparison.Ordinal);
        Assert.Contains("The titles were found in row 4; what stands above is left out.", run.Notes, StringComparison.Ordinal);
        Assert.Contains("These columns of the file are not imported: Price (2).", run.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "nein")]
    [InlineData("x", "")]
    [InlineData("Y", "N")]
    [InlineData("1", "0")]
    [InlineData("✓", "-")]
    [InlineData("TRUE", "FALSE")]
    public async Task Yes_and_no_are_known_in_many_words(string yes, string no)
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.Equal("2 = 2 + 0 + 0 + 0", Counts(await house.ImportAsync("inventory.items", $"SKU,Name,Discontinued\nA,Old,{yes}\nB,New,{no}\n")));

        Assert.Equal("A", Assert.Single((await house.Get<ItemCatalog>().ListAsync(new GridQuery { Filters = [new GridFilter("Status", GridOperator.Is, "Discontinued")] }, Ct)).Rows).Sku);
    }

    [Theory]
    [InlineData("inventory.opening-stock", "Item No.;Qty on hand;Unit cost;Warehouse", "SKU=Item No., Quantity=Qty on hand, Unit cost=Unit cost, Location=Warehouse")]
    [InlineData("inventory.reorder-rules", "Article;Reorder level;Max stock;Lead time (days)", "SKU=Article, Reorder point=Reorder level, Order up to=Max stock, Lead time in days=Lead time (days)")]
    [InlineData("inventory.purchase-orders", "PO Number;Vendor;Item no;Qty ordered;Unit Price;Delivery date", "Order=PO Number, Supplier=Vendor, SKU=Item no, Quantity=Qty ordered, Price=Unit Price, Wanted=Delivery date")]
    [InlineData("inventory.suppliers", "Vendor no;Vendor name;E-Mail;Lead time (days);Min. order", "Number=Vendor no, Name=Vendor name, E-mail=E-Mail, Lead time in days=Lead time (days), Minimum order=Min. order")]
    [InlineData("inventory.issues", "Receipt no;Artikelnummer;Menge;Datum", "Document=Receipt no, SKU=Artikelnummer, Quantity=Menge, Day=Datum")]
    [InlineData("inventory.items", "Code;Article;Selling price;Vendor;Cost", "SKU=Code, Name=Article, Price=Selling price, Supplier=Vendor, Supplier's price=Cost")]
    public void Titles_of_other_programs_are_understood(string kind, string titles, string mapping)
    {
        var columns = ImportMapping.Guess(ImportKind.Find(kind).Kind, titles.Split(';')).Columns;
        Assert.Equal(mapping.Split(", ").Order(), columns.Select(c => $"{c.Key}={c.Value}").Order());
    }
}
