using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Saving;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Items from a file, as a product list or a supplier's price list.</summary>
[Import("inventory.items", "Items", InventoryPermissions.Edit)]
public sealed class ItemImport : ImportKind
{
    private static readonly ImportColumn<string> Sku = ImportColumn.Text("SKU", 40).Key().Alias("ProductID", "StockCode", "Item no", "Item number", "Item code", "Article no", "Article number", "Product code", "Product no", "Part no", "Part number", "Artikelnummer", "Artikelnr", "Code", "Article", "Item", "Artikel");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("Name").Alias("ProductName", "Product", "Item name", "Article name", "Item description", "Title", "Description", "Bezeichnung", "Artikelbezeichnung", "Article", "Artikel", "Item");
    private static readonly ImportColumn<string> Details = ImportColumn.Text("Details", 2000).Alias("Long description", "QuantityPerUnit", "Description");
    private static readonly ImportColumn<string> Category = ImportColumn.Text("Category", 100).Alias("CategoryID", "CategoryName", "Group", "Product group", "Item group", "Warengruppe", "Kategorie");
    private static readonly ImportColumn<string> Unit = ImportColumn.Text("Unit", 20).Alias("UOM", "Unit of measure", "Units", "Einheit");
    private static readonly ImportColumn<string> Barcode = ImportColumn.Text("Barcode", 60).Alias("EAN", "EAN code", "EAN13", "GTIN", "UPC");
    private static readonly ImportColumn<decimal> Price = ImportColumn.Number("Price").Alias("UnitPrice", "Unit price", "Sales price", "Selling price", "List price", "Retail price", "Verkaufspreis", "Preis");
    private static readonly ImportColumn<string> Currency = ImportColumn.Text("Currency", 3).Alias("Currency code", "Währung");
    private static readonly ImportColumn<bool> Discontinued = ImportColumn.YesNo("Discontinued");
    private static readonly ImportColumn<string> Supplier = ImportColumn.Text("Supplier").Alias("SupplierID", "Supplier no", "Supplier number", "Supplier name", "Vendor", "Vendor no", "Lieferant");
    private static readonly ImportColumn<string> SupplierCode = ImportColumn.Text("Supplier's code", 60).Alias("Supplier code", "Vendor code", "Order code");
    private static readonly ImportColumn<decimal> SupplierPrice = ImportColumn.Number("Supplier's price").Alias("Supplier price", "Purchase price", "Buying price", "Cost", "Cost price", "Unit cost", "Einkaufspreis");
    private static readonly ImportColumn<decimal> Pack = ImportColumn.Number("Supplier's pack").Alias("Pack size", "Pack quantity");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Sku, Name, Details, Category, Unit, Barcode, Price, Currency, Discontinued, Supplier, SupplierCode, SupplierPrice, Pack];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var items = await chunk.FindAsync<Item>(Sku, i => i.Sku, ct);
        var categories = await chunk.CategoriesAsync(Category, ct);
        var suppliers = await chunk.SuppliersAsync(Supplier, ct);
        var offers = await OffersAsync(chunk, items, ct);
        chunk.Each(line =>
        {
            var supplier = suppliers.Find(line, "There is no supplier \"{0}\". Import or enter the suppliers first.");
            var category = CategoryOf(line, categories);
            var item = ItemOf(line, items, category, chunk.Company.Currency);
            Fill(line, item, category);
            if (supplier is null) return;
            if (item.IsNew) ((NewItem)line.Remark!).Offer = FillOffer(line, new SupplierItem { SupplierId = supplier.Id });
            else if (offers.TryGetValue((supplier.Id, item.Id), out var offer)) { line.Touch(offer); FillOffer(line, offer); }
            else line.Add(FillOffer(line, new SupplierItem { SupplierId = supplier.Id, ItemId = item.Id }));
        });
    }

    /// <inheritdoc/>
    public override async Task PostAsync(ImportChunk chunk, CancellationToken ct)
    {
        var created = chunk.Accepted.Select(l => l.Remark).OfType<NewItem>().ToList();
        foreach (var category in created.Select(n => n.Category).OfType<ItemCategory>().Where(c => c.Path.Length == 0).Distinct())
        {
            chunk.Db.Attach(category);
            category.PlaceUnder(null);
        }
        await chunk.Db.InsertManyAsync<ItemStock>([.. created.Select(n => new ItemStock { ItemId = n.Item.Id, MovedAt = chunk.Db.Now })], ct);
        foreach (var one in created.Where(n => n.Offer is not null)) one.Offer!.ItemId = one.Item.Id;
        await chunk.Db.InsertManyAsync<SupplierItem>([.. created.Select(n => n.Offer).OfType<SupplierItem>()], ct);
    }

    // A category that is named and not known is created; a number that is not known names nothing.
    private static ItemCategory? CategoryOf(ImportLine line, Named<ItemCategory> categories)
    {
        if (!line.Has(Category)) return null;
        if (categories.TryFind(line, out var known)) return known;
        var name = line.Get(Category);
        Rule.RequireField(Category.Name, !name.All(char.IsAsciiDigit), "There is no category \"{0}\". Import the categories first.", name);
        return categories.FindOrAdd(line, () => new ItemCategory { Name = name });
    }

    private static Item ItemOf(ImportLine line, ImportLookup<Item> items, ItemCategory? category, string currency)
    {
        var sku = line.Get(Sku);
        if (items.TryGet(sku, out _)) return line.Record(items, sku, () => new Item());
        Rule.RequireField(Name.Name, line.Has(Name), "{0} is new and needs a name.", sku);
        var item = new Item { Sku = sku, Currency = currency };
        line.Remark = new NewItem(item, category);
        // The id of a new category is known only after it was saved.
        if (category is { IsNew: true })
        {
            line.AddLater(() =>
            {
                item.CategoryId = category.Id;
                return item;
            });
            return item;
        }
        return line.Record(items, sku, () => item);
    }

    private static void Fill(ImportLine line, Item item, ItemCategory? category)
    {
        line.Set(Name, name => item.Name = name);
        line.Set(Details, text => item.Description = text);
        line.Set(Unit, unit => item.Unit = unit);
        line.Set(Barcode, code => item.Barcode = code);
        line.Set(Price, price => item.Price = price);
        line.Set(Currency, currency => item.Currency = currency.ToUpperInvariant());
        if (category is { IsNew: false }) item.CategoryId = category.Id;
        line.Set(Discontinued, ended =>
        {
            if (ended) item.Discontinue();
            else if (item.Status == ItemStatus.Discontinued) item.Activate();
        });
        Validation.Require(item);
    }

    private static SupplierItem FillOffer(ImportLine line, SupplierItem offer)
    {
        line.Set(SupplierCode, code => offer.SupplierCode = code);
        line.Set(SupplierPrice, price => offer.Price = price);
        line.Set(Pack, quantity => offer.PackQuantity = quantity);
        Validation.Require(offer);
        return offer;
    }

    private static async Task<Dictionary<(long SupplierId, long ItemId), SupplierItem>> OffersAsync(ImportChunk chunk, ImportLookup<Item> items, CancellationToken ct)
    {
        var ids = chunk.Accepted.Where(l => l.Has(Supplier)).Select(l => items.TryGet(l.Get(Sku), out var item) ? item.Id : 0).Where(id => id > 0).ToList();
        return ids.Count == 0 ? [] : await chunk.Db.Set<SupplierItem>().Where(s => ids.Contains(s.ItemId)).ToDictionaryAsync(s => (s.SupplierId, s.ItemId), ct);
    }

    private sealed record NewItem(Item Item, ItemCategory? Category)
    {
        public SupplierItem? Offer { get; set; }
    }
}
