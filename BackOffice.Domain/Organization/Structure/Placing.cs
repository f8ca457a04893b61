using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>Places positions inside a piece of work, each from a day on; what is placed later stays as it is.</summary>
internal static class Placing
{
    /// <summary>Places a position from a day on, until its next placement or its end, and brings the chain of command up to date.</summary>
    public static async Task PlaceAsync(BackOfficeDb db, Position position, long departmentId, long? superiorId, DateOnly fromOn, CancellationToken ct)
    {
        await CommandClosure.LockAsync(db, ct);
        await db.FlushAsync(ct);
        await PlaceAsync(db, position.Id, departmentId, superiorId, fromOn, ct);
        await RequireSoundAsync(db, [position], ct);
        await CommandClosure.FollowAsync(db, [position.Id], ct);
    }

    /// <summary>The same for one of several positions; the caller holds the lock, and asks for soundness and closure once at the end.</summary>
    public static async Task PlaceAsync(BackOfficeDb db, long positionId, long departmentId, long? superiorId, DateOnly fromOn, CancellationToken ct)
    {
        var placements = await db.Set<Placement>().Where(p => p.PositionId == positionId).OrderBy(p => p.FromOn).ToListAsync(ct);
        var covering = placements.Find(p => p.HoldsOn(fromOn));
        if (covering is not null && (covering.DepartmentId, covering.SuperiorId) == (departmentId, superiorId)) return;
        if (covering?.FromOn == fromOn)
        {
            (covering.DepartmentId, covering.SuperiorId) = (departmentId, superiorId);
            return;
        }
        var until = covering is not null ? covering.UntilOn : placements.Find(p => p.FromOn > fromOn)?.FromOn;
        if (covering is not null) covering.UntilOn = fromOn;
        db.Add(new Placement { PositionId = positionId, DepartmentId = departmentId, SuperiorId = superiorId, FromOn = fromOn, UntilOn = until });
    }

    /// <summary>Ends a position on a day: its placements, its dotted lines and whoever holds it end with it.</summary>
    public static async Task EndAsync(BackOfficeDb db, Position position, DateOnly on, CancellationToken ct)
    {
        await CommandClosure.LockAsync(db, ct);
        foreach (var placement in await db.Set<Placement>().Where(p => p.PositionId == position.Id).OnOrAfter(on).ToListAsync(ct)) Cut(db, placement, on, () => placement.UntilOn = on);
        foreach (var line in await db.Set<DottedLine>().Where(p => p.PositionId == position.Id || p.ToPositionId == position.Id).OnOrAfter(on).ToListAsync(ct)) Cut(db, line, on, () => line.UntilOn = on);
        foreach (var holding in await db.Set<Holding>().Where(p => p.PositionId == position.Id).OnOrAfter(on).ToListAsync(ct)) Cut(db, holding, on, () => holding.UntilOn = on);
        await db.FlushAsync(ct);
        await RequireSoundAsync(db, [position], ct);
        await CommandClosure.FollowAsync(db, [position.Id], ct);
    }

    /// <summary>Refuses placements in departments and under positions that do not exist on all their days; asks about those that name these positions, too.</summary>
    public static async Task RequireSoundAsync(BackOfficeDb db, IReadOnlyCollection<Position> placed, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        var ids = placed.Select(p => p.Id).ToList();
        var drawn = await (from p in db.Set<Placement>()
                           where ids.Contains(p.PositionId) || (p.SuperiorId != null && ids.Contains(p.SuperiorId.Value))
                           join position in db.Set<Position>() on p.PositionId equals position.Id
                           join department in db.Set<Department>() on p.DepartmentId equals department.Id
                           select new { Placement = p, Position = position, Department = department }).AsNoTracking().ToListAsync(ct);
        var superiors = drawn.Where(d => d.Placement.SuperiorId is not null).Select(d => d.Placement.SuperiorId!.Value).Distinct().ToList();
        var existing = (await db.Set<Placement>().AsNoTracking().Where(p => superiors.Contains(p.PositionId)).ToListAsync(ct)).ToLookup(p => p.PositionId);
        foreach (var row in drawn)
        {
            Rule.RequireField(nameof(Placement.DepartmentId), row.Placement.IsCoveredBy([row.Department]), "{0} would stand in {1} on days on which that department does not exist.", row.Position.Title, row.Department.Name);
            if (row.Placement.SuperiorId is not { } superior || row.Placement.IsCoveredBy(existing[superior])) continue;
            var title = await db.Set<Position>().Where(p => p.Id == superior).Select(p => p.Title).FirstOrDefaultAsync(ct) ?? throw new RecordMissing("organization.position", superior);
            Rule.RequireField(nameof(Placement.SuperiorId), false, "{0} would report to {1} on days on which that position does not exist. Place it under another one first.", row.Position.Title, title);
        }
    }

    private static void Cut(BackOfficeDb db, Entity dated, DateOnly on, Action end)
    {
        if (((IDated)dated).FromOn >= on) db.Remove(dated);
        else end();
    }
}
