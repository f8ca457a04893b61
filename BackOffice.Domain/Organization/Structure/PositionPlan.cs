using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>The plan of seats: which there are, where each stands and to which it reports, day by day.</summary>
public sealed class PositionPlan(Office office)
{
    /// <summary>The list of positions as of today; ended ones are listed too.</summary>
    [List("organization.positions")]
    public Task<Page<PositionRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => PositionRow.From(db, db.Matching<Position>(query), db.Today).ToPageAsync(query with { Search = null }, ct), ct);

    /// <summary>A handful of positions that exist on a day, by title, holder or code.</summary>
    public Task<List<PositionChoice>> ChooseAsync(string text, DateOnly? day = null, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
        {
            var (titles, people) = (db.Matching<Position>(text).Select(p => p.Id), db.Matching<Person>(text).Select(p => (long?)p.Id));
            return PositionRow.From(db, db.Set<Position>(), day ?? db.Today).Where(p => p.Open && (titles.Contains(p.Id) || people.Contains(p.HolderId)))
                .OrderBy(p => p.Title).ThenBy(p => p.Id).Take(take).Select(p => new PositionChoice(p.Id, p.Title, p.Department, p.Holder)).ToListAsync(ct);
        }, ct);

    /// <summary>The positions that stand in a department today.</summary>
    public Task<List<PositionRow>> InDepartmentAsync(long departmentId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => PositionRow.From(db, db.Set<Position>(), db.Today).Where(p => p.DepartmentId == departmentId).OrderBy(p => p.Title).ThenBy(p => p.Id).ToListAsync(ct), ct);

    /// <summary>One position.</summary>
    public Task<Position> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Position>(id, ct), ct);

    /// <summary>It as it stands on a day.</summary>
    public Task<PositionRow> StandingAsync(long id, DateOnly? day = null, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
            await PositionRow.From(db, db.Set<Position>().Where(p => p.Id == id), day ?? db.Today).FirstOrDefaultAsync(ct) ?? throw new RecordMissing("organization.position", id), ct);

    /// <summary>Makes a new seat: its job, its title, and where it stands from its first day on.</summary>
    public Task<long> OpenAsync(Position position, Placement first, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var job = await db.FindAsync<Job>(position.JobId, ct);
            Rule.RequireField(nameof(Position.JobId), !job.Retired, "{0} is no longer used. Choose another job.", job.Title);
            if (position.Title.Length == 0) position.Title = job.Title;
            db.Add(position);
            await Placing.PlaceAsync(db, position, first.DepartmentId, first.SuperiorId, first.FromOn, ct);
            return position.Id;
        }, ct);

    /// <summary>Saves what was changed on the form: title, code, job.</summary>
    public Task SaveAsync(Position entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, db => db.TakeOverAsync(entered, ct), ct);

    /// <summary>Places a seat elsewhere from a day on; everybody below it goes along.</summary>
    public Task MoveAsync(long positionId, long departmentId, long? superiorId, DateOnly fromOn, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db => await Placing.PlaceAsync(db, await db.FindAsync<Position>(positionId, ct), departmentId, superiorId, fromOn, ct), ct);

    /// <summary>Ends a seat that nobody reports to from that day on; who holds it then has no position.</summary>
    public Task EndAsync(long positionId, DateOnly on, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db => await Placing.EndAsync(db, await db.FindAsync<Position>(positionId, ct), on, ct), ct);

    /// <summary>Where a seat stood and stands, latest first.</summary>
    public Task<List<PlacementRow>> PlacementsAsync(long positionId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
            (from placement in db.Set<Placement>().Where(p => p.PositionId == positionId)
             join department in db.Set<Department>() on placement.DepartmentId equals department.Id
             join superior in db.Set<Position>() on placement.SuperiorId equals superior.Id into superiors
             from superior in superiors.DefaultIfEmpty()
             orderby placement.FromOn descending
             select new PlacementRow(placement.Id, department.Id, department.Name, (long?)superior.Id, superior.Title, placement.FromOn, placement.UntilOn)).ToListAsync(ct), ct);

    /// <summary>The dotted lines of a seat, to others and from others.</summary>
    public Task<List<DottedRow>> DottedAsync(long positionId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
            (from line in db.Set<DottedLine>().Where(d => d.PositionId == positionId || d.ToPositionId == positionId)
             join other in db.Set<Position>() on line.PositionId == positionId ? line.ToPositionId : line.PositionId equals other.Id
             orderby line.FromOn descending
             select new DottedRow(line.Id, other.Id, other.Title, line.PositionId == positionId, line.Purpose, line.FromOn, line.UntilOn)).ToListAsync(ct), ct);

    /// <summary>Draws or changes a dotted line.</summary>
    public Task<long> DrawAsync(DottedLine entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var line = await db.TakeOverAsync(entered, ct);
            var ends = await db.Set<Placement>().Where(p => p.PositionId == line.PositionId || p.PositionId == line.ToPositionId).ToListAsync(ct);
            Rule.RequireField(nameof(DottedLine.FromOn), new[] { line.PositionId, line.ToPositionId }.All(end => ends.Exists(p => p.PositionId == end && p.HoldsOn(line.FromOn))), "One of the two positions does not exist on {0}. Choose another day.", line.FromOn);
            var others = await db.Set<DottedLine>().AsNoTracking().Where(d => d.Id != line.Id && d.PositionId == line.PositionId && d.ToPositionId == line.ToPositionId).ToListAsync(ct);
            Rule.RequireField(nameof(DottedLine.ToPositionId), !others.Exists(o => o.Overlaps(line)), "There is such a line already on some of these days. Change that one.");
            await db.FlushAsync(ct);
            return line.Id;
        }, ct);

    /// <summary>Takes a dotted line away that was drawn by mistake.</summary>
    public Task EraseAsync(long dottedLineId, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db => db.Remove(await db.FindAsync<DottedLine>(dottedLineId, ct)), ct);
}

/// <summary>Where a position stands from a day to a day.</summary>
public sealed record PlacementRow(long Id, long DepartmentId, string Department, long? SuperiorId, string? Superior, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>A dotted line as one of its ends sees it.</summary>
/// <param name="Id">The line.</param>
/// <param name="OtherId">The position at its other end.</param>
/// <param name="Other">Its title.</param>
/// <param name="Answers">This end answers to the other one; otherwise the other one answers to it.</param>
/// <param name="Purpose">For what.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="UntilOn">The first day after it.</param>
public sealed record DottedRow(long Id, long OtherId, string Other, bool Answers, string? Purpose, DateOnly FromOn, DateOnly? UntilOn);
