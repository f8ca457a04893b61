using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Finding tasks inside a piece of work, never one that is not open to the actor.</summary>
public static class TaskReading
{
    /// <summary>A task that the actor may see.</summary>
    /// <exception cref="RecordMissing">It is not there, or not open to him.</exception>
    public static async Task<WorkItem> VisibleTaskAsync(this BackOfficeDb db, long id, CancellationToken ct) =>
        await db.Set<WorkItem>().Include(i => i.Helpers).VisibleTo(db.Actor, db).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new RecordMissing("tasks.task", id);

    /// <summary>A task on which the actor may work, with its list.</summary>
    /// <exception cref="RecordMissing">It is not there, or not open to him.</exception>
    public static async Task<(WorkItem Item, TaskList List)> EditableTaskAsync(this BackOfficeDb db, long id, CancellationToken ct)
    {
        var item = await db.VisibleTaskAsync(id, ct);
        return (item, await db.EditableListAsync(item.ListId, ct));
    }
}
