using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Views;

/// <summary>What a person has to do, what others wait for, and what he follows.</summary>
/// <param name="Mine">Open tasks that I answer for, the earliest due first.</param>
/// <param name="Helping">Open tasks of others on which I work too.</param>
/// <param name="WaitingForMe">Those of mine that hold up somebody else's work.</param>
/// <param name="Watching">Open tasks that I follow.</param>
public sealed record MyTasks(IReadOnlyList<WorkItemRow> Mine, IReadOnlyList<WorkItemRow> Helping, IReadOnlyList<WorkItemRow> WaitingForMe, IReadOnlyList<WorkItemRow> Watching)
{
    /// <summary>For whoever is nobody in the directory.</summary>
    public static MyTasks Nothing { get; } = new([], [], [], []);
}

/// <summary>The desk of one person, across all lists.</summary>
public sealed class MyWork(Office office)
{
    /// <summary>How many of each are shown; the list of tasks shows all.</summary>
    public const int Most = 100;

    /// <summary>My work.</summary>
    public Task<MyTasks> ReadAsync(CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            if (await db.ActingPersonAsync(ct) is not { Id: var me }) return MyTasks.Nothing;
            var open = db.Set<WorkItem>().VisibleTo(db.Actor, db).Where(i => StateGroups.Open.Contains(i.Group));
            var mine = open.Where(i => i.AssigneeId == me);
            var unmet = Blocking.Unmet(db).Where(d => d.OnKind == TaskSight.TaskKind);
            return new MyTasks(
                await RowsAsync(mine),
                await RowsAsync(open.Where(i => i.AssigneeId != me && i.Helpers.Any(h => h.PersonId == me))),
                await RowsAsync(mine.Where(i => unmet.Any(d => d.OnId == i.Id))),
                await RowsAsync(open.Where(i => db.Set<Watching>().Any(w => w.WorkItemId == i.Id && w.PersonId == me))));
            // A task without a day comes after those with one, on both databases.
            Task<List<WorkItemRow>> RowsAsync(IQueryable<WorkItem> items) => WorkItemRow.From(db, items).OrderBy(r => r.DueAt == null ? 1 : 0).ThenBy(r => r.DueAt).ThenByDescending(r => r.Weight).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        }, ct);
}
