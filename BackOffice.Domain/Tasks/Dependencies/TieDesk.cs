using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Dependencies;

/// <summary>Where tasks are tied to each other and to other records.</summary>
public sealed class TieDesk(Office office)
{
    /// <summary>What a task waits for, what waits for it, and the records it belongs to.</summary>
    public Task<TaskTies> OfTaskAsync(long taskId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleTaskAsync(taskId, ct);
            var unmet = await Blocking.Unmet(db).Where(d => d.WorkItemId == taskId).Select(d => d.Id).ToListAsync(ct);
            var waits = await db.Set<Dependency>().Where(d => d.WorkItemId == taskId).OrderBy(d => d.Id).ToListAsync(ct);
            var held = await db.Set<Dependency>().Where(d => d.OnKind == TaskSight.TaskKind && d.OnId == taskId).OrderBy(d => d.Id).ToListAsync(ct);
            var links = await db.Set<WorkLink>().Where(l => l.WorkItemId == taskId).OrderBy(l => l.Id).ToListAsync(ct);
            var titles = await RecordTitles.OfAsync(db, [.. waits.Select(d => d.On), .. links.Select(l => l.Record), .. held.Select(d => RecordRef.Of<WorkItem>(d.WorkItemId))], ct);
            return new TaskTies(
                [.. waits.Select(d => new Tie(d.Id, d.On, titles[d.On], unmet.Contains(d.Id)))],
                [.. held.Select(d => new Tie(d.Id, RecordRef.Of<WorkItem>(d.WorkItemId), titles[RecordRef.Of<WorkItem>(d.WorkItemId)], true))],
                [.. links.Select(l => new Tie(l.Id, l.Record, titles[l.Record], l.IsGate))]);
        }, ct);

    /// <summary>The tasks that belong to a record, as far as they are open to the reader.</summary>
    public Task<List<RecordTask>> OfRecordAsync(RecordRef record, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await RecordSight.RequireAsync(db, record, ct);
            var items = db.Set<WorkItem>().Where(i => db.Set<WorkLink>().Any(l => l.WorkItemId == i.Id && l.RecordKind == record.Kind && l.RecordId == record.Id)).VisibleTo(db.Actor, db);
            var rows = await WorkItemRow.From(db, items).OrderBy(r => r.Id).ToListAsync(ct);
            var gates = await db.Set<WorkLink>().Where(l => l.RecordKind == record.Kind && l.RecordId == record.Id && l.IsGate).Select(l => l.WorkItemId).ToListAsync(ct);
            return rows.ConvertAll(r => new RecordTask(r, gates.Contains(r.Id)));
        }, ct);

    /// <summary>Lets a task wait for a record.</summary>
    public Task WaitForAsync(long taskId, RecordRef on, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var (item, _) = await db.EditableTaskAsync(taskId, ct);
            await RecordSight.RequireAsync(db, on, ct);
            Rule.Require(AwaitedKinds.All.ContainsKey(on.Kind), "Nobody can wait for a record of this kind: {0}.", on.Kind);
            if (on.Kind == TaskSight.TaskKind) await Blocking.RequireNoCircleAsync(db, item, await db.VisibleTaskAsync(on.Id, ct), ct);
            if (await db.Set<Dependency>().AnyAsync(d => d.WorkItemId == taskId && d.OnKind == on.Kind && d.OnId == on.Id, ct)) return;
            db.Add(new Dependency { WorkItemId = taskId, OnKind = on.Kind, OnId = on.Id });
            item.TouchedAt = db.Now;
        }, ct);

    /// <summary>Lets a task wait no more.</summary>
    public Task ReleaseAsync(long dependencyId, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var dependency = await db.FindAsync<Dependency>(dependencyId, ct);
            (await db.EditableTaskAsync(dependency.WorkItemId, ct)).Item.TouchedAt = db.Now;
            db.Remove(dependency);
        }, ct);

    /// <summary>Says that a task belongs to a record, and whether the record closes only when the task is done.</summary>
    public Task LinkAsync(long taskId, RecordRef record, bool isGate = false, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var (item, _) = await db.EditableTaskAsync(taskId, ct);
            await LinkAsync(db, item, record, isGate, ct);
        }, ct);

    /// <summary>Writes down a task that belongs to a record.</summary>
    /// <returns>The task's id.</returns>
    public Task<long> AddForAsync(WorkItem entered, RecordRef record, bool isGate, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var list = await db.EditableListAsync(entered.ListId, ct);
            await TaskBirth.AddAsync(db, list, entered, list.FirstState(), null, ct);
            await db.FlushAsync(ct);
            await LinkAsync(db, entered, record, isGate, ct);
            return entered.Id;
        }, ct);

    /// <summary>Unties a task from a record.</summary>
    public Task UnlinkAsync(long linkId, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var link = await db.FindAsync<WorkLink>(linkId, ct);
            (await db.EditableTaskAsync(link.WorkItemId, ct)).Item.TouchedAt = db.Now;
            db.Remove(link);
        }, ct);

    private static async Task LinkAsync(BackOfficeDb db, WorkItem item, RecordRef record, bool isGate, CancellationToken ct)
    {
        await RecordSight.RequireAsync(db, record, ct);
        Rule.Require(record != RecordRef.Of(item), "{0} cannot belong to itself.", item.Number);
        var known = await db.Set<WorkLink>().FirstOrDefaultAsync(l => l.WorkItemId == item.Id && l.RecordKind == record.Kind && l.RecordId == record.Id, ct);
        if (known is not null) known.IsGate = isGate;
        else db.Add(new WorkLink { WorkItemId = item.Id, RecordKind = record.Kind, RecordId = record.Id, IsGate = isGate });
        item.TouchedAt = db.Now;
    }
}

/// <summary>One end of a tie.</summary>
/// <param name="Id">Of the tie.</param>
/// <param name="Record">What it leads to.</param>
/// <param name="Title">As people know that.</param>
/// <param name="Holds">It still holds the task up; for a record the task belongs to: the record closes only when the task is done.</param>
public sealed record Tie(long Id, RecordRef Record, string Title, bool Holds);

/// <summary>Everything a task is tied to.</summary>
/// <param name="WaitsFor">What it waits for.</param>
/// <param name="HoldsUp">The tasks that wait for it.</param>
/// <param name="BelongsTo">The records it belongs to.</param>
public sealed record TaskTies(IReadOnlyList<Tie> WaitsFor, IReadOnlyList<Tie> HoldsUp, IReadOnlyList<Tie> BelongsTo)
{
    /// <summary>Something it waits for has not come yet.</summary>
    public bool IsBlocked => WaitsFor.Any(t => t.Holds);
}

/// <summary>A task of a record.</summary>
/// <param name="Task">As the lists show it.</param>
/// <param name="IsGate">The record closes only when it is done.</param>
public sealed record RecordTask(WorkItemRow Task, bool IsGate);
