using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Handover;

/// <summary>Where people move and leave: shows what they would leave behind, and hands it over in the step in which they go.</summary>
public sealed class HandoverDesk(Office office)
{
    /// <summary>What a person would leave behind who leaves the company on a day.</summary>
    public Task<IReadOnlyList<Orphans>> BeforeLeavingAsync(long personId, DateOnly on, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.Edit, async db => await Orphans.FindAsync(db, new Leaving(personId, await SeatsAsync(db, personId, on, null, ct), on, Leaves: true), ct), ct);

    /// <summary>What a person would leave behind who moves to another position on a day.</summary>
    public Task<IReadOnlyList<Orphans>> BeforeMovingAsync(long personId, long toPositionId, DateOnly on, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.Edit, async db => await Orphans.FindAsync(db, new Leaving(personId, await SeatsAsync(db, personId, on, toPositionId, ct), on, Leaves: false), ct), ct);

    /// <summary>A person leaves the company: his positions and teams end, and what he leaves behind goes to somebody.</summary>
    public Task LeaveAsync(long personId, DateOnly on, long? successorId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            await CommandClosure.LockAsync(db, ct);
            var person = await db.FindAsync<Person>(personId, ct);
            await RequireSuccessorAsync(db, successorId, personId, on, ct);
            var leaving = new Leaving(personId, await SeatsAsync(db, personId, on, null, ct), on, Leaves: true);
            foreach (var holding in await db.Set<Holding>().Where(h => h.PersonId == personId).OnOrAfter(on).ToListAsync(ct)) EndOn(db, holding, on, () => holding.UntilOn = on);
            await db.FlushAsync(ct);
            await Orphans.HandOverAsync(db, leaving, successorId, person.Name, ct);
            foreach (var member in await db.Set<TeamMember>().Where(m => m.PersonId == personId).OnOrAfter(on).ToListAsync(ct)) EndOn(db, member, on, () => member.UntilOn = on);
            person.Leave(on);
        }, ct);

    /// <summary>A person moves to another position of his own: the old one ends that day, and what he leaves there goes to somebody.</summary>
    public Task MoveAsync(long personId, long toPositionId, DateOnly on, long? successorId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            await CommandClosure.LockAsync(db, ct);
            var person = await db.FindAsync<Person>(personId, ct);
            await RequireSuccessorAsync(db, successorId, personId, on, ct);
            var leaving = new Leaving(personId, await SeatsAsync(db, personId, on, toPositionId, ct), on, Leaves: false);
            foreach (var holding in await db.Set<Holding>().Where(h => h.PersonId == personId && (!h.Besides || h.PositionId == toPositionId)).OnOrAfter(on).ToListAsync(ct)) EndOn(db, holding, on, () => holding.UntilOn = on);
            await db.FlushAsync(ct);
            await Seating.RequireFitsAsync(db, db.Add(new Holding { PersonId = personId, PositionId = toPositionId, FromOn = on }).Entity, ct);
            await db.FlushAsync(ct);
            await Orphans.HandOverAsync(db, leaving, successorId, person.Name, ct);
        }, ct);

    /// <summary>Refuses a successor who is the person himself, or who no longer works here on that day.</summary>
    internal static async Task RequireSuccessorAsync(BackOfficeDb db, long? successorId, long? personId, DateOnly on, CancellationToken ct)
    {
        if (successorId is not { } id) return;
        var successor = await db.FindAsync<Person>(id, ct);
        Rule.RequireField("SuccessorId", successor.Id != personId, "{0} cannot take over from himself. Choose somebody else.", successor.Name);
        Rule.RequireField("SuccessorId", successor.LeftOn is not { } left || left > on, "{0} no longer works here on {1}. Choose somebody else.", successor.Name, on);
    }

    /// <summary>Ends what holds on or after a day with that day; what had not begun yet is taken away.</summary>
    internal static void EndOn(BackOfficeDb db, Entity dated, DateOnly on, Action end)
    {
        if (((IDated)dated).FromOn >= on) db.Remove(dated);
        else end();
    }

    // The seats that he gives up: all of them, or his own when he moves to another one.
    private static Task<List<long>> SeatsAsync(BackOfficeDb db, long personId, DateOnly on, long? movesTo, CancellationToken ct) =>
        db.Set<Holding>().Where(h => h.PersonId == personId && (movesTo == null || (!h.Besides && h.PositionId != movesTo))).OnOrAfter(on).Select(h => h.PositionId).Distinct().ToListAsync(ct);
}
