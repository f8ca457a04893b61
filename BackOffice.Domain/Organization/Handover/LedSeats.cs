using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Handover;

/// <summary>Seats to which others report: without a holder these would have nobody directly above them.</summary>
public sealed class LedSeats : IOwnedWork
{
    /// <inheritdoc/>
    public string Words => "Positions that others report to";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct)
    {
        var seats = await Led(db, leaving).OrderBy(p => p.Title).Take(take).Select(p => new { p.Id, p.Title }).ToListAsync(ct);
        return [.. seats.Select(s => new OwnedRecord(RecordRef.Of<Position>(s.Id), s.Title))];
    }

    /// <inheritdoc/>
    public async Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct)
    {
        // A seat that has somebody from that day on needs no stand-in.
        var seats = await Led(db, leaving).Where(p => !db.Set<Holding>().On(leaving.On).Any(h => h.PositionId == p.Id)).ToListAsync(ct);
        foreach (var seat in seats)
        {
            var next = await db.Set<Holding>().Where(h => h.PositionId == seat.Id && h.FromOn > leaving.On).MinAsync(h => (DateOnly?)h.FromOn, ct);
            var holding = db.Add(new Holding { PersonId = toPersonId, PositionId = seat.Id, Besides = true, FromOn = leaving.On, UntilOn = next }).Entity;
            await Seating.RequireFitsAsync(db, holding, ct);
        }
        return seats.Count;
    }

    private static IQueryable<Position> Led(BackOfficeDb db, Leaving leaving)
    {
        var (seats, day) = (leaving.PositionIds, leaving.On);
        return db.Set<Position>().Where(p => seats.Contains(p.Id) && db.Set<Placement>().On(day).Any(x => x.PositionId == p.Id) && db.Set<CommandLink>().On(day).Any(l => l.AboveId == p.Id && l.Depth == 1));
    }
}

/// <summary>Teams that somebody leads.</summary>
public sealed class LedTeams : IOwnedWork
{
    /// <inheritdoc/>
    public string Words => "Teams to lead";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct)
    {
        var teams = await (from member in Led(db, leaving) join team in db.Set<Team>() on member.TeamId equals team.Id orderby team.Name select new { team.Id, team.Name }).Take(take).ToListAsync(ct);
        return [.. teams.Select(t => new OwnedRecord(RecordRef.Of<Team>(t.Id), t.Name))];
    }

    /// <inheritdoc/>
    public async Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct)
    {
        var led = await Led(db, leaving).ToListAsync(ct);
        foreach (var lead in led)
        {
            var own = await db.Set<TeamMember>().Where(m => m.TeamId == lead.TeamId && m.PersonId == toPersonId).OnOrAfter(leaving.On).FirstOrDefaultAsync(ct);
            if (own is null) db.Add(new TeamMember { TeamId = lead.TeamId, PersonId = toPersonId, Part = lead.Part, Leads = true, FromOn = leaving.On, UntilOn = lead.UntilOn });
            else own.Leads = true;
            if (lead.FromOn >= leaving.On) db.Remove(lead);
            else lead.UntilOn = leaving.On;
        }
        return led.Count;
    }

    private static IQueryable<TeamMember> Led(BackOfficeDb db, Leaving leaving)
    {
        var (person, leaves) = (leaving.PersonId, leaving.Leaves);
        return db.Set<TeamMember>().OnOrAfter(leaving.On).Where(m => leaves && m.PersonId == person && m.Leads);
    }
}
