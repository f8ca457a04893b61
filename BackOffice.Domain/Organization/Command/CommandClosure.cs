using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Command;

/// <summary>Keeps the links of command in step with the placements of positions, in their transaction.</summary>
internal static class CommandClosure
{
    /// <summary>Lets nobody else change the structure until this piece of work ends: two who each see no circle could close one together.</summary>
    public static Task LockAsync(BackOfficeDb db, CancellationToken ct) => db.LockAsync("organization.structure", exclusive: true, ct);

    /// <summary>Brings the links of these positions, and of everybody who was or will be below them, up to date; their placements have been changed just now.</summary>
    /// <exception cref="RuleBroken">A position would stand above itself on some day.</exception>
    public static async Task FollowAsync(BackOfficeDb db, IReadOnlyCollection<long> moved, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        var links = db.Set<CommandLink>();
        // Whoever will be below a moved position gets there by a way that either existed before or goes through another moved one.
        var affected = await links.Where(l => moved.Contains(l.AboveId)).Select(l => l.BelowId).Distinct().ToListAsync(ct);
        var lower = affected.Concat(moved).ToHashSet();
        var lines = await LinesAsync(db, moved, ct);
        var stored = (await StoredAsync(db, moved, ct)).ToLookup(l => new Rank(l.AboveId, l.BelowId, l.Depth, l.FromOn, l.End()));
        var wanted = lower.SelectMany(p => CommandWalk.Above(p, lines)).ToHashSet();
        if (wanted.Where(r => r.Above == r.Below).OrderByDescending(r => moved.Contains(r.Below)).FirstOrDefault() is { Depth: > 0 } circle) await RefuseAsync(db, circle, lines, ct);
        db.RemoveRange(stored.Where(s => !wanted.Contains(s.Key)).SelectMany(s => s));
        db.AddRange(wanted.Where(r => !stored.Contains(r)).Select(ToLink));
        await db.FlushAsync(ct);
    }

    /// <summary>Writes all links anew from the placements; for whoever places thousands of positions at once.</summary>
    public static async Task RebuildAsync(BackOfficeDb db, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        await db.Set<CommandLink>().ExecuteDeleteAsync(ct);
        var lines = await AllLinesAsync(db, ct);
        var ranks = lines.SelectMany(l => CommandWalk.Above(l.Key, lines)).ToList();
        if (ranks.Find(r => r.Above == r.Below) is { Depth: > 0 } circle) await RefuseAsync(db, circle, lines, ct);
        await db.InsertManyAsync(ranks.ConvertAll(ToLink), ct);
    }

    /// <summary>Every solid line that was ever drawn.</summary>
    public static async Task<ILookup<long, SolidLine>> AllLinesAsync(BackOfficeDb db, CancellationToken ct) => ToLines(await Drawn(db.Set<Placement>()).ToListAsync(ct));

    // The lines of all affected positions and of everybody above them, before or after.
    private static async Task<ILookup<long, SolidLine>> LinesAsync(BackOfficeDb db, IReadOnlyCollection<long> moved, CancellationToken ct)
    {
        var (links, placements) = (db.Set<CommandLink>(), db.Set<Placement>());
        var below = links.Where(l => moved.Contains(l.AboveId)).Select(l => l.BelowId);
        var superiors = placements.Where(p => moved.Contains(p.PositionId) && p.SuperiorId != null).Select(p => p.SuperiorId!.Value);
        var above = links.Where(l => moved.Contains(l.BelowId) || below.Contains(l.BelowId) || superiors.Contains(l.BelowId)).Select(l => l.AboveId);
        return ToLines(await Drawn(placements.Where(p => moved.Contains(p.PositionId) || below.Contains(p.PositionId) || superiors.Contains(p.PositionId) || above.Contains(p.PositionId))).ToListAsync(ct));
    }

    private static Task<List<CommandLink>> StoredAsync(BackOfficeDb db, IReadOnlyCollection<long> moved, CancellationToken ct)
    {
        var below = db.Set<CommandLink>().Where(l => moved.Contains(l.AboveId)).Select(l => l.BelowId);
        return db.Set<CommandLink>().Where(l => moved.Contains(l.BelowId) || below.Contains(l.BelowId)).ToListAsync(ct);
    }

    private static IQueryable<Placement> Drawn(IQueryable<Placement> placements) => placements.AsNoTracking().Where(p => p.SuperiorId != null);

    private static ILookup<long, SolidLine> ToLines(List<Placement> placements) =>
        placements.ToLookup(p => p.PositionId, p => new SolidLine(p.PositionId, p.SuperiorId!.Value, p.FromOn, p.End()));

    private static CommandLink ToLink(Rank rank) =>
        new() { AboveId = rank.Above, BelowId = rank.Below, Depth = rank.Depth, FromOn = rank.From, UntilOn = rank.Until == DateOnly.MaxValue ? null : rank.Until };

    private static async Task RefuseAsync(BackOfficeDb db, Rank circle, ILookup<long, SolidLine> lines, CancellationToken ct)
    {
        var superior = lines[circle.Below].First(l => l.From <= circle.From && circle.From < l.Until).Superior;
        var titles = await db.Set<Position>().Where(p => p.Id == circle.Below || p.Id == superior).ToDictionaryAsync(p => p.Id, p => p.Title, ct);
        Rule.RequireField(nameof(Placement.SuperiorId), superior != circle.Below, "{0} cannot report to itself.", titles[circle.Below]);
        Rule.RequireField(nameof(Placement.SuperiorId), false, "{0} cannot report to {1}, which itself reports to {0} from {2} on, directly or through others.", titles[circle.Below], titles[superior], circle.From);
    }
}
