using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>Somebody who stands above a person.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">His name.</param>
/// <param name="PositionId">The seat from which he commands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Depth">How many lines up: 1 for the direct superior's seat; a vacant seat on the way counts.</param>
public sealed record Superior(long PersonId, string Name, long PositionId, string Title, int Depth);

/// <summary>Who stands above and below whom on a day, inside a piece of work; one question each.</summary>
public static class ChainOfCommand
{
    /// <summary>A person's manager: who holds the nearest seat above his own that is not vacant; none at the top.</summary>
    public static async Task<Superior?> ManagerOfAsync(BackOfficeDb db, long personId, DateOnly day, CancellationToken ct) =>
        await Above(db, personId, day).Select(a => a.Superior).FirstOrDefaultAsync(ct);

    /// <summary>Everybody above a person's own position, nearest first, each once. Vacant seats are passed over.</summary>
    public static async Task<List<Superior>> AllAboveAsync(BackOfficeDb db, long personId, DateOnly day, CancellationToken ct)
    {
        var above = await Above(db, personId, day).ToListAsync(ct);
        return [.. above.Where(a => a.FromSeatId == above[0].FromSeatId).Select(a => a.Superior).DistinctBy(s => s.PersonId)];
    }

    /// <summary>The ids of everybody below a person, through any seat he holds; a filter for rows, read with the query it stands in.</summary>
    public static IQueryable<long> AllBelow(BackOfficeDb db, long personId, DateOnly day) =>
        from seat in db.Set<Holding>().On(day)
        where seat.PersonId == personId
        join link in db.Set<CommandLink>().On(day) on seat.PositionId equals link.AboveId
        join held in db.Set<Holding>().On(day) on link.BelowId equals held.PositionId
        where held.PersonId != personId
        select held.PersonId;

    /// <summary>Whether one person stands above another one, through any of their seats.</summary>
    public static Task<bool> IsAboveAsync(BackOfficeDb db, long upperPersonId, long lowerPersonId, DateOnly day, CancellationToken ct) =>
        AllBelow(db, upperPersonId, day).AnyAsync(id => id == lowerPersonId, ct);

    // His own position before those that he holds besides, then upwards.
    private static IQueryable<Step> Above(BackOfficeDb db, long personId, DateOnly day) =>
        from seat in db.Set<Holding>().On(day)
        where seat.PersonId == personId
        join link in db.Set<CommandLink>().On(day) on seat.PositionId equals link.BelowId
        join held in db.Set<Holding>().On(day) on link.AboveId equals held.PositionId
        where held.PersonId != personId
        join position in db.Set<Position>() on held.PositionId equals position.Id
        join person in db.Set<Person>() on held.PersonId equals person.Id
        orderby seat.Besides, seat.Id, link.Depth
        select new Step { FromSeatId = seat.Id, Superior = new Superior(person.Id, person.Name, position.Id, position.Title, link.Depth) };

    private sealed record Step
    {
        public long FromSeatId { get; init; }
        public required Superior Superior { get; init; }
    }
}
