using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Items;

/// <summary>A category in the tree of categories.</summary>
public sealed record CategoryRow
{
    public long Id { get; init; }
    public long? ParentId { get; init; }
    public string Name { get; init; } = "";
    public string? Description { get; init; }
    public string Path { get; init; } = "";
    public int Items { get; init; }

    /// <summary>How deep it stands; a root stands at 1.</summary>
    public int Depth => Path.Count(c => c == '/') - 1;
}

/// <summary>The tree of item categories.</summary>
public sealed class CategoryTree(Office office)
{
    /// <summary>All categories, each under its parent.</summary>
    public Task<IReadOnlyList<CategoryRow>> ListAsync(CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var rows = await db.Set<ItemCategory>().Select(c => new CategoryRow
            {
                Id = c.Id, ParentId = c.ParentId, Name = c.Name, Description = c.Description, Path = c.Path, Items = db.Set<Item>().Count(i => i.CategoryId == c.Id),
            }).ToListAsync(ct);
            return Tree.InOrder(rows, r => r.Id, r => r.ParentId, r => r.Name);
        }, ct);

    /// <summary>A handful of categories to choose from while typing.</summary>
    public Task<Dictionary<long, string>> ChooseAsync(string text, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db =>
        {
            var part = text.Trim();
            return db.Set<ItemCategory>().Where(c => part == "" || c.Name.Contains(part)).OrderBy(c => c.Name).Take(take).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        }, ct);

    /// <summary>One category.</summary>
    public Task<ItemCategory> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<ItemCategory>(id, ct), ct);

    /// <summary>Enters or changes a category; what stands below it follows it.</summary>
    public Task<long> SaveAsync(ItemCategory entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            var category = await db.TakeOverAsync(entered, ct);
            await Tree.PlaceAsync(db, category, ct);
            return category.Id;
        }, ct);

    /// <summary>Removes an empty category.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            var category = await db.FindAsync<ItemCategory>(id, ct);
            Rule.Require(!await db.Set<Item>().AnyAsync(i => i.CategoryId == id, ct) && !await db.Set<ItemCategory>().AnyAsync(c => c.ParentId == id, ct), "{0} still has items or categories below it. Move them first.", category.Name);
            db.Remove(category);
        }, ct);
}
