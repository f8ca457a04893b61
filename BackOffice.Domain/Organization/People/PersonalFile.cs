using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.People;

/// <summary>Somebody below a person.</summary>
public sealed record Report(long PersonId, string Name, long PositionId, string Title, string? Department, int Depth);

/// <summary>What stands around a person today.</summary>
/// <param name="Manager">Who stands above him; none at the top.</param>
/// <param name="Reports">Everybody below him, nearest first.</param>
/// <param name="Account">With which account he signs in.</param>
public sealed record PersonView(Superior? Manager, IReadOnlyList<Report> Reports, string? Account);

/// <summary>Two entries of the directory were the same person: whatever was the first one's is the second one's from now on.</summary>
/// <param name="FromId">The entry that is given up.</param>
/// <param name="IntoId">The entry that stays.</param>
public sealed record PeopleJoined(long FromId, long IntoId) : IFact;

/// <summary>The file of one person: who stands around him, and which account is his.</summary>
public sealed class PersonalFile(Office office)
{
    /// <summary>Manager, reports and account of a person.</summary>
    public Task<PersonView> OfAsync(long personId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
        {
            var (person, today) = (await db.FindAsync<Person>(personId, ct), db.Today);
            var reports = from seat in db.Set<Holding>().On(today)
                          where seat.PersonId == personId
                          join link in db.Set<CommandLink>().On(today) on seat.PositionId equals link.AboveId
                          join held in db.Set<Holding>().On(today) on link.BelowId equals held.PositionId
                          where held.PersonId != personId
                          join below in db.Set<Person>() on held.PersonId equals below.Id
                          join position in db.Set<Position>() on held.PositionId equals position.Id
                          join placed in db.Set<Placement>().On(today) on position.Id equals placed.PositionId
                          join department in db.Set<Department>() on placed.DepartmentId equals department.Id
                          orderby link.Depth, below.Name, below.Id
                          select new Report(below.Id, below.Name, position.Id, position.Title, department.Name, link.Depth);
            var account = await db.Set<UserAccount>().Where(a => a.Id == person.AccountId).Select(a => a.Name).FirstOrDefaultAsync(ct);
            return new PersonView(await ChainOfCommand.ManagerOfAsync(db, personId, today, ct), await reports.Take(1000).ToListAsync(ct), account);
        }, ct);

    /// <summary>People who came with an account and never held a position: somebody's second entry, perhaps.</summary>
    public Task<List<PersonChoice>> NewcomersAsync(string text, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.Edit, db =>
            db.Matching<Person>(text).Where(p => p.AccountId != null && p.LeftOn == null && !db.Set<Holding>().Any(h => h.PersonId == p.Id))
                .OrderBy(p => p.Name).Take(20).Select(p => new PersonChoice(p.Id, p.Name, p.Email)).ToListAsync(ct), ct);

    /// <summary>Joins a person of the directory with the entry that came when his account signed in: the account is his, and so is what the other entry had.</summary>
    public Task JoinAsync(long personId, long newcomerId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var (person, newcomer) = (await db.FindAsync<Person>(personId, ct), await db.FindAsync<Person>(newcomerId, ct));
            Rule.Require(person.Id != newcomer.Id && newcomer.AccountId is not null, "{0} has never signed in. Choose whom that account belongs to.", newcomer.Name);
            var account = await db.Set<UserAccount>().FirstAsync(a => a.Id == newcomer.AccountId, ct);
            newcomer.GivesUpAccount(db.Today);
            await db.FlushAsync(ct);
            person.SignsInWith(account);
            foreach (var member in await db.Set<TeamMember>().Where(m => m.PersonId == newcomer.Id).ToListAsync(ct)) member.PersonId = person.Id;
            foreach (var holding in await db.Set<Holding>().Where(h => h.PersonId == newcomer.Id).ToListAsync(ct))
            {
                holding.PersonId = person.Id;
                await Seating.RequireFitsAsync(db, holding, ct);
            }
            await db.FlushAsync(ct);
            await db.TellAsync(new PeopleJoined(newcomer.Id, person.Id), ct);
        }, ct);
}
