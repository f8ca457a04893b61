using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>A position as it stands on a day, in the list of positions.</summary>
[Searched]
public sealed record PositionRow
{
    public long Id { get; init; }
    public string? Code { get; init; }
    public string Title { get; init; } = "";
    public long JobId { get; init; }
    public string Job { get; init; } = "";

    /// <summary>None before its first day and after its last.</summary>
    public long? DepartmentId { get; init; }
    public string? Department { get; init; }
    public long? SuperiorId { get; init; }

    /// <summary>The position to which it reports.</summary>
    public string? Superior { get; init; }
    public long? HolderId { get; init; }

    /// <summary>Who holds it.</summary>
    public string? Holder { get; init; }
    public bool Vacant { get; init; }

    /// <summary>It exists on that day.</summary>
    public bool Open { get; init; }

    internal static IQueryable<PositionRow> From(BackOfficeDb db, IQueryable<Position> positions, DateOnly day) =>
        from position in positions
        join job in db.Set<Job>() on position.JobId equals job.Id
        join placed in db.Set<Placement>().On(day) on position.Id equals placed.PositionId into placements
        from placed in placements.DefaultIfEmpty()
        join department in db.Set<Department>() on placed.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        join superior in db.Set<Position>() on placed.SuperiorId equals superior.Id into superiors
        from superior in superiors.DefaultIfEmpty()
        join held in db.Set<Holding>().On(day) on position.Id equals held.PositionId into holdings
        from held in holdings.DefaultIfEmpty()
        join person in db.Set<Person>() on held.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        select new PositionRow
        {
            Id = position.Id, Code = position.Code, Title = position.Title, JobId = job.Id, Job = job.Title, DepartmentId = (long?)department.Id, Department = department.Name,
            SuperiorId = (long?)superior.Id, Superior = superior.Title, HolderId = (long?)person.Id, Holder = person.Name, Vacant = placed != null && person == null, Open = placed != null,
        };
}

/// <summary>A position to choose.</summary>
/// <param name="Id">The position.</param>
/// <param name="Title">Its title.</param>
/// <param name="Department">Where it stands.</param>
/// <param name="Holder">Who holds it; none when vacant.</param>
public sealed record PositionChoice(long Id, string Title, string? Department, string? Holder);
