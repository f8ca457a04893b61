using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Lists;

/// <summary>The door of a list: people, teams and departments are let in, and shown out.</summary>
public sealed class ListDoor(Office office)
{
    /// <summary>The members of a list, in the order in which they came.</summary>
    public Task<List<MemberLine>> MembersAsync(long listId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleListAsync(listId, ct);
            return await (from member in db.Set<ListMember>()
                          join person in db.Set<Person>() on member.PersonId equals person.Id into people
                          from person in people.DefaultIfEmpty()
                          join team in db.Set<Team>() on member.TeamId equals team.Id into teams
                          from team in teams.DefaultIfEmpty()
                          join department in db.Set<Department>() on member.DepartmentId equals department.Id into departments
                          from department in departments.DefaultIfEmpty()
                          where member.ListId == listId
                          orderby member.Id
                          select new MemberLine(member.Id, person!.Name ?? team!.Name ?? department!.Name, member.MayEdit,
                              member.PersonId != null ? MemberKind.Person : member.TeamId != null ? MemberKind.Team : MemberKind.Department)).ToListAsync(ct);
        }, ct);

    /// <summary>Lets a person in, or says anew what he may do.</summary>
    public Task AdmitAsync(long listId, long personId, bool mayEdit, CancellationToken ct = default) => AdmitAsync(listId, MemberKind.Person, personId, mayEdit, ct);

    /// <summary>Lets a person, a team or a department with those below it in, or says anew what they may do.</summary>
    public Task AdmitAsync(long listId, MemberKind kind, long memberId, bool mayEdit, CancellationToken ct = default) =>
        ChangeAsync(listId, async (db, list) => list.Admit(kind switch
        {
            MemberKind.Team => new ListMember { TeamId = (await db.FindAsync<Team>(memberId, ct)).Id, MayEdit = mayEdit },
            MemberKind.Department => new ListMember { DepartmentId = (await db.FindAsync<Department>(memberId, ct)).Id, MayEdit = mayEdit },
            _ => new ListMember { PersonId = (await db.FindAsync<Person>(memberId, ct)).Id, MayEdit = mayEdit },
        }), ct);

    /// <summary>Shows a member out.</summary>
    public Task DismissAsync(long listId, long memberId, CancellationToken ct = default) =>
        ChangeAsync(listId, (_, list) => { list.Dismiss(memberId); return Task.CompletedTask; }, ct);

    /// <summary>People, teams or departments who may be let in.</summary>
    public Task<List<PersonChoice>> FindAsync(MemberKind kind, string? text, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db =>
        {
            var (today, found) = (db.Today, (text ?? "").Trim());
            return (kind switch
            {
                MemberKind.Team => db.Set<Team>().Where(t => t.Name.Contains(found)).OrderBy(t => t.Name).Take(20).Select(t => new PersonChoice(t.Id, t.Name, null)),
                MemberKind.Department => db.Set<Department>().Where(d => d.Name.Contains(found)).OrderBy(d => d.Name).Take(20).Select(d => new PersonChoice(d.Id, d.Name, null)),
                _ => db.Set<Person>().Where(p => p.Name.Contains(found) && (p.LeftOn == null || p.LeftOn > today)).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(20).Select(p => new PersonChoice(p.Id, p.Name, null)),
            }).ToListAsync(ct);
        }, ct);

    private Task ChangeAsync(long listId, Func<BackOfficeDb, TaskList, Task> change, CancellationToken ct) =>
        office.ChangeAsync(TasksPermissions.Lists, async db =>
        {
            var list = await db.EditableListAsync(listId, ct);
            await db.Set<ListMember>().Where(m => m.ListId == listId).LoadAsync(ct);
            await change(db, list);
        }, ct);
}

/// <summary>A member of a list.</summary>
/// <param name="Id">Of the membership.</param>
/// <param name="Name">Who.</param>
/// <param name="MayEdit">Works in it, not only reads.</param>
/// <param name="Kind">What the member is.</param>
public sealed record MemberLine(long Id, string Name, bool MayEdit, MemberKind Kind);

/// <summary>What a member of a list is.</summary>
public enum MemberKind
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>Everybody of a team.</summary>
    Team,

    /// <summary>Everybody of a department and those below it.</summary>
    Department,
}
