using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Dependencies;

/// <summary>What tasks still wait for, and what must not wait for itself.</summary>
internal static class Blocking
{
    private const string Lock = "task dependencies";

    /// <summary>The dependencies that are not fulfilled yet, as a part of a larger question.</summary>
    public static IQueryable<Dependency> Unmet(BackOfficeDb db)
    {
        IQueryable<Dependency> unmet = db.Set<Dependency>();
        foreach (var (kind, awaited) in AwaitedKinds.All)
        {
            var arrived = awaited.Arrived(db);
            unmet = unmet.Where(d => d.OnKind != kind || !arrived.Contains(d.OnId));
        }
        return unmet;
    }

    /// <summary>Refuses to finish a task that is blocked, unless its list allows it and a reason is given.</summary>
    public static async Task RequireFreeAsync(BackOfficeDb db, TaskList list, WorkItem item, string? reason, CancellationToken ct)
    {
        var on = await Unmet(db).Where(d => d.WorkItemId == item.Id).OrderBy(d => d.Id).FirstOrDefaultAsync(ct);
        if (on is null) return;
        var title = await RecordTitles.OfAsync(db, on.On, ct);
        Rule.Require(list.FinishesBlocked, "{0} waits for {1}. It can be done when that has come.", item.Number, title);
        Rule.RequireField("Reason", !string.IsNullOrWhiteSpace(reason), "{0} still waits for {1}. Say why it is done all the same.", item.Number, title);
    }

    /// <summary>Refuses a dependency by which a task would wait for itself.</summary>
    /// <remarks>A task also waits for its parts. Walks from what is waited for, level by level; others who add dependencies wait meanwhile.</remarks>
    public static async Task RequireNoCircleAsync(BackOfficeDb db, WorkItem waits, WorkItem on, CancellationToken ct)
    {
        await db.LockAsync(Lock, exclusive: true, ct);
        Rule.Require(waits.Id != on.Id, "{0} cannot wait for itself.", waits.Number);
        var seen = new HashSet<long> { on.Id };
        var level = new List<long> { on.Id };
        while (level.Count > 0)
        {
            var from = level;
            var further = await db.Set<Dependency>().Where(d => from.Contains(d.WorkItemId) && d.OnKind == TaskSight.TaskKind).Select(d => d.OnId)
                .Union(db.Set<WorkItem>().Where(i => i.ParentId != null && from.Contains(i.ParentId.Value)).Select(i => i.Id)).ToListAsync(ct);
            Rule.Require(!further.Contains(waits.Id), "{0} cannot wait for {1}, which waits for {0} itself.", waits.Number, on.Number);
            level = [.. further.Where(seen.Add)];
        }
    }
}
