using BackOffice.Domain.Inventory.Demand;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>What was sold in the past, line by line, from a file: the demand from which reorder parameters are measured. Moves no stock.</summary>
[Import("inventory.issues", "Demand history", InventoryPermissions.Edit)]
public sealed class PastDemandImport : ImportKind
{
    private static readonly ImportColumn<string> Document = ImportColumn.Text("Document", 60).Required().Alias("OrderID", "InvoiceNo", "Order no", "Order number", "Invoice no", "Invoice number", "Invoice", "Receipt", "Receipt no", "Order", "Belegnummer");
    private static readonly ImportColumn<string> Sku = ImportColumn.Text("SKU", 60).Required().Alias("ProductID", "StockCode", "Item no", "Item number", "Item code", "Article no", "Article number", "Product code", "Product no", "Part no", "Part number", "Artikelnummer", "Artikelnr", "Code", "Article", "Item", "Artikel", "Barcode", "EAN");
    private static readonly ImportColumn<decimal> Quantity = ImportColumn.Number("Quantity").Required().Alias("Qty", "Qty sold", "Quantity sold", "Units sold", "Sold", "Menge");
    private static readonly ImportColumn<DateOnly> SoldOn = ImportColumn.Day("Day").Alias("InvoiceDate", "OrderDate", "Sale date", "Date", "Sold on", "Datum");
    private static readonly ImportColumn<decimal> Price = ImportColumn.Number("Price").Alias("UnitPrice");
    private static readonly ImportColumn<string> Location = ImportColumn.Text("Location", 120).Alias("Warehouse", "Store");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Document, Sku, Quantity, SoldOn, Price, Location];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var items = await chunk.ItemsAsync(Sku, ct);
        var sales = await chunk.FindAsync<PastSale>(Document, s => s.Document, ct);
        var locations = await chunk.LocationsAsync(Location, ct);
        var main = await chunk.MainStoreAsync(ct);
        var known = await KnownAsync(chunk, ct);
        chunk.Each(line =>
        {
            var item = items.Find(line, "There is no item \"{0}\". Import or enter the items first.")!;
            var location = locations.Find(line, "There is no location \"{0}\". Import or enter the locations first.") ?? main ?? throw new RuleBroken("There is no store yet. Enter or import the locations first.");
            var (document, quantity) = (line.Get(Document), line.Get(Quantity));
            Rule.RequireField(Quantity.Name, quantity != 0 && Math.Abs(quantity) <= 1_000_000_000m, "The quantity {0} is no demand. Enter what was sold, or less than 0 for what was brought back.", quantity);
            Rule.RequireField(Price.Name, !line.Has(Price) || line.Get(Price) != 0, "The price is 0: a correction or a gift, and no demand.");
            var soldOn = line.Has(SoldOn) ? line.Get(SoldOn) : line.Require(sales, Document, "There is no sale \"{0}\" that says on which day this was sold. Import the sales first, or map a column with the day.").SoldOn;
            var demand = line.Record(known, $"{document} {line.Number}", () => new PastDemand { ItemId = item.Id, LocationId = location.Id, Document = document, Row = line.Number });
            Rule.RequireField(Sku.Name, demand.ItemId == item.Id, "Row {0} of {1} was imported for another item before.", line.Number, document);
            (demand.SoldOn, demand.Quantity) = (soldOn, quantity);
        });
    }

    private static async Task<ImportLookup<PastDemand>> KnownAsync(ImportChunk chunk, CancellationToken ct)
    {
        var known = new ImportLookup<PastDemand>();
        var documents = chunk.Values(Document);
        foreach (var demand in await chunk.Db.Set<PastDemand>().Where(d => documents.Contains(d.Document)).ToListAsync(ct)) known.Add($"{demand.Document} {demand.Row}", demand);
        return known;
    }
}
