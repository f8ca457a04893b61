using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Organization.Handover;

/// <summary>What closing a department would do.</summary>
/// <param name="Positions">Seats that stand in it or below it on that day.</param>
/// <param name="Departments">Departments below it.</param>
/// <param name="Orphans">What the holders of these seats would leave behind, were the seats ended.</param>
public sealed record ClosingView(IReadOnlyList<PositionRow> Positions, IReadOnlyList<string> Departments, IReadOnlyList<Orphans> Orphans);

/// <summary>Where a department is closed: its seats move into another one, or end, and what is left is handed over in the same step.</summary>
public sealed class DepartmentClosing(Office office)
{
    /// <summary>What would happen.</summary>
    public Task<ClosingView> BeforeAsync(long departmentId, DateOnly on, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.Edit, async db =>
        {
            var department = await db.FindAsync<Department>(departmentId, ct);
            var seats = Placed(db, department, on).Select(p => p.PositionId);
            var rows = await PositionRow.From(db, db.Set<Position>().Where(p => seats.Contains(p.Id)), on).OrderBy(p => p.Title).ToListAsync(ct);
            var below = await db.Set<Department>().Where(d => d.Path.StartsWith(department.Path) && d.Id != department.Id).OnOrAfter(on).OrderBy(d => d.Path).Select(d => d.Name).ToListAsync(ct);
            return new ClosingView(rows, below, await Orphans.FindAsync(db, new Leaving(null, [.. rows.Select(r => r.Id)], on, Leaves: false), ct));
        }, ct);

    /// <summary>Closes a department and moves its seats, and the departments below it, into another one.</summary>
    public Task MoveIntoAsync(long departmentId, DateOnly on, long intoId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            await CommandClosure.LockAsync(db, ct);
            var (department, into) = (await db.FindAsync<Department>(departmentId, ct), await db.FindAsync<Department>(intoId, ct));
            Rule.RequireField("IntoId", !into.Path.StartsWith(department.Path, StringComparison.Ordinal), "{0} stands in {1}. Choose a department outside of it.", into.Name, department.Name);
            var placed = await db.Set<Placement>().Where(p => p.DepartmentId == departmentId).OnOrAfter(on).ToListAsync(ct);
            foreach (var placement in placed) await Placing.PlaceAsync(db, placement.PositionId, intoId, placement.SuperiorId, placement.FromOn > on ? placement.FromOn : on, ct);
            foreach (var child in await db.Set<Department>().Where(d => d.ParentId == departmentId).OnOrAfter(on).ToListAsync(ct))
            {
                child.ParentId = intoId;
                await Tree.PlaceAsync(db, child, ct);
            }
            await EndAsync(db, department, on, [.. placed.Select(p => p.PositionId).Distinct()], ct);
        }, ct);

    /// <summary>Closes a department with all its seats and everything below it. Who reported to one of them reports to the next one above that stays; what the holders leave goes to somebody.</summary>
    public Task EndWithSeatsAsync(long departmentId, DateOnly on, long? successorId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            await CommandClosure.LockAsync(db, ct);
            var department = await db.FindAsync<Department>(departmentId, ct);
            var ended = await Placed(db, department, on).ToListAsync(ct);
            var superiors = ended.Where(p => p.HoldsOn(on)).ToDictionary(p => p.PositionId, p => p.SuperiorId);
            var seats = ended.ConvertAll(p => p.PositionId);
            await HandoverDesk.RequireSuccessorAsync(db, successorId, null, on, ct);
            var holders = await db.Set<Holding>().Where(h => seats.Contains(h.PositionId)).OnOrAfter(on).Select(h => h.PersonId).Distinct().ToListAsync(ct);
            var outside = await db.Set<Placement>().Where(p => p.SuperiorId != null && seats.Contains(p.SuperiorId.Value) && !seats.Contains(p.PositionId)).OnOrAfter(on).ToListAsync(ct);
            foreach (var report in outside) await Placing.PlaceAsync(db, report.PositionId, report.DepartmentId, Staying(report.SuperiorId), report.FromOn > on ? report.FromOn : on, ct);
            await db.FlushAsync(ct);
            foreach (var placement in await db.Set<Placement>().Where(p => seats.Contains(p.PositionId)).OnOrAfter(on).ToListAsync(ct)) HandoverDesk.EndOn(db, placement, on, () => placement.UntilOn = on);
            foreach (var line in await db.Set<DottedLine>().Where(d => seats.Contains(d.PositionId) || seats.Contains(d.ToPositionId)).OnOrAfter(on).ToListAsync(ct)) HandoverDesk.EndOn(db, line, on, () => line.UntilOn = on);
            foreach (var holding in await db.Set<Holding>().Where(h => seats.Contains(h.PositionId)).OnOrAfter(on).ToListAsync(ct)) HandoverDesk.EndOn(db, holding, on, () => holding.UntilOn = on);
            await CommandClosure.FollowAsync(db, [.. seats, .. outside.Select(p => p.PositionId)], ct);
            foreach (var holder in holders) await Orphans.HandOverAsync(db, new Leaving(holder, seats, on, Leaves: false), successorId, department.Name, ct);
            foreach (var child in await db.Set<Department>().Where(d => d.Path.StartsWith(department.Path) && d.Id != departmentId).OnOrAfter(on).ToListAsync(ct)) child.End(on);
            await EndAsync(db, department, on, seats, ct);

            long? Staying(long? superior)
            {
                while (superior is { } seat && superiors.TryGetValue(seat, out var above)) superior = above;
                return superior;
            }
        }, ct);

    /// <summary>Opens a closed department again.</summary>
    public Task ReopenAsync(long departmentId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db => (await db.FindAsync<Department>(departmentId, ct)).End(null), ct);

    private static async Task EndAsync(BackOfficeDb db, Department department, DateOnly on, IReadOnlyCollection<long> seats, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        department.End(on);
        await Placing.RequireSoundAsync(db, await db.Set<Position>().Where(p => seats.Contains(p.Id)).ToListAsync(ct), ct);
        await DepartmentTree.PlaceAsync(db, department, ct);
        await CommandClosure.FollowAsync(db, seats, ct);
    }

    private static IQueryable<Placement> Placed(BackOfficeDb db, Department department, DateOnly on)
    {
        var path = department.Path;
        return db.Set<Placement>().OnOrAfter(on).Where(p => db.Set<Department>().Any(d => d.Id == p.DepartmentId && d.Path.StartsWith(path)));
    }
}
