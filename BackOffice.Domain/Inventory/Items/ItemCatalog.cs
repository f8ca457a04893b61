using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Search;

namespace BackOffice.Domain.Inventory.Items;

/// <summary>The catalogue of items: looking up, entering, changing, putting away.</summary>
public sealed class ItemCatalog(Office office)
{
    /// <summary>The list of items with their totals.</summary>
    [List("inventory.items")]
    public Task<Page<ItemRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Item>().ToPageAsync(db, query, (items, asked) => ItemRow.From(db, items, asked), ct), ct);

    /// <summary>One item.</summary>
    public Task<Item> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<Item>(id, ct), ct);

    /// <summary>Its totals over all locations.</summary>
    public Task<ItemStock> TotalsAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
            await db.Set<ItemStock>().FirstOrDefaultAsync(s => s.ItemId == id, ct) ?? throw new RecordMissing("inventory.item", id), ct);

    /// <summary>Its packs, smallest first.</summary>
    public Task<List<PackSize>> PacksAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<PackSize>().Where(p => p.ItemId == id).OrderBy(p => p.Quantity).ToListAsync(ct), ct);

    /// <summary>A handful of items to choose from while typing; exact codes first.</summary>
    public Task<List<ItemChoice>> ChooseAsync(string text, int take = 12, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var exact = text.Trim();
            IQueryable<Item> items = db.Set<Item>().Where(i => i.Status != ItemStatus.Archived);
            if (!string.IsNullOrWhiteSpace(text))
            {
                var found = db.SearchIds("inventory.item", text, 1000);
                items = items.Where(i => i.Sku == exact || found.Contains(i.Id));
            }
            var choices = from item in items
                          join stock in db.Set<ItemStock>() on item.Id equals stock.ItemId
                          orderby item.Sku == exact ? 0 : 1, item.Sku
                          select new { item.Id, item.Sku, item.Name, item.Unit, stock.Available };
            return (await choices.Take(take).ToListAsync(ct)).ConvertAll(c => new ItemChoice(c.Id, c.Sku, c.Name, c.Unit, c.Available));
        }, ct);

    /// <summary>The item behind a barcode: its own, one of its packs', or its SKU.</summary>
    /// <exception cref="RuleBroken">Nothing bears it.</exception>
    public Task<Scanned> ScanAsync(string barcode, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var code = barcode.Trim();
            var item = await db.Set<Item>().Where(i => i.Barcode == code || i.Sku == code).Select(i => new { i.Id, i.Sku }).FirstOrDefaultAsync(ct);
            if (item is not null) return new Scanned(item.Id, item.Sku, 1);
            var pack = await (from p in db.Set<PackSize>() join i in db.Set<Item>() on p.ItemId equals i.Id where p.Barcode == code select new { i.Id, i.Sku, p.Quantity }).FirstOrDefaultAsync(ct);
            return pack is null ? throw new RuleBroken(new Fault(null, "No item and no pack has the barcode {0}.", code)) : new Scanned(pack.Id, pack.Sku, pack.Quantity);
        }, ct);

    /// <summary>Enters a new item or saves what was changed on the form.</summary>
    /// <returns>The item's id.</returns>
    public Task<long> SaveAsync(Item entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            Rule.RequireField(nameof(Item.CategoryId), entered.CategoryId is not { } category || await db.Set<ItemCategory>().AnyAsync(c => c.Id == category, ct), "There is no such category. Choose another one.");
            if (!entered.IsNew) await RequireSameTrackingAsync(db, entered, ct);
            var item = await db.TakeOverAsync(entered, ct);
            if (!item.IsNew) return item.Id;
            await db.FlushAsync(ct);
            StockBook.Open(db, [item.Id]);
            return item.Id;
        }, ct);

    /// <summary>Puts packs in place of those the item had.</summary>
    public Task SavePacksAsync(long itemId, IReadOnlyList<PackSize> packs, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            await db.FindAsync<Item>(itemId, ct);
            var stored = await db.Set<PackSize>().Where(p => p.ItemId == itemId).ToListAsync(ct);
            db.RemoveRange(stored.Where(s => packs.All(p => p.Id != s.Id)));
            foreach (var pack in packs)
            {
                pack.ItemId = itemId;
                await db.TakeOverAsync(pack, ct);
            }
        }, ct);

    /// <summary>Activates, discontinues, blocks or archives an item.</summary>
    public Task ChangeStatusAsync(long id, ItemStatus status, int versionSeen, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            var item = await db.FindAsync<Item>(id, ct);
            await db.RequireUnchangedAsync(item, versionSeen, ct);
            switch (status)
            {
                case ItemStatus.Active: item.Activate(); break;
                case ItemStatus.Discontinued: item.Discontinue(); break;
                case ItemStatus.Blocked: item.Block(); break;
                default: item.Archive(await db.Set<ItemStock>().FirstAsync(s => s.ItemId == id, ct)); break;
            }
        }, ct);

    /// <summary>Puts several items away, all of them or none.</summary>
    public Task ArchiveAsync(IReadOnlyCollection<long> ids, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            var totals = await StockBook.TotalsAsync(db, ids, ct);
            foreach (var item in await db.Set<Item>().Where(i => ids.Contains(i.Id) && i.Status != ItemStatus.Archived).ToListAsync(ct)) item.Archive(totals[item.Id]);
        }, ct);

    /// <summary>Items in the order of their codes, as their labels show them.</summary>
    public Task<List<Item>> SeveralAsync(IReadOnlyCollection<long> ids, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Item>().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Sku).Take(GridPaging.MostRows).ToListAsync(ct), ct);

    private static async Task RequireSameTrackingAsync(BackOfficeDb db, Item entered, CancellationToken ct)
    {
        var same = await db.Set<Item>().AnyAsync(i => i.Id == entered.Id && i.TracksLots == entered.TracksLots && i.TracksSerials == entered.TracksSerials && i.TracksExpiry == entered.TracksExpiry, ct);
        Rule.RequireField(nameof(Item.TracksLots), same || !await db.Set<StockAccount>().AnyAsync(a => a.ItemId == entered.Id && a.Balance != 0, ct), "{0} is in stock. Lots, serial numbers and expiry can be switched only while there is none.", entered.Sku);
    }
}
