using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.People;

/// <summary>Seats people inside a piece of work: one a seat, one position of his own a person, no longer than the seat exists and he works here.</summary>
internal static class Seating
{
    /// <summary>Refuses a holding that does not fit with what else holds; for one that was entered or changed.</summary>
    public static async Task RequireFitsAsync(BackOfficeDb db, Holding holding, CancellationToken ct)
    {
        // Two who each see the seat free must not both take it.
        await Command.CommandClosure.LockAsync(db, ct);
        var person = await db.FindAsync<Person>(holding.PersonId, ct);
        var position = await db.FindAsync<Position>(holding.PositionId, ct);
        Rule.RequireField(nameof(Holding.UntilOn), holding.End() > holding.FromOn, "The end must lie after the first day.");
        Rule.RequireField(nameof(Holding.UntilOn), person.LeftOn is not { } left || holding.End() <= left, "{0} leaves on {1}. The position must end by then.", person.Name, person.LeftOn);
        var placements = await db.Set<Placement>().AsNoTracking().Where(p => p.PositionId == holding.PositionId).ToListAsync(ct);
        Rule.RequireField(nameof(Holding.FromOn), holding.IsCoveredBy(placements), "{0} does not exist on all of these days. Choose others.", position.Title);
        var others = await db.Set<Holding>().AsNoTracking().Where(h => h.Id != holding.Id && (h.PositionId == holding.PositionId || h.PersonId == holding.PersonId)).OnOrAfter(holding.FromOn).ToListAsync(ct);
        if (others.Find(o => o.PositionId == holding.PositionId && o.Overlaps(holding)) is { } taken)
        {
            var holder = await db.FindAsync<Person>(taken.PersonId, ct);
            Rule.RequireField(nameof(Holding.PositionId), false, "{0} is held by {1} from {2} on. End that first, or choose another day.", position.Title, holder.Name, taken.FromOn);
        }
        if (holding.Besides || others.Find(o => o.PersonId == holding.PersonId && !o.Besides && o.Overlaps(holding)) is not { } own) return;
        var seat = await db.FindAsync<Position>(own.PositionId, ct);
        Rule.RequireField(nameof(Holding.PersonId), false, "{0} already holds {1} from {2} on. End that first, or let him hold this one besides.", person.Name, seat.Title, own.FromOn);
    }
}
