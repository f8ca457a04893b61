using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.People;

/// <summary>A person in the directory, with the position of his own on a day.</summary>
[Searched]
public sealed record PersonRow
{
    public long Id { get; init; }
    public string? EmployeeNumber { get; init; }
    public string Name { get; init; } = "";
    public long? PositionId { get; init; }
    public string? Position { get; init; }
    public long? DepartmentId { get; init; }
    public string? Department { get; init; }

    /// <summary>Who holds the nearest seat above his.</summary>
    [NotSorted, NotFiltered]
    public string? Manager { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>He has an account of the portal.</summary>
    public bool SignsIn { get; init; }
    public DateOnly? LeftOn { get; init; }

    internal static IQueryable<PersonRow> From(BackOfficeDb db, IQueryable<Person> people, DateOnly day) =>
        from person in people
        join held in db.Set<Holding>().On(day).Where(h => !h.Besides) on person.Id equals held.PersonId into holdings
        from held in holdings.DefaultIfEmpty()
        join position in db.Set<Position>() on held.PositionId equals position.Id into positions
        from position in positions.DefaultIfEmpty()
        join placed in db.Set<Placement>().On(day) on held.PositionId equals placed.PositionId into placements
        from placed in placements.DefaultIfEmpty()
        join department in db.Set<Department>() on placed.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        select new PersonRow
        {
            Id = person.Id, EmployeeNumber = person.EmployeeNumber, Name = person.Name, PositionId = (long?)position.Id, Position = position.Title, DepartmentId = (long?)department.Id, Department = department.Name,
            Manager = (from link in db.Set<CommandLink>().On(day)
                       where link.BelowId == position.Id
                       join above in db.Set<Holding>().On(day) on link.AboveId equals above.PositionId
                       where above.PersonId != person.Id
                       join manager in db.Set<Person>() on above.PersonId equals manager.Id
                       orderby link.Depth
                       select manager.Name).FirstOrDefault(),
            Email = person.Email, Phone = person.Phone, SignsIn = person.AccountId != null, LeftOn = person.LeftOn,
        };
}

/// <summary>A person to choose.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">His name.</param>
/// <param name="Position">The title of his seat, to tell two of the same name apart.</param>
public sealed record PersonChoice(long Id, string Name, string? Position);
