using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Where tasks are looked up: one query for every view of them.</summary>
public sealed class TaskBook(Office office)
{
    /// <summary>Tasks of all lists that are open to me.</summary>
    [List("tasks.tasks")]
    public Task<Page<WorkItemRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db =>
            WorkItemRow.From(db, db.Matching<WorkItem>(query).VisibleTo(db.Actor, db)).ToPageAsync(query, ct), ct);

    /// <summary>One task with what its page shows.</summary>
    public Task<TaskSheet> OpenAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => TaskSheet.ReadAsync(db, id, ct), ct);

    /// <summary>How many open tasks I answer for, and how many of them are late.</summary>
    public Task<(int Open, int Late)> MineAsync(CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            if (await db.ActingPersonAsync(ct) is not { Id: var me }) return (0, 0);
            var (now, mine) = (db.Now, db.Set<WorkItem>().VisibleTo(db.Actor, db).Where(i => i.AssigneeId == me && StateGroups.Open.Contains(i.Group)));
            return (await mine.CountAsync(ct), await mine.CountAsync(i => i.DueAt < now, ct));
        }, ct);

    /// <summary>What a person is called.</summary>
    public Task<string> NameAsync(long personId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db => (await db.FindAsync<Person>(personId, ct)).Name, ct);

    /// <summary>The people to whom a task may be given.</summary>
    public Task<List<PersonChoice>> PeopleAsync(long listId, string? text = null, int take = 12, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            var people = ListAccess.PeopleOf(db, await db.VisibleListAsync(listId, ct));
            if (!string.IsNullOrWhiteSpace(text)) people = people.Where(p => p.Name.Contains(text.Trim()));
            return await people.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(take).Select(p => new PersonChoice(p.Id, p.Name, null)).ToListAsync(ct);
        }, ct);
}

/// <summary>A task with everything its page shows at once.</summary>
/// <param name="Item">The task.</param>
/// <param name="List">Its list, with the states.</param>
/// <param name="Row">As the list shows it.</param>
/// <param name="MayEdit">The reader may work on it.</param>
/// <param name="Watches">The reader follows it.</param>
public sealed record TaskSheet(WorkItem Item, TaskList List, WorkItemRow Row, bool MayEdit, bool Watches)
{
    /// <summary>Its checklist, in order.</summary>
    public IReadOnlyList<CheckPoint> Points { get; private init; } = [];

    /// <summary>The labels on it.</summary>
    public IReadOnlyList<Label> Labels { get; private init; } = [];

    /// <summary>Its parts.</summary>
    public IReadOnlyList<WorkItemRow> Parts { get; private init; } = [];

    /// <summary>Who else works on it.</summary>
    public IReadOnlyList<PersonChoice> Helpers { get; private init; } = [];

    internal static async Task<TaskSheet> ReadAsync(BackOfficeDb db, long id, CancellationToken ct)
    {
        var item = await db.VisibleTaskAsync(id, ct);
        var list = await db.VisibleListAsync(item.ListId, ct);
        var me = (await db.ActingPersonAsync(ct))?.Id ?? 0;
        var helpers = item.Helpers.Select(h => h.PersonId).ToList();
        return new TaskSheet(item, list,
            await WorkItemRow.From(db, db.Set<WorkItem>().Where(i => i.Id == id)).FirstAsync(ct),
            await Platform.Rights.RightsCheck.HoldsAsync(db, TasksPermissions.Edit, ct) && await db.Set<TaskList>().Where(l => l.Id == list.Id).EditableBy(db.Actor, db).AnyAsync(ct),
            await db.Set<Watching>().AnyAsync(w => w.WorkItemId == id && w.PersonId == me, ct))
        {
            Points = await db.Set<CheckPoint>().Where(c => c.WorkItemId == id).OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(ct),
            Labels = await db.Set<Label>().Where(l => db.Set<Labelling>().Any(x => x.WorkItemId == id && x.LabelId == l.Id)).OrderBy(l => l.Name).ToListAsync(ct),
            Parts = await WorkItemRow.From(db, db.Set<WorkItem>().Where(i => i.ParentId == id)).OrderBy(r => r.Id).ToListAsync(ct),
            Helpers = await db.Set<Person>().Where(p => helpers.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new PersonChoice(p.Id, p.Name, null)).ToListAsync(ct),
        };
    }
}
