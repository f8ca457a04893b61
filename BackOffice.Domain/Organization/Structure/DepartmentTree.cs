using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>A department in the tree of departments.</summary>
public sealed record DepartmentRow
{
    public long Id { get; init; }
    public long? ParentId { get; init; }
    public string? Code { get; init; }
    public string Name { get; init; } = "";
    public string Path { get; init; } = "";
    public DateOnly FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }

    /// <summary>Seats in it today, not below it.</summary>
    public int Positions { get; init; }

    /// <summary>Those of them that nobody holds today.</summary>
    public int Vacant { get; init; }

    /// <summary>How deep it stands; a root stands at 1.</summary>
    public int Depth => Path.Count(c => c == '/') - 1;
}

/// <summary>The tree of departments.</summary>
public sealed class DepartmentTree(Office office)
{
    /// <summary>All departments that are open today, each under its parent; on demand the closed ones too.</summary>
    public Task<IReadOnlyList<DepartmentRow>> ListAsync(bool closedToo = false, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
        {
            var today = db.Today;
            var placed = db.Set<Placement>().On(today);
            var held = db.Set<Holding>().On(today).Select(h => h.PositionId);
            var departments = closedToo ? db.Set<Department>() : db.Set<Department>().OnOrAfter(today);
            var rows = await departments.Select(d => new DepartmentRow
            {
                Id = d.Id, ParentId = d.ParentId, Code = d.Code, Name = d.Name, Path = d.Path, FromOn = d.FromOn, UntilOn = d.UntilOn,
                Positions = placed.Count(p => p.DepartmentId == d.Id), Vacant = placed.Count(p => p.DepartmentId == d.Id && !held.Contains(p.PositionId)),
            }).ToListAsync(ct);
            return Tree.InOrder(rows, r => r.Id, r => r.ParentId, r => r.Name);
        }, ct);

    /// <summary>A handful of open departments to choose from while typing, in the order of the tree.</summary>
    public Task<Dictionary<long, string>> ChooseAsync(string text, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
            db.Matching<Department>(text).OnOrAfter(db.Today).OrderBy(d => d.Path).Take(take).ToDictionaryAsync(d => d.Id, d => d.Name, ct), ct);

    /// <summary>One department.</summary>
    public Task<Department> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Department>(id, ct), ct);

    /// <summary>Enters or changes a department; what stands below it follows it.</summary>
    public Task<long> SaveAsync(Department entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var department = await db.TakeOverAsync(entered, ct);
            await PlaceAsync(db, department, ct);
            return department.Id;
        }, ct);

    /// <summary>Removes a department that never had a position.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db =>
        {
            var department = await db.FindAsync<Department>(id, ct);
            Rule.Require(!await db.Set<Placement>().AnyAsync(p => p.DepartmentId == id, ct), "{0} has or had positions. Close it instead.", department.Name);
            Rule.Require(!await db.Set<Department>().AnyAsync(d => d.ParentId == id, ct), "{0} still has departments below it. Move them first.", department.Name);
            db.Remove(department);
        }, ct);

    /// <summary>Places a department that was entered or changed where it says, inside a piece of work; it exists no longer than what it stands under, and no shorter than what stands in it.</summary>
    internal static async Task PlaceAsync(BackOfficeDb db, Department department, CancellationToken ct)
    {
        await Tree.PlaceAsync(db, department, ct);
        if (department.ParentId is { } parentId)
        {
            var parent = await db.FindAsync<Department>(parentId, ct);
            Rule.RequireField(nameof(Department.ParentId), department.IsCoveredBy([parent]), "{0} does not exist on all days on which {1} does. Choose other days, or another parent.", parent.Name, department.Name);
        }
        var (first, end) = (department.FromOn, department.End());
        Rule.RequireField(nameof(Department.FromOn), !await db.Set<Placement>().AnyAsync(p => p.DepartmentId == department.Id && p.FromOn < first, ct)
            && !await db.Set<Department>().AnyAsync(d => d.ParentId == department.Id && d.FromOn < first, ct), "{0} has positions or departments that begin earlier. Choose an earlier first day.", department.Name);
        if (end == DateOnly.MaxValue) return;
        Rule.RequireField(nameof(Department.UntilOn), !await db.Set<Placement>().AnyAsync(p => p.DepartmentId == department.Id && (p.UntilOn == null || p.UntilOn > end), ct)
            && !await db.Set<Department>().AnyAsync(d => d.ParentId == department.Id && (d.UntilOn == null || d.UntilOn > end), ct), "{0} still has positions or departments after {1}. Move or end them first.", department.Name, end);
    }
}
