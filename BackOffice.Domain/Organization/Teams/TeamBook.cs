using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Teams;

/// <summary>A team in the list of teams.</summary>
[Searched]
public sealed record TeamRow
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string? Purpose { get; init; }
    public DateOnly FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }

    /// <summary>How many belong to it today.</summary>
    public int Members { get; init; }
}

/// <summary>A person in a team from a day to a day.</summary>
public sealed record MemberRow(long Id, long TeamId, string Team, long PersonId, string Person, string? Part, bool Leads, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>Teams across departments and who belongs to them.</summary>
public sealed class TeamBook(Office office)
{
    /// <summary>The list of teams.</summary>
    [List("organization.teams")]
    public Task<Page<TeamRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
        {
            var members = db.Set<TeamMember>().On(db.Today);
            return db.Matching<Team>(query).Select(t => new TeamRow
            {
                Id = t.Id, Name = t.Name, Purpose = t.Purpose, FromOn = t.FromOn, UntilOn = t.UntilOn, Members = members.Count(m => m.TeamId == t.Id),
            }).ToPageAsync(query with { Search = null }, ct);
        }, ct);

    /// <summary>One team.</summary>
    public Task<Team> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Team>(id, ct), ct);

    /// <summary>Enters or changes a team.</summary>
    public Task<long> SaveAsync(Team entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var team = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return team.Id;
        }, ct);

    /// <summary>Who belongs to a team, and who did; leaders first.</summary>
    public Task<List<MemberRow>> MembersAsync(long teamId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => Rows(db, db.Set<TeamMember>().Where(m => m.TeamId == teamId)).ToListAsync(ct), ct);

    /// <summary>The teams of a person, past ones too.</summary>
    public Task<List<MemberRow>> OfPersonAsync(long personId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => Rows(db, db.Set<TeamMember>().Where(m => m.PersonId == personId)).ToListAsync(ct), ct);

    /// <summary>Takes a person into a team, or corrects his membership.</summary>
    public Task<long> JoinAsync(TeamMember entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var member = await db.TakeOverAsync(entered, ct);
            var team = await db.FindAsync<Team>(member.TeamId, ct);
            var others = await db.Set<TeamMember>().AsNoTracking().Where(m => m.Id != member.Id && m.TeamId == member.TeamId && m.PersonId == member.PersonId).ToListAsync(ct);
            Rule.RequireField(nameof(TeamMember.PersonId), !others.Exists(o => o.Overlaps(member)), "He already belongs to {0} on some of these days.", team.Name);
            Rule.RequireField(nameof(TeamMember.FromOn), member.FromOn >= team.FromOn && (team.UntilOn is null || member.FromOn < team.UntilOn), "{0} does not exist on {1}. Choose another day.", team.Name, member.FromOn);
            await db.FlushAsync(ct);
            return member.Id;
        }, ct);

    /// <summary>Takes a membership away that was entered by mistake.</summary>
    public Task RemoveAsync(long memberId, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db => db.Remove(await db.FindAsync<TeamMember>(memberId, ct)), ct);

    private static IQueryable<MemberRow> Rows(BackOfficeDb db, IQueryable<TeamMember> members) =>
        from member in members
        join team in db.Set<Team>() on member.TeamId equals team.Id
        join person in db.Set<Person>() on member.PersonId equals person.Id
        orderby member.UntilOn == null ? 0 : 1, member.Leads descending, person.Name
        select new MemberRow(member.Id, team.Id, team.Name, person.Id, person.Name, member.Part, member.Leads, member.FromOn, member.UntilOn);
}
