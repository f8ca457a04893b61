using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Imports;

/// <summary>Locations from a file; a parent stands above its children.</summary>
[Import("inventory.locations", "Locations", InventoryPermissions.Edit)]
public sealed class LocationImport : ImportKind
{
    private static readonly ImportColumn<string> Code = ImportColumn.Text("Code", 40).Key().Alias("Location", "LocationID", "Warehouse", "Bin");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("Name", 120).Alias("Location name", "Description");
    private static readonly ImportColumn<LocationKind> Kind = ImportColumn.OneOf<LocationKind>("Kind").Alias("Type");
    private static readonly ImportColumn<string> Parent = ImportColumn.Text("Parent", 120).Alias("ParentID", "Site");
    private static readonly ImportColumn<bool> Negative = ImportColumn.YesNo("May fall below zero");

    /// <inheritdoc/>
    public override IReadOnlyList<ImportColumn> Columns { get; } = [Code, Name, Kind, Parent, Negative];

    /// <inheritdoc/>
    public override async Task JudgeAsync(ImportChunk chunk, CancellationToken ct)
    {
        var known = await chunk.FindAsync<Location>(Code, l => l.Code, ct);
        var parents = await chunk.LocationsAsync(Parent, ct);
        chunk.Each(line =>
        {
            var code = line.Get(Code);
            var location = line.Record(known, code, () => new Location { Code = code, Name = code, Kind = LocationKind.Store });
            line.Set(Name, name => location.Name = name);
            line.Set(Kind, kind => location.Kind = kind);
            line.Set(Negative, may => location.AllowsNegative = may);
            Location? parent = null;
            if (line.Has(Parent) && !known.TryGet(line.Get(Parent), out parent)) parent = parents.Find(line, "There is no location \"{0}\" in the office or further up in the file.");
            Rule.RequireField(Parent.Name, parent != location, "{0} cannot stand under itself.", code);
            if (parent is { IsNew: false }) location.ParentId = parent.Id;
            line.Remark = new Placed(location, parent);
        });
    }

    /// <inheritdoc/>
    public override async Task PostAsync(ImportChunk chunk, CancellationToken ct)
    {
        foreach (var (location, parent) in chunk.Accepted.Select(l => l.Remark).OfType<Placed>())
        {
            if (location.Path.Length > 0 && parent is null) continue;
            chunk.Db.Attach(location);
            location.ParentId = parent?.Id ?? location.ParentId;
            await Tree.PlaceAsync(chunk.Db, location, ct);
        }
        await chunk.Db.FlushAsync(ct);
    }

    private sealed record Placed(Location Location, Location? Parent);
}
