using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>What lies there when the books are opened, from a file. Booked once: the same file again finds its balance and changes nothing.</summary>
[Import("inventory.opening-stock", "Opening stock", InventoryPermissions.Move)]
public sealed class OpeningStockImport : ImportKind
{
    private static readonly ImportColumn<string> Sku = ImportColumn.Text("SKU", 60).Key().Alias("ProductID", "StockCode", "Item no", "Item number", "Item code", "Article no", "Article number", "Product code", "Product no", "Part no", "Part number", "Artikelnummer", "Artikelnr", "Code", "Article", "Item", "Artikel", "Barcode", "EAN");
    private static readonly ImportColumn<string> Location = ImportColumn.Text("Location", 120).OptionalKey().Alias("Warehouse", "Store", "Bin", "Lagerort", "Lager");
    private static readonly ImportColumn<string> Lot = ImportColumn.Text("Lot", 60).OptionalKey().Alias("Batch", "Batch no", "Lot no", "Lot number", "Serial", "Serial number", "Charge");
    private static readonly ImportColumn<DateOnly> Expires = ImportColumn.Day("Expires").Alias("Expiry", "Expiry date", "Expiration date", "Best before", "Use by");
    private static readonly ImportColumn<decimal> Quantity = ImportColumn.Number("Quantity").Required().Alias("UnitsInStock", "In stock", "Stock", "Stock on hand", "Stock level", "On hand", "Qty on hand", "Quantity on hand", "Qty in stock", "Quantity in stock", "Qty", "Menge", "Bestand", "Lagerbestand");
    private static readonly ImportColumn<decimal> Cost = ImportColumn.Number("Unit cost").Alias("Cost", "Cost price", "Average cost", "UnitPrice", "Purchase price", "Einstandspreis");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Sku, Location, Lot, Expires, Quantity, Cost];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var items = await chunk.ItemsAsync(Sku, ct);
        var locations = await chunk.LocationsAsync(Location, ct);
        var main = await chunk.MainStoreAsync(ct);
        var booked = await BookedAsync(chunk, items, ct);
        chunk.Each(line =>
        {
            var item = items.Find(line, "There is no item \"{0}\". Import or enter the items first.")!;
            var location = locations.Find(line, "There is no location \"{0}\". Import or enter the locations first.") ?? main;
            var (quantity, lot) = (line.Get(Quantity), line.Has(Lot) ? line.Get(Lot) : null);
            Rule.RequireField(Quantity.Name, quantity >= 0, "{0} of {1} cannot lie there. Enter 0 or more.", quantity, item.Sku);
            var shelf = (item.Id, location?.Id ?? 0, (lot ?? "").ToUpperInvariant());
            var before = booked.GetValueOrDefault(shelf);
            if (before == quantity) return;
            Rule.RequireField(Quantity.Name, before == 0, "Opening stock of {0} of {1} was booked before. Count the stock to correct it.", before, item.Sku);
            RequireNamed(line, item, quantity, lot);
            var stock = new StockLine { ItemId = item.Id, Quantity = quantity, To = new StockPlace(location?.Id ?? 0), LotCode = lot, ExpiresOn = line.Has(Expires) ? line.Get(Expires) : null, UnitCost = line.Has(Cost) ? line.Get(Cost) : null };
            StockBook.Check(stock);
            // A file may name the main store in one row and leave it out in another: that is one shelf.
            booked[shelf] = quantity;
            line.Remark = stock;
            line.Declare(ImportVerdict.New, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object[]> { ["Quantity"] = [0, quantity] }));
        });
    }

    /// <inheritdoc/>
    public override async Task PostAsync(ImportChunk chunk, CancellationToken ct)
    {
        var lines = chunk.Accepted.Where(l => l.Remark is StockLine).ToList();
        if (lines.Count == 0) return;
        var main = await chunk.MainStoreAsync(ct) ?? await OpenMainStoreAsync(chunk.Db, ct);
        var stock = lines.ConvertAll(l => (StockLine)l.Remark!).ConvertAll(s => s.To!.LocationId == 0 ? s with { To = new StockPlace(main.Id) } : s);
        var entries = await StockBook.PostAsync(chunk.Db, new StockPosting(StockReason.Opening, stock), ct);
        await chunk.Db.FlushAsync(ct);
        for (var i = 0; i < lines.Count; i++) lines[i].Posted(RecordRef.Of(entries[i]));
    }

    /// <inheritdoc/>
    public override async Task UnpostAsync(BackOfficeDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var ids = rows.Select(r => r.RecordId!.Value).ToList();
        var entries = await (from entry in db.Set<StockEntry>()
                             join lot in db.Set<Lot>() on entry.LotId equals lot.Id into lots
                             from lot in lots.DefaultIfEmpty()
                             where ids.Contains(entry.Id)
                             select new { entry.ItemId, entry.LocationId, entry.Amount, Lot = lot!.Code }).ToListAsync(ct);
        await StockBook.PostAsync(db, new StockPosting(StockReason.Opening, [.. entries.Select(e => StockLine.Out(e.ItemId, new StockPlace(e.LocationId), e.Amount) with { LotCode = e.Lot })]), ct);
        await db.FlushAsync(ct);
    }

    // The posting asks the same; here it is asked for the dry run.
    private static void RequireNamed(ImportLine line, Item item, decimal quantity, string? lot)
    {
        Rule.RequireField(Sku.Name, item.Status is ItemStatus.Active or ItemStatus.Discontinued, "{0} is blocked or archived. Activate it before stock moves.", item.Sku);
        Rule.RequireField(Lot.Name, item.NeedsLot == lot is not null, item.NeedsLot ? "{0} is kept by lots. Enter the lot that comes in." : "{0} is not kept by lots.", item.Sku);
        Rule.RequireField(Expires.Name, !item.TracksExpiry || line.Has(Expires), "Enter the day on which lot {0} of {1} expires.", lot, item.Sku);
        Rule.RequireField(Quantity.Name, !item.TracksSerials || quantity == 1, "{0} serial {1} is one piece. Enter the quantity 1.", item.Sku, lot);
    }

    private static async Task<Location> OpenMainStoreAsync(BackOfficeDb db, CancellationToken ct)
    {
        var main = new Location { Code = "MAIN", Name = "Main store", Kind = LocationKind.Store };
        db.Add(main);
        await Tree.PlaceAsync(db, main, ct);
        await db.FlushAsync(ct);
        return main;
    }

    private static async Task<Dictionary<(long ItemId, long LocationId, string Lot), decimal>> BookedAsync(ImportChunk chunk, Named<Item> items, CancellationToken ct)
    {
        var ids = chunk.Accepted.Select(l => items.TryFind(l, out var item) ? item.Id : 0).Distinct().ToList();
        var sums = await (from entry in chunk.Db.Set<StockEntry>()
                          join lot in chunk.Db.Set<Lot>() on entry.LotId equals lot.Id into lots
                          from lot in lots.DefaultIfEmpty()
                          where entry.Reason == StockReason.Opening && ids.Contains(entry.ItemId)
                          group entry.Amount by new { entry.ItemId, entry.LocationId, lot!.Code } into there
                          select new { there.Key.ItemId, there.Key.LocationId, there.Key.Code, Sum = there.Sum() }).ToListAsync(ct);
        return sums.ToDictionary(s => (s.ItemId, s.LocationId, (s.Code ?? "").ToUpperInvariant()), s => s.Sum);
    }
}
