using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks;

/// <summary>A task is seen by whoever its list is open to.</summary>
public sealed class TaskSight : ISight
{
    /// <inheritdoc/>
    public string Kind => "tasks.task";

    /// <inheritdoc/>
    public IQueryable<long> Visible(BackOfficeDb db) => db.Set<WorkItem>().VisibleTo(db.Actor, db).Select(i => i.Id);
}

/// <summary>A list is seen by whoever it is open to.</summary>
public sealed class ListSight : ISight
{
    /// <inheritdoc/>
    public string Kind => "tasks.list";

    /// <inheritdoc/>
    public IQueryable<long> Visible(BackOfficeDb db) => db.Set<TaskList>().VisibleTo(db.Actor, db).Select(l => l.Id);
}
