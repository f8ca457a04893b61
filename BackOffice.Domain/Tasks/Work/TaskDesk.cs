using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Where tasks are written down, planned, handed over, moved on and finished.</summary>
public sealed class TaskDesk(Office office)
{
    /// <summary>Writes a task down at the end of the column in which work begins, or of another one.</summary>
    /// <param name="entered">As entered on the form.</param>
    /// <param name="stateId">Where it begins; the list's first state when not said.</param>
    /// <param name="parentId">The task of which it is a part.</param>
    /// <param name="key">The wish.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its id.</returns>
    public Task<long> AddAsync(WorkItem entered, long? stateId = null, long? parentId = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var parent = parentId is { } above ? await db.VisibleTaskAsync(above, ct) : null;
            if (parent is not null) entered.ListId = parent.ListId;
            var list = await db.EditableListAsync(entered.ListId, ct);
            await TaskBirth.AddAsync(db, list, entered, stateId is { } id ? list.State(id) : list.FirstState(), parent, ct);
            await db.FlushAsync(ct);
            return entered.Id;
        }, ct);

    /// <summary>Saves what was entered on the form of a task.</summary>
    public Task SaveAsync(WorkItem entered, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var (stored, list) = await db.EditableTaskAsync(entered.Id, ct);
            var before = stored.AssigneeId;
            Rule.RequireField(nameof(WorkItem.ListId), stored.ListId == entered.ListId, "A task is moved to another list, not written into it.");
            await db.TakeOverAsync(entered, ct);
            await AssignAsync(db, list, stored, entered.AssigneeId, before, ct);
        }, ct);

    /// <summary>Moves a task to another state or another place in its column. It takes what stands now, so two who move the same card lose nothing: the second has the last word.</summary>
    /// <returns>What a full column has to say, when it does not refuse.</returns>
    public Task<Fault?> MoveAsync(long id, long stateId, Spot spot = default, string? reason = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var (item, list) = await db.EditableTaskAsync(id, ct);
            return await TaskMoves.MoveAsync(db, list, item, list.State(stateId), spot, reason, ct);
        }, ct);

    /// <summary>Finishes a task: it goes to the list's first state of that meaning.</summary>
    public Task FinishAsync(long id, StateGroup to = StateGroup.Done, string? reason = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var (item, list) = await db.EditableTaskAsync(id, ct);
            await TaskMoves.MoveAsync(db, list, item, list.FirstState(to), Spot.Last, reason, ct);
        }, ct);

    /// <summary>Hands a task over to somebody, or to nobody.</summary>
    public Task AssignAsync(long id, long? personId, RequestKey key = default, CancellationToken ct = default) =>
        ChangeAsync(id, key, (db, list, item) => AssignAsync(db, list, item, personId, item.AssigneeId, ct), ct);

    /// <summary>Lets somebody work on it beside the one who answers for it, or no more.</summary>
    public Task HelpAsync(long id, long personId, bool on = true, CancellationToken ct = default) =>
        ChangeAsync(id, RequestKey.None, async (db, list, item) =>
        {
            if (on) await ListAccess.RequireSeenByAsync(db, list, [personId], ct);
            if (on) item.AddHelper(personId);
            else item.RemoveHelper(personId);
        }, ct);

    /// <summary>Says how much it matters.</summary>
    public Task PrioritiseAsync(long id, Priority priority, RequestKey key = default, CancellationToken ct = default) =>
        ChangeAsync(id, key, (_, _, item) => { item.Priority = priority; return Task.CompletedTask; }, ct);

    /// <summary>Plans it for other days; both may be empty.</summary>
    public Task PlanAsync(long id, DateTime? startAt, DateTime? dueAt, RequestKey key = default, CancellationToken ct = default) =>
        ChangeAsync(id, key, (_, _, item) => { (item.StartAt, item.DueAt) = (startAt, dueAt); return Task.CompletedTask; }, ct);

    /// <summary>Takes a task, with its parts, to another list.</summary>
    public Task TakeToAsync(long id, long listId, RequestKey key = default, CancellationToken ct = default) =>
        ChangeAsync(id, key, async (db, _, item) =>
        {
            var list = await db.EditableListAsync(listId, ct);
            list.RequireOpen();
            await TaskMoves.TakeToAsync(db, item, list, ct);
        }, ct);

    /// <summary>Follows a task, or no more.</summary>
    public Task WatchAsync(long id, bool on = true, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.View, async db =>
        {
            var (item, person) = (await db.VisibleTaskAsync(id, ct), await db.RequirePersonAsync(ct));
            var watching = await db.Set<Watching>().FirstOrDefaultAsync(w => w.WorkItemId == item.Id && w.PersonId == person.Id, ct);
            if (on && watching is null) db.Add(new Watching { WorkItemId = item.Id, PersonId = person.Id });
            if (!on && watching is not null) db.Remove(watching);
        }, ct);

    private Task ChangeAsync(long id, RequestKey key, Func<BackOfficeDb, TaskList, WorkItem, Task> change, CancellationToken ct) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var (item, list) = await db.EditableTaskAsync(id, ct);
            await change(db, list, item);
            item.TouchedAt = db.Now;
        }, ct);

    internal static async Task AssignAsync(BackOfficeDb db, TaskList list, WorkItem item, long? personId, long? before, CancellationToken ct)
    {
        (item.AssigneeId, item.TouchedAt) = (personId, db.Now);
        if (personId is not { } person || person == before) return;
        await ListAccess.RequireSeenByAsync(db, list, [person], ct);
        item.RemoveHelper(person);
    }
}
