using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Item categories from a file; a parent stands above its children.</summary>
[Import("inventory.categories", "Item categories", InventoryPermissions.Edit)]
public sealed class CategoryImport : ImportKind
{
    private static readonly ImportColumn<string> Code = ImportColumn.Text("Code", 40).OptionalKey().Alias("CategoryID", "Category code", "ID");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("Name", 100).Key().Alias("CategoryName", "Category", "Title");
    private static readonly ImportColumn<string> Description = ImportColumn.Text("Description", 400);
    private static readonly ImportColumn<string> Parent = ImportColumn.Text("Parent", 100).Alias("ParentID", "Parent category");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Code, Name, Description, Parent];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var byCode = await chunk.FindAsync<ItemCategory>(Code, c => c.Code!, ct);
        var byName = await chunk.FindAsync<ItemCategory>(Name, c => c.Name, ct);
        var parents = await chunk.CategoriesAsync(Parent, ct);
        chunk.Each(line =>
        {
            var known = line.Has(Code) && byCode.TryGet(line.Get(Code), out _) ? byCode : byName;
            var category = line.Record(known, line.Get(known == byCode ? Code : Name), () => new ItemCategory());
            line.Set(Code, code => category.Code = code);
            category.Name = line.Get(Name);
            line.Set(Description, text => category.Description = text);
            line.Remark = new Placed(category, ParentOf(line, category, parents, byCode, byName));
            // Children further down may name it by either.
            line.Set(Code, code => byCode.Add(code, category));
            byName.Add(category.Name, category);
        });
    }

    /// <inheritdoc/>
    public override async Task PostAsync(ImportChunk chunk, CancellationToken ct)
    {
        foreach (var (category, parent) in chunk.Accepted.Select(l => l.Remark).OfType<Placed>())
        {
            if (category.Path.Length > 0 && parent is null) continue;
            chunk.Db.Attach(category);
            category.ParentId = parent?.Id ?? category.ParentId;
            await Tree.PlaceAsync(chunk.Db, category, ct);
        }
        await chunk.Db.FlushAsync(ct);
    }

    private static ItemCategory? ParentOf(ImportLine line, ItemCategory category, Named<ItemCategory> parents, ImportLookup<ItemCategory> byCode, ImportLookup<ItemCategory> byName)
    {
        if (!line.Has(Parent)) return null;
        // A parent may stand in the same file, above its children.
        if (!byCode.TryGet(line.Get(Parent), out var parent) && !byName.TryGet(line.Get(Parent), out parent)) parent = parents.Find(line, "There is no category \"{0}\" in the office or further up in the file.");
        Rule.RequireField(Parent.Name, parent != category, "{0} cannot stand under itself.", category.Name);
        if (parent is { IsNew: false }) category.ParentId = parent.Id;
        return parent;
    }

    private sealed record Placed(ItemCategory Category, ItemCategory? Parent);
}
