using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks;

/// <summary>A task is seen by whoever its list is open to.</summary>
public sealed class TaskSight : ISight
{
    /// <summary>How records, comments and files call a task.</summary>
    public const string TaskKind = "tasks.task";

    /// <inheritdoc/>
    public string Kind => TaskKind;

    /// <inheritdoc/>
    public IQueryable<long> Visible(BackOfficeDb db, Actor actor) => db.Set<WorkItem>().VisibleTo(actor, db).Select(i => i.Id);
}

/// <summary>A list is seen by whoever it is open to.</summary>
public sealed class ListSight : ISight
{
    /// <inheritdoc/>
    public string Kind => "tasks.list";

    /// <inheritdoc/>
    public IQueryable<long> Visible(BackOfficeDb db, Actor actor) => db.Set<TaskList>().VisibleTo(actor, db).Select(l => l.Id);
}
