using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Tasks.Lists;

/// <summary>Who belongs to lists today: as a person, through a team, or through the department of a seat and those above it.</summary>
internal static class Memberships
{
    /// <summary>The memberships that let the person behind an account in.</summary>
    public static IQueryable<ListMember> OfAccount(BackOfficeDb db, long accountId)
    {
        var people = db.Set<Person>().Where(p => p.AccountId == accountId).Select(p => p.Id);
        var teams = db.Set<TeamMember>().On(db.Today).Where(t => people.Contains(t.PersonId)).Select(t => t.TeamId);
        var departments = Seated(db).Where(s => people.Contains(s.PersonId)).Select(s => s.DepartmentId);
        return db.Set<ListMember>().Where(m => people.Contains(m.PersonId!.Value) || teams.Contains(m.TeamId!.Value) || departments.Contains(m.DepartmentId!.Value));
    }

    /// <summary>The ids of everybody whom the members of a list let in.</summary>
    public static IQueryable<long> PeopleOf(BackOfficeDb db, long listId)
    {
        var members = db.Set<ListMember>().Where(m => m.ListId == listId);
        var teams = db.Set<TeamMember>().On(db.Today).Where(t => members.Any(m => m.TeamId == t.TeamId)).Select(t => t.PersonId);
        var seated = Seated(db).Where(s => members.Any(m => m.DepartmentId == s.DepartmentId)).Select(s => s.PersonId);
        return members.Where(m => m.PersonId != null).Select(m => m.PersonId!.Value).Union(teams).Union(seated);
    }

    // Everybody with each department in which his seat stands, and each above it.
    private static IQueryable<Seat> Seated(BackOfficeDb db) =>
        from holding in db.Set<Holding>().On(db.Today)
        join placement in db.Set<Placement>().On(db.Today) on holding.PositionId equals placement.PositionId
        join own in db.Set<Department>() on placement.DepartmentId equals own.Id
        from above in db.Set<Department>()
        where own.Path.StartsWith(above.Path)
        select new Seat { PersonId = holding.PersonId, DepartmentId = above.Id };

    private sealed class Seat
    {
        public long PersonId { get; init; }
        public long DepartmentId { get; init; }
    }
}
