namespace BackOffice.Domain.Tasks.Work;

/// <summary>The small things on a task: its checklist and its labels.</summary>
public sealed class TaskParts(Office office)
{
    /// <summary>Adds a line to the checklist.</summary>
    /// <returns>Its id.</returns>
    public Task<long> AddPointAsync(long taskId, string text, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            var (item, _) = await db.EditableTaskAsync(taskId, ct);
            var last = await db.Set<CheckPoint>().Where(c => c.WorkItemId == taskId).MaxAsync(c => (int?)c.Position, ct) ?? 0;
            Rule.Require(last < 200, "A checklist has at most {0} lines. Make some of them parts of the task.", 200);
            var point = new CheckPoint { WorkItemId = taskId, Position = last + 1, Text = text };
            db.Add(point);
            item.TouchedAt = db.Now;
            await db.FlushAsync(ct);
            return point.Id;
        }, ct);

    /// <summary>Ticks a line, or takes the tick away.</summary>
    public Task TickAsync(long pointId, bool on, CancellationToken ct = default) =>
        ChangePointAsync(pointId, (db, point) => point.Tick(on, db.Actor, db.Now), ct);

    /// <summary>Words a line anew.</summary>
    public Task RewordAsync(long pointId, string text, CancellationToken ct = default) => ChangePointAsync(pointId, (_, point) => point.Text = text, ct);

    /// <summary>Takes a line off.</summary>
    public Task RemovePointAsync(long pointId, CancellationToken ct = default) => ChangePointAsync(pointId, (db, point) => db.Remove(point), ct);

    /// <summary>Puts a label of the task's list on it, or takes it off.</summary>
    public Task LabelAsync(long taskId, long labelId, bool on = true, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var (item, list) = await db.EditableTaskAsync(taskId, ct);
            var label = await db.FindAsync<Label>(labelId, ct);
            Rule.Require(label.ListId == list.Id, "{0} is a label of another list.", label.Name);
            var there = await db.Set<Labelling>().FirstOrDefaultAsync(l => l.WorkItemId == taskId && l.LabelId == labelId, ct);
            if (on && there is null) db.Add(new Labelling { WorkItemId = taskId, LabelId = labelId });
            if (!on && there is not null) db.Remove(there);
            item.TouchedAt = db.Now;
        }, ct);

    private Task ChangePointAsync(long pointId, Action<BackOfficeDb, CheckPoint> change, CancellationToken ct) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var point = await db.FindAsync<CheckPoint>(pointId, ct);
            var (item, _) = await db.EditableTaskAsync(point.WorkItemId, ct);
            change(db, point);
            item.TouchedAt = db.Now;
        }, ct);
}
