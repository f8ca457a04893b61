using BackOffice.Domain.Inventory.Items;

namespace BackOffice.Domain.Inventory.Suppliers;

/// <summary>A supplier in the list of suppliers.</summary>
public sealed record SupplierRow
{
    public long Id { get; init; }
    [Searched] public string Number { get; init; } = "";
    [Searched] public string Name { get; init; } = "";
    [Searched] public string? ContactName { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    [Searched] public string? City { get; init; }
    public string? Country { get; init; }
    public string Currency { get; init; } = "";
    public int LeadDays { get; init; }
    public decimal MinimumOrder { get; init; }
    public bool Active { get; init; }
    public int Items { get; init; }
}

/// <summary>An item as one supplier sells it.</summary>
public sealed record SupplierItemRow
{
    public long Id { get; init; }
    public long SupplierId { get; init; }
    [Searched] public string Supplier { get; init; } = "";
    public long ItemId { get; init; }
    [Searched] public string Sku { get; init; } = "";
    [Searched] public string Name { get; init; } = "";
    [Searched] public string? SupplierCode { get; init; }
    public decimal Price { get; init; }
    public string Currency { get; init; } = "";
    public decimal PackQuantity { get; init; }
    public decimal MinimumQuantity { get; init; }
    public int Priority { get; init; }
    public int LeadDays { get; init; }
}

/// <summary>The directory of suppliers and what they sell.</summary>
public sealed class SupplierDirectory(Office office)
{
    /// <summary>The list of suppliers.</summary>
    [List("inventory.suppliers")]
    public Task<Page<SupplierRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Supplier>().Select(s => new SupplierRow
        {
            Id = s.Id, Number = s.Number, Name = s.Name, ContactName = s.ContactName, Email = s.Email, Phone = s.Phone, City = s.City, Country = s.Country, Currency = s.Currency,
            LeadDays = s.LeadDays, MinimumOrder = s.MinimumOrder, Active = s.Active, Items = db.Set<SupplierItem>().Count(i => i.SupplierId == s.Id),
        }).ToPageAsync(query, ct), ct);

    /// <summary>Price lists: who sells what.</summary>
    [List("inventory.supplier-items")]
    public Task<Page<SupplierItemRow>> PricesAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => Prices(db).ToPageAsync(query, ct), ct);

    /// <summary>Who sells an item, whom we ask first on top.</summary>
    public Task<List<SupplierItemRow>> SellersAsync(long itemId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => Prices(db).Where(r => r.ItemId == itemId).OrderBy(r => r.Priority).ThenBy(r => r.Id).ToListAsync(ct), ct);

    /// <summary>A handful of suppliers to choose from while typing.</summary>
    public Task<Dictionary<long, string>> ChooseAsync(string text, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db =>
        {
            var part = text.Trim();
            return db.Set<Supplier>().Where(s => s.Active && (part == "" || s.Name.Contains(part) || s.Number.Contains(part))).OrderBy(s => s.Name).Take(take).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        }, ct);

    /// <summary>One supplier.</summary>
    public Task<Supplier> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<Supplier>(id, ct), ct);

    /// <summary>What one supplier says of one item, for its form.</summary>
    public Task<SupplierItem> GetPriceAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<SupplierItem>(id, ct), ct);

    /// <summary>Enters or changes a supplier.</summary>
    public Task<long> SaveAsync(Supplier entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            var supplier = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return supplier.Id;
        }, ct);

    /// <summary>Ends or resumes buying from a supplier.</summary>
    public Task SwitchAsync(long id, bool active, int versionSeen, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            var supplier = await db.FindAsync<Supplier>(id, ct);
            await db.RequireUnchangedAsync(supplier, versionSeen, ct);
            supplier.SwitchTo(active);
        }, ct);

    /// <summary>Enters or changes what a supplier sells.</summary>
    public Task<long> SavePriceAsync(SupplierItem entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            await db.FindAsync<Supplier>(entered.SupplierId, ct);
            await db.FindAsync<Item>(entered.ItemId, ct);
            var price = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return price.Id;
        }, ct);

    /// <summary>A supplier no longer sells an item.</summary>
    public Task RemovePriceAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db => db.Remove(await db.FindAsync<SupplierItem>(id, ct)), ct);

    private static IQueryable<SupplierItemRow> Prices(BackOfficeDb db) =>
        from price in db.Set<SupplierItem>()
        join supplier in db.Set<Supplier>() on price.SupplierId equals supplier.Id
        join item in db.Set<Item>() on price.ItemId equals item.Id
        select new SupplierItemRow
        {
            Id = price.Id, SupplierId = supplier.Id, Supplier = supplier.Name, ItemId = item.Id, Sku = item.Sku, Name = item.Name, SupplierCode = price.SupplierCode, Price = price.Price,
            Currency = supplier.Currency, PackQuantity = price.PackQuantity, MinimumQuantity = price.MinimumQuantity, Priority = price.Priority, LeadDays = supplier.LeadDays,
        };
}
