using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Where in a column a task is put: behind one task, before another, or at the end.</summary>
/// <param name="AfterId">The task above it.</param>
/// <param name="BeforeId">The task below it, when none above is named.</param>
public readonly record struct Spot(long? AfterId = null, long? BeforeId = null)
{
    /// <summary>At the end.</summary>
    public static Spot Last => default;
}

/// <summary>Puts tasks into a column: keeps its limit and its order, and writes the one row that moves.</summary>
internal static class Column
{
    /// <summary>Brings a task into a state, at a spot.</summary>
    /// <returns>What the column's limit has to say about it.</returns>
    /// <exception cref="RuleBroken">The column is full and refuses more.</exception>
    public static async Task<Fault?> PutAsync(BackOfficeDb db, WorkItem item, WorkState state, Spot spot, CancellationToken ct)
    {
        // Two movers of one column wait for each other, so that its limit holds and no two tasks get one place.
        await db.LockAsync($"column {state.Id}", exclusive: true, ct);
        var there = state.Limit is null || item.StateId == state.Id ? 0 : await db.Set<WorkItem>().CountAsync(i => i.StateId == state.Id, ct);
        // A job carries out what was agreed before; a limit holds people up.
        var said = item.StateId == state.Id || db.Actor.Kind == ActorKind.Job ? null : state.Admit(there);
        item.Rank = await RankAsync(db, item, state.Id, spot, ct);
        item.Enter(state, db.Now);
        return said;
    }

    private static async Task<string> RankAsync(BackOfficeDb db, WorkItem item, long stateId, Spot spot, CancellationToken ct)
    {
        var rank = await FreeAsync(db, item.Id, stateId, spot, ct);
        if (rank.Length <= RankKey.Longest) return rank;
        var place = 0;
        foreach (var other in await db.Set<WorkItem>().Where(i => i.StateId == stateId).OrderBy(i => i.Rank).ThenBy(i => i.Id).ToListAsync(ct)) other.Rank = RankKey.At(place++);
        await db.FlushAsync(ct);
        return await FreeAsync(db, item.Id, stateId, spot, ct);
    }

    private static async Task<string> FreeAsync(BackOfficeDb db, long id, long stateId, Spot spot, CancellationToken ct)
    {
        var others = db.Set<WorkItem>().Where(i => i.StateId == stateId && i.Id != id);
        Task<string?> OfAsync(long? task) => others.Where(i => i.Id == task).Select(i => (string?)i.Rank).FirstOrDefaultAsync(ct);
#pragma warning disable CA1309 // The database compares; it knows no ordinal comparison, and on digits all collations agree.
        if (await OfAsync(spot.AfterId) is { } above)
            return RankKey.Between(above, await others.Where(i => string.Compare(i.Rank, above) > 0).OrderBy(i => i.Rank).Select(i => i.Rank).FirstOrDefaultAsync(ct));
        if (await OfAsync(spot.BeforeId) is { } below)
            return RankKey.Between(await others.Where(i => string.Compare(i.Rank, below) < 0).OrderByDescending(i => i.Rank).Select(i => i.Rank).FirstOrDefaultAsync(ct), below);
#pragma warning restore CA1309
        return RankKey.Between(await others.OrderByDescending(i => i.Rank).Select(i => i.Rank).FirstOrDefaultAsync(ct), null);
    }
}
