using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>When to reorder what, from a file. A file that gives only a reorder point orders up to twice that level, until somebody or the measured demand says better.</summary>
[Import("inventory.reorder-rules", "Reorder rules", InventoryPermissions.Rules)]
public sealed class RuleImport : ImportKind
{
    private static readonly ImportColumn<string> Sku = ImportColumn.Text("SKU", 60).Key().Alias("ProductID", "StockCode", "Item no", "Item number", "Item code", "Article no", "Article number", "Product code", "Product no", "Part no", "Part number", "Artikelnummer", "Artikelnr", "Code", "Article", "Item", "Artikel", "Barcode", "EAN");
    private static readonly ImportColumn<string> Location = ImportColumn.Text("Location", 120).OptionalKey().Alias("Warehouse", "Store", "Lagerort", "Lager");
    private static readonly ImportColumn<decimal> Point = ImportColumn.Number("Reorder point").Required().Alias("ReorderLevel", "Reorder level", "Reorder at", "Min stock", "Minimum stock", "Min", "Min qty", "Meldebestand", "Mindestbestand");
    private static readonly ImportColumn<decimal> UpTo = ImportColumn.Number("Order up to").Alias("Max stock", "Maximum stock", "Max", "Max qty", "Order-up-to level", "Up to", "Höchstbestand");
    private static readonly ImportColumn<decimal> Fixed = ImportColumn.Number("Fixed quantity").Alias("Reorder quantity", "Reorder qty", "Order quantity", "Order qty", "Bestellmenge");
    private static readonly ImportColumn<decimal> Minimum = ImportColumn.Number("Minimum order");
    private static readonly ImportColumn<decimal> Maximum = ImportColumn.Number("Maximum order");
    private static readonly ImportColumn<decimal> Multiple = ImportColumn.Number("Multiple").Alias("Pack", "Box of");
    private static readonly ImportColumn<int> LeadDays = ImportColumn.Count("Lead time in days").Alias("Lead days", "Lead time", "Lead time (days)", "Delivery days");
    private static readonly ImportColumn<int> SafetyDays = ImportColumn.Count("Safety days");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Sku, Location, Point, UpTo, Fixed, Minimum, Maximum, Multiple, LeadDays, SafetyDays];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var items = await chunk.ItemsAsync(Sku, ct);
        var locations = await chunk.LocationsAsync(Location, ct);
        var main = await chunk.MainStoreAsync(ct);
        var ids = chunk.Accepted.Select(l => items.TryFind(l, out var item) ? item.Id : 0).Distinct().ToList();
        var known = new ImportLookup<ReorderRule>();
        foreach (var rule in await chunk.Db.Set<ReorderRule>().Where(r => ids.Contains(r.ItemId)).ToListAsync(ct)) known.Add(KeyOf(rule.ItemId, rule.LocationId), rule);
        chunk.Each(line =>
        {
            var item = items.Find(line, "There is no item \"{0}\". Import or enter the items first.")!;
            var place = locations.Find(line, "There is no location \"{0}\". Import or enter the locations first.") ?? main;
            Rule.RequireField(Location.Name, place is not null, "There is no store yet. Import the opening stock or enter a location first.");
            // A stock list says 0 for what nobody watches.
            if (line.Get(Point) == 0 && !line.Has(UpTo) && !line.Has(Fixed) && !known.TryGet(KeyOf(item.Id, place!.Id), out _)) return;
            Fill(line, line.Record(known, KeyOf(item.Id, place!.Id), () => new ReorderRule { ItemId = item.Id, LocationId = place.Id }));
        });
    }

    /// <inheritdoc/>
    public override Task PostAsync(ImportChunk chunk, CancellationToken ct) =>
        ReorderPoints.FollowAsync(chunk.Db, [.. chunk.Accepted.Select(l => l.Remark).OfType<ReorderRule>().Select(r => r.ItemId)], ct);

    /// <inheritdoc/>
    public override async Task TakenBackAsync(BackOfficeDb db, CancellationToken ct) =>
        await ReorderPoints.FollowAsync(db, await db.Set<ItemStock>().Where(s => s.ReorderAt != null).Select(s => s.ItemId).ToListAsync(ct), ct);

    private static void Fill(ImportLine line, ReorderRule rule)
    {
        rule.ReorderPoint = line.Get(Point);
        line.Set(Fixed, quantity => (rule.FixedQuantity, rule.UpTo) = (quantity, null));
        line.Set(UpTo, level => (rule.UpTo, rule.FixedQuantity) = (level, null));
        if (rule.FixedQuantity is null && !line.Has(UpTo) && (rule.UpTo ?? 0) <= rule.ReorderPoint) rule.UpTo = Math.Max(2 * rule.ReorderPoint, 1);
        line.Set(Minimum, quantity => rule.Minimum = quantity);
        line.Set(Maximum, quantity => rule.Maximum = quantity);
        line.Set(Multiple, quantity => rule.Multiple = quantity);
        line.Set(LeadDays, days => rule.LeadDays = days);
        line.Set(SafetyDays, days => rule.SafetyDays = days);
        line.Remark = rule;
    }

    private static string KeyOf(long itemId, long locationId) => FormattableString.Invariant($"{itemId}/{locationId}");
}
