using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>Asks about tasks that nobody has touched for days, and parks them when nobody answers.</summary>
[Recurring("tasks.stale", "30 6 * * *", "Asks about tasks that nobody has touched for days, and parks them later")]
public sealed class StaleTasks(Office office) : IJob
{
    private const int Chunk = 200;
    private static readonly StateGroup[] Watched = [StateGroup.ToDo, StateGroup.InProgress, StateGroup.Waiting];

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        var lists = await office.ReadAsync(TasksPermissions.View, db => db.Set<TaskList>().Where(l => l.AskAfterDays != null && l.ClosedOn == null).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(ct), ct);
        var (asked, parked) = (0, 0);
        foreach (var list in lists)
        {
            parked += await EveryChunkAsync(db => ParkAsync(db, list, ct), ct);
            asked += await EveryChunkAsync(db => AskAsync(db, list, ct), ct);
            run.Touch(asked + parked - run.Touched);
            await run.ProgressAsync(run.Touched, null, ct);
        }
        run.Result(run.Touched == 0 ? new Saying("Every task was touched lately") : new Saying("{0:N0} asked about, {1:N0} parked", asked, parked));
    }

    private async Task<int> EveryChunkAsync(Func<BackOfficeDb, Task<int>> work, CancellationToken ct)
    {
        var total = 0;
        for (var done = Chunk; done == Chunk; total += done) done = await office.ChangeAsync(TasksPermissions.Edit, work, ct);
        return total;
    }

    private static async Task<int> AskAsync(BackOfficeDb db, long listId, CancellationToken ct)
    {
        var list = await db.FindAsync<TaskList>(listId, ct);
        var since = db.Now.AddDays(-list.AskAfterDays!.Value);
        var found = await (from item in db.Set<WorkItem>()
                           join reminder in db.Set<Reminder>() on item.Id equals reminder.WorkItemId into asked
                           from reminder in asked.DefaultIfEmpty()
                           where item.ListId == listId && Watched.Contains(item.Group) && item.TouchedAt < since && (reminder!.AskedAt == null || reminder.AskedAt < item.TouchedAt)
                           orderby item.Id
                           select new { Item = item, Reminder = reminder }).Take(Chunk).ToListAsync(ct);
        foreach (var stale in found)
        {
            if (stale.Reminder is { } known) known.AskedAt = db.Now;
            else db.Add(new Reminder { WorkItemId = stale.Item.Id, AskedAt = db.Now });
        }
        var ids = found.Select(f => f.Item.AssigneeId).OfType<long>().Distinct().ToList();
        foreach (var person in await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToListAsync(ct))
        {
            var mine = found.Where(f => f.Item.AssigneeId == person.Id).Select(f => f.Item).ToList();
            await TaskTelling.TellAsync(db, [person], TasksNotices.Stale, NoticeLevel.Info, "{0} of your tasks in {1} rest since {2} days. Is {3} {4} still wanted?", [mine.Count, list.Name, list.AskAfterDays, mine[0].Number, mine[0].Title], RecordRef.Of(mine[0]), ct);
        }
        return found.Count;
    }

    private static async Task<int> ParkAsync(BackOfficeDb db, long listId, CancellationToken ct)
    {
        var list = await db.Set<TaskList>().Include(l => l.States).FirstAsync(l => l.Id == listId, ct);
        var parking = list.States.Where(s => s.Group == StateGroup.Backlog).MinBy(s => s.Position);
        if (list.ParkAfterDays is not { } days || parking is null) return 0;
        var since = db.Now.AddDays(-days);
        var found = await (from item in db.Set<WorkItem>()
                           join reminder in db.Set<Reminder>() on item.Id equals reminder.WorkItemId
                           where item.ListId == listId && Watched.Contains(item.Group) && reminder.AskedAt < since && item.TouchedAt < reminder.AskedAt
                           orderby item.Id
                           select item).Take(Chunk).ToListAsync(ct);
        foreach (var item in found)
        {
            await TaskMoves.MoveAsync(db, list, item, parking, Spot.Last, null, ct);
            await db.FlushAsync(ct);
        }
        return found.Count;
    }
}
