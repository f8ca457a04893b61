using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Locations;

/// <summary>A location in the tree of locations.</summary>
public sealed record LocationRow
{
    public long Id { get; init; }
    public long? ParentId { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public LocationKind Kind { get; init; }
    public bool AllowsNegative { get; init; }
    public bool IsClosed { get; init; }
    public string Path { get; init; } = "";

    /// <summary>How many different items lie there.</summary>
    public int Items { get; init; }

    /// <summary>How deep it stands; a root stands at 1.</summary>
    public int Depth => Path.Count(c => c == '/') - 1;
}

/// <summary>A location to choose.</summary>
/// <param name="Id">The location.</param>
/// <param name="Code">As written on the shelf.</param>
/// <param name="Name">Its name.</param>
public sealed record LocationChoice(long Id, string Code, string Name);

/// <summary>The tree of places where stock lies.</summary>
public sealed class LocationTree(Office office)
{
    /// <summary>All locations, each under its parent.</summary>
    public Task<IReadOnlyList<LocationRow>> ListAsync(CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var rows = await db.Set<Location>().Select(l => new LocationRow
            {
                Id = l.Id, ParentId = l.ParentId, Code = l.Code, Name = l.Name, Kind = l.Kind, AllowsNegative = l.AllowsNegative, IsClosed = l.IsClosed, Path = l.Path,
                Items = db.Set<StockAccount>().Where(a => a.LocationId == l.Id && a.Balance != 0).Select(a => a.ItemId).Distinct().Count(),
            }).ToListAsync(ct);
            return Tree.InOrder(rows, r => r.Id, r => r.ParentId, r => r.Code);
        }, ct);

    /// <summary>A handful of open locations to choose from while typing, in the order of the tree; goods in transit are sent, not put.</summary>
    public Task<List<LocationChoice>> ChooseAsync(string text, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db =>
        {
            var part = text.Trim();
            return db.Set<Location>().Where(l => !l.IsClosed && l.Kind != LocationKind.Transit && (part == "" || l.Code.Contains(part) || l.Name.Contains(part)))
                .OrderBy(l => l.Path).Take(take).Select(l => new LocationChoice(l.Id, l.Code, l.Name)).ToListAsync(ct);
        }, ct);

    /// <summary>One location.</summary>
    public Task<Location> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(InventoryPermissions.View, db => db.FindAsync<Location>(id, ct), ct);

    /// <summary>Enters or changes a location; what stands below it follows it.</summary>
    public Task<long> SaveAsync(Location entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, key, async db =>
        {
            if (!entered.IsNew) await RequireKindStaysAsync(db, entered, ct);
            var location = await db.TakeOverAsync(entered, ct);
            await Tree.PlaceAsync(db, location, ct);
            return location.Id;
        }, ct);

    /// <summary>Removes a location that never held anything.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            var location = await db.FindAsync<Location>(id, ct);
            Rule.Require(!await db.Set<StockAccount>().AnyAsync(a => a.LocationId == id, ct), "{0} has held stock. Close it instead.", location.Code);
            Rule.Require(!await db.Set<Location>().AnyAsync(l => l.ParentId == id, ct), "{0} still has locations below it. Move them first.", location.Code);
            db.Remove(location);
        }, ct);

    // Goods in transit are counted apart, so a place with stock cannot start or stop being on the way.
    private static async Task RequireKindStaysAsync(BackOfficeDb db, Location entered, CancellationToken ct)
    {
        var stored = await db.Set<Location>().Where(l => l.Id == entered.Id).Select(l => l.Kind).FirstOrDefaultAsync(ct);
        var changes = (stored == LocationKind.Transit) != (entered.Kind == LocationKind.Transit);
        Rule.RequireField(nameof(Location.Kind), !changes || !await db.Set<StockAccount>().AnyAsync(a => a.LocationId == entered.Id && a.Balance != 0, ct), "There is stock at {0}. Empty it before it becomes a place in transit, or stops being one.", entered.Code);
    }
}
