using System.Text.Json;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Purchase orders from a file, a row for each line. They come in as drafts: approval is not imported.</summary>
[Import("inventory.purchase-orders", "Purchase orders", InventoryPermissions.Order)]
public sealed class OrderImport : ImportKind
{
    private static readonly ImportColumn<string> Reference = ImportColumn.Text("Order", 60).OptionalKey().Alias("OrderID", "Order no", "Order number", "PO", "PO number", "PO no", "Purchase order", "Purchase order no", "Reference", "Bestellnummer");
    private static readonly ImportColumn<string> Sku = ImportColumn.Text("SKU", 60).Key().Alias("ProductID", "StockCode", "Item no", "Item number", "Item code", "Article no", "Article number", "Product code", "Product no", "Part no", "Part number", "Artikelnummer", "Artikelnr", "Code", "Article", "Item", "Artikel", "Barcode", "EAN");
    private static readonly ImportColumn<string> Supplier = ImportColumn.Text("Supplier").Required().Alias("SupplierID", "Supplier no", "Supplier number", "Supplier name", "Vendor", "Vendor no", "Vendor name", "Lieferant");
    private static readonly ImportColumn<decimal> Quantity = ImportColumn.Number("Quantity").Required().Alias("UnitsOnOrder", "On order", "Ordered", "Qty", "Qty ordered", "Quantity ordered", "Order qty", "Order quantity", "Menge");
    private static readonly ImportColumn<decimal> Price = ImportColumn.Number("Price").Alias("UnitPrice", "Unit price", "Purchase price", "Cost", "Unit cost", "Einkaufspreis");
    private static readonly ImportColumn<string> Location = ImportColumn.Text("Deliver to", 120).Alias("Location", "Warehouse", "Store");
    private static readonly ImportColumn<DateOnly> Wanted = ImportColumn.Day("Wanted").Alias("RequiredDate", "Due", "Due date", "Delivery date", "Expected", "Expected date", "Lieferdatum", "Liefertermin");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Reference, Sku, Supplier, Quantity, Price, Location, Wanted];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var items = await chunk.ItemsAsync(Sku, ct);
        var suppliers = await chunk.SuppliersAsync(Supplier, ct);
        var locations = await chunk.LocationsAsync(Location, ct);
        var main = await chunk.MainStoreAsync(ct);
        var orders = await OrdersAsync(chunk, suppliers, ct);
        var suppliersOf = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        chunk.Each(line =>
        {
            var (quantity, supplier) = (line.Get(Quantity), suppliers.Find(line, "There is no supplier \"{0}\". Import or enter the suppliers first.")!);
            var item = items.Find(line, "There is no item \"{0}\". Import or enter the items first.")!;
            // A stock list says 0 for what is not on order.
            if (quantity == 0) return;
            var location = locations.Find(line, "There is no location \"{0}\". Import or enter the locations first.") ?? main;
            var wish = new Wish(ReferenceOf(line, supplier), supplier, item, location!, quantity, line.Has(Price) ? line.Get(Price) : null, line.Has(Wanted) ? line.Get(Wanted) : null);
            Require(wish);
            if (suppliersOf.TryGetValue(wish.Reference, out var other)) Rule.RequireField(Supplier.Name, other == supplier.Id, "Order {0} goes to another supplier in a row before. Give each supplier an order of its own.", wish.Reference);
            suppliersOf[wish.Reference] = supplier.Id;
            Judge(line, wish, orders.TryGet(wish.Reference, out var order) ? order : null);
        });
    }

    /// <inheritdoc/>
    public override async Task PostAsync(ImportChunk chunk, CancellationToken ct)
    {
        var posted = new List<(ImportLine Line, PurchaseOrderLine Ordered)>();
        foreach (var group in chunk.Accepted.Where(l => l.Remark is Wish).GroupBy(l => ((Wish)l.Remark!).Reference, StringComparer.OrdinalIgnoreCase))
        {
            var first = (Wish)group.First().Remark!;
            var order = await chunk.Db.Set<PurchaseOrder>().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Reference == group.Key, ct);
            if (order is null)
            {
                order = await OrderBook.DraftAsync(chunk.Db, first.Supplier.Id, first.Location.Id, chunk.Company.Currency, ct);
                (order.Reference, order.WantedOn) = (group.Key, first.WantedOn ?? order.WantedOn);
                chunk.Db.Add(order);
            }
            foreach (var line in group) posted.Add((line, await OrderedAsync(chunk.Db, order, (Wish)line.Remark!, ct)));
        }
        await chunk.Db.FlushAsync(ct);
        foreach (var (line, ordered) in posted) line.Posted(ordered);
    }

    /// <inheritdoc/>
    public override async Task UnpostAsync(BackOfficeDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.RecordId!.Value).ToList();
        var orders = await db.Set<PurchaseOrder>().Include(o => o.Lines).Where(o => o.Lines.Any(l => ids.Contains(l.Id))).ToListAsync(ct);
        var lines = orders.SelectMany(o => o.Lines, (order, line) => (order, line)).ToDictionary(x => x.line.Id);
        foreach (var row in rows)
        {
            Rule.Require(lines.TryGetValue(row.RecordId!.Value, out var found) && found.line.Version == row.RecordVersion && found.order.State.IsEditable(),
                "Row {0}: \"{1}\" was changed after the import, so the import cannot be undone. Correct the record by hand.", row.Row, row.Label);
            if (row.Verdict == ImportVerdict.Changed) Restore(found.order, found.line, row.Changes!);
            else db.Remove(found.order.RemoveLine(found.line.Id));
        }
        db.RemoveRange(orders.Where(o => o.Lines.Count == 0));
        await db.FlushAsync(ct);
    }

    private static void Judge(ImportLine line, Wish wish, PurchaseOrder? order)
    {
        line.Remark = wish;
        if (order is null || order.Lines.FirstOrDefault(l => l.ItemId == wish.Item.Id) is not { } ordered)
        {
            order?.RequireEditable();
            line.Declare(ImportVerdict.New, Changes((0, wish.Quantity), null));
            return;
        }
        Rule.RequireField(Supplier.Name, order.SupplierId == wish.Supplier.Id, "Order {0} goes to another supplier. Give each supplier an order of its own.", wish.Reference);
        var price = wish.Price ?? ordered.Price;
        line.Remark = null;
        if (ordered.Quantity == wish.Quantity && ordered.Price == price) return;
        order.RequireEditable();
        line.Remark = wish;
        line.Declare(ImportVerdict.Changed, Changes((ordered.Quantity, wish.Quantity), (ordered.Price, price)));
    }

    private static void Require(Wish wish)
    {
        Rule.RequireField(Quantity.Name, wish.Quantity > 0, "{0} of {1} cannot be ordered. Enter more than zero.", wish.Quantity, wish.Item.Sku);
        Rule.RequireField(Price.Name, wish.Price is null or >= 0, "The price {0} is below zero. Enter 0 or more.", wish.Price);
        Rule.RequireField(Sku.Name, wish.Item.MayBeOrdered, "{0} is not ordered any more.", wish.Item.Sku);
        Rule.RequireField(Supplier.Name, wish.Supplier.Active, "{0} is not active. Nothing new is ordered from it.", wish.Supplier.Name);
        Rule.RequireField(Location.Name, wish.Location is { IsClosed: false }, "There is no open store to deliver to. Enter a location first.");
    }

    private static async Task<PurchaseOrderLine> OrderedAsync(BackOfficeDb db, PurchaseOrder order, Wish wish, CancellationToken ct)
    {
        if (order.Lines.FirstOrDefault(l => l.ItemId == wish.Item.Id) is { } ordered)
        {
            order.ChangeLine(ordered.Id, wish.Quantity, wish.Price ?? ordered.Price);
            return ordered;
        }
        var offer = await db.Set<SupplierItem>().AsNoTracking().FirstOrDefaultAsync(o => o.SupplierId == wish.Supplier.Id && o.ItemId == wish.Item.Id, ct);
        return order.AddLine(new OrderLineWish(wish.Item.Id, wish.Quantity, wish.Price ?? offer?.Price ?? 0, SupplierCode: offer?.SupplierCode, WantedOn: wish.WantedOn == order.WantedOn ? null : wish.WantedOn));
    }

    private static void Restore(PurchaseOrder order, PurchaseOrderLine line, string changes)
    {
        var before = JsonSerializer.Deserialize<Dictionary<string, decimal[]>>(changes)!;
        order.ChangeLine(line.Id, before[nameof(Quantity)][0], before[nameof(Price)][0]);
    }

    private static string Changes((decimal Before, decimal Now) quantity, (decimal Before, decimal Now)? price)
    {
        var changes = new Dictionary<string, decimal[]> { [nameof(Quantity)] = [quantity.Before, quantity.Now] };
        if (price is { } p) changes[nameof(Price)] = [p.Before, p.Now];
        return JsonSerializer.Serialize(changes);
    }

    // A file without order numbers means one order for each supplier, as a stock list with its quantities on order.
    private static string ReferenceOf(ImportLine line, Supplier supplier) => line.Get(Reference, $"on order {supplier.Number}");

    private static async Task<ImportLookup<PurchaseOrder>> OrdersAsync(ImportChunk chunk, Named<Supplier> suppliers, CancellationToken ct)
    {
        var references = chunk.Accepted.Select(l => l.Has(Reference) ? l.Get(Reference) : suppliers.TryFind(l, out var supplier) ? ReferenceOf(l, supplier) : null).OfType<string>().Distinct().ToList();
        var found = new ImportLookup<PurchaseOrder>();
        foreach (var order in await chunk.Db.Set<PurchaseOrder>().AsNoTracking().Include(o => o.Lines).Where(o => references.Contains(o.Reference!)).ToListAsync(ct)) found.Add(order.Reference!, order);
        return found;
    }

    private sealed record Wish(string Reference, Supplier Supplier, Item Item, Location Location, decimal Quantity, decimal? Price, DateOnly? WantedOn);
}
