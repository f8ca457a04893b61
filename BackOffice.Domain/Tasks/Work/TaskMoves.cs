using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Recurring;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>What has to hold when a task moves on.</summary>
internal static class TaskMoves
{
    /// <summary>Brings a task to a state of its list.</summary>
    public static async Task<Fault?> MoveAsync(BackOfficeDb db, TaskList list, WorkItem item, WorkState to, Spot spot, string? reason, CancellationToken ct)
    {
        var ends = item.IsOpen && !to.Group.IsOpen();
        if (to.Group == StateGroup.Done && item.IsOpen)
        {
            await RequireFinishableAsync(db, item, ct);
            await Blocking.RequireFreeAsync(db, list, item, reason, ct);
        }
        if (to.Group.IsOpen() && !item.IsOpen) list.RequireOpen();
        if (item.StateId != to.Id) await TaskTelling.MovedAsync(db, item, to.Name, ct);
        var said = await Column.PutAsync(db, item, to, spot, ct);
        item.TouchedAt = db.Now;
        if (!ends) return said;
        if (!string.IsNullOrWhiteSpace(reason)) item.EndReason = reason.Trim();
        await RecurringTasks.DoneAsync(db, item, ct);
        return said;
    }

    /// <summary>Takes a task and all its parts to another list, each to where its work begins or has ended.</summary>
    public static async Task TakeToAsync(BackOfficeDb db, WorkItem item, TaskList list, CancellationToken ct)
    {
        Rule.Require(item.ParentId is null, "{0} is a part of another task and goes where that goes.", item.Number);
        var (level, all) = (new List<WorkItem> { item }, new List<WorkItem>());
        while (level.Count > 0)
        {
            all.AddRange(level);
            var people = level.Select(t => t.AssigneeId).OfType<long>().Concat(level.SelectMany(t => t.Helpers).Select(h => h.PersonId)).Distinct().ToList();
            await ListAccess.RequireSeenByAsync(db, list, people, ct);
            foreach (var task in level)
            {
                var state = task.IsOpen ? list.States.Where(s => s.Group == task.Group).MinBy(s => s.Position) ?? list.FirstState() : list.FirstState(task.Group);
                task.ListId = list.Id;
                await Column.PutAsync(db, task, state, Spot.Last, ct);
                await db.FlushAsync(ct);
            }
            var above = level.ConvertAll(t => (long?)t.Id);
            level = await db.Set<WorkItem>().Include(i => i.Helpers).Where(i => above.Contains(i.ParentId)).ToListAsync(ct);
        }
        // Labels are words of the list that is left.
        var ids = all.ConvertAll(t => t.Id);
        db.RemoveRange(await db.Set<Labelling>().Where(l => ids.Contains(l.WorkItemId)).ToListAsync(ct));
    }

    private static async Task RequireFinishableAsync(BackOfficeDb db, WorkItem item, CancellationToken ct)
    {
        var part = await db.Set<WorkItem>().Where(i => i.ParentId == item.Id && i.Group != StateGroup.Done && i.Group != StateGroup.Cancelled).OrderBy(i => i.Id).Select(i => i.Number).FirstOrDefaultAsync(ct);
        Rule.Require(part is null, "{0} has an open part: {1}. Finish or cancel it first.", item.Number, part);
    }
}
