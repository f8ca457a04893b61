using System.Diagnostics.CodeAnalysis;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Records that a column of a file names by number or by name.</summary>
internal sealed class Named<T>(ImportColumn<string> column, ImportLookup<T> byNumber, ImportLookup<T> byName) where T : Entity
{
    /// <summary>What the row names, if it names something that exists.</summary>
    public bool TryFind(ImportLine line, [MaybeNullWhen(false)] out T record)
    {
        record = null;
        return line.Has(column) && (byNumber.TryGet(line.Get(column), out record) || byName.TryGet(line.Get(column), out record));
    }

    /// <summary>What the row names, or nothing where the cell is empty.</summary>
    /// <exception cref="RuleBroken">It names something that does not exist.</exception>
    public T? Find(ImportLine line, string sentence) =>
        TryFind(line, out var record) ? record : line.Has(column) ? throw new RuleBroken(new Fault(column.Name, sentence, Cell.Shorten(line.Get(column)))) : null;

    /// <summary>The record of a row, or a new one under the name that the row gives.</summary>
    public T FindOrAdd(ImportLine line, Func<T> create) => TryFind(line, out var record) ? record : line.Record(byName, line.Get(column), create);
}

/// <summary>Looks up what the rows of a chunk name, two queries for each kind.</summary>
internal static class NamedRecords
{
    public static async Task<Named<ItemCategory>> CategoriesAsync(this ImportChunk chunk, ImportColumn<string> column, CancellationToken ct) =>
        new(column, await chunk.FindAsync<ItemCategory>(column, c => c.Code!, ct), await chunk.FindAsync<ItemCategory>(column, c => c.Name, ct));

    public static async Task<Named<Supplier>> SuppliersAsync(this ImportChunk chunk, ImportColumn<string> column, CancellationToken ct) =>
        new(column, await chunk.FindAsync<Supplier>(column, s => s.Number, ct), await chunk.FindAsync<Supplier>(column, s => s.Name, ct));

    public static async Task<Named<Item>> ItemsAsync(this ImportChunk chunk, ImportColumn<string> column, CancellationToken ct) =>
        new(column, await chunk.FindAsync<Item>(column, i => i.Sku, ct), await chunk.FindAsync<Item>(column, i => i.Barcode!, ct));

    public static async Task<Named<Location>> LocationsAsync(this ImportChunk chunk, ImportColumn<string> column, CancellationToken ct) =>
        new(column, await chunk.FindAsync<Location>(column, l => l.Code, ct), await chunk.FindAsync<Location>(column, l => l.Name, ct));

    /// <summary>Where goods of a file without locations belong: the oldest open store.</summary>
    public static Task<Location?> MainStoreAsync(this ImportChunk chunk, CancellationToken ct) =>
        chunk.Db.Set<Location>().Where(l => l.Kind == LocationKind.Store && !l.IsClosed).OrderBy(l => l.Id).FirstOrDefaultAsync(ct);
}
