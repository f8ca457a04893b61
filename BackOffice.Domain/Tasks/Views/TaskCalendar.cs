using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Views;

/// <summary>Tasks on days: a month of due times, and the bars of a list.</summary>
public sealed class TaskCalendar(Office office)
{
    /// <summary>How many tasks are shown at once.</summary>
    public const int Most = 2_000;

    /// <summary>The tasks due on the days from one to before another, in the company's zone.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after.</param>
    /// <param name="listId">One list only.</param>
    /// <param name="assigneeId">One person only.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<WorkItemRow>> DueAsync(DateOnly from, DateOnly until, long? listId = null, long? assigneeId = null, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db =>
        {
            var (start, end) = (LocalTime.ToUtc(office.Company.TimeZone, from, TimeSpan.Zero), LocalTime.ToUtc(office.Company.TimeZone, until, TimeSpan.Zero));
            var items = db.Set<WorkItem>().VisibleTo(db.Actor, db).Where(i => i.DueAt >= start && i.DueAt < end && i.Group != StateGroup.Cancelled);
            if (listId is { } list) items = items.Where(i => i.ListId == list);
            if (assigneeId is { } person) items = items.Where(i => i.AssigneeId == person);
            return WorkItemRow.From(db, items).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        }, ct);

    /// <summary>The tasks of a list that have a beginning or an end, as bars in the order of their beginning.</summary>
    public Task<List<WorkItemRow>> BarsAsync(long listId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleListAsync(listId, ct);
            var items = db.Set<WorkItem>().Where(i => i.ListId == listId && (i.StartAt != null || i.DueAt != null) && i.Group != StateGroup.Cancelled);
            return await WorkItemRow.From(db, items).OrderBy(r => r.StartAt ?? r.DueAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        }, ct);

    /// <summary>Plans a task for another day; its time of the day stays.</summary>
    public Task MoveToAsync(long taskId, DateOnly day, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, async db =>
        {
            var (item, _) = await db.EditableTaskAsync(taskId, ct);
            var zone = office.Company.TimeZone;
            var time = item.DueAt is { } due ? TimeZoneInfo.ConvertTimeFromUtc(due, zone).TimeOfDay : TimeSpan.FromHours(17);
            (item.DueAt, item.TouchedAt) = (LocalTime.ToUtc(zone, day, time), db.Now);
        }, ct);
}
