using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Dependencies;

/// <summary>A task waits for a record: for another task to be done, for a purchase order to arrive.</summary>
public sealed class Dependency : Entity
{
    /// <summary>The task that waits.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The kind of record that it waits for.</summary>
    [Required, MaxLength(60)]
    public string OnKind { get; internal init; } = "";

    /// <summary>Its id.</summary>
    public long OnId { get; internal init; }

    /// <summary>The record that it waits for.</summary>
    public RecordRef On => new(OnKind, OnId);
}

/// <summary>A task belongs to a record, and the record may not close before it is done.</summary>
public sealed class WorkLink : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The kind of record.</summary>
    [Required, MaxLength(60)]
    public string RecordKind { get; internal init; } = "";

    /// <summary>Its id.</summary>
    public long RecordId { get; internal init; }

    /// <summary>The record closes only when the task is done.</summary>
    public bool IsGate { get; internal set; }

    /// <summary>The record.</summary>
    public RecordRef Record => new(RecordKind, RecordId);
}

/// <summary>A task is waited for until it is done or cancelled.</summary>
public sealed class TaskAwaited : IAwaited
{
    /// <inheritdoc/>
    public string Kind => TaskSight.TaskKind;

    /// <inheritdoc/>
    public IQueryable<long> Arrived(BackOfficeDb db) => db.Set<WorkItem>().Where(i => i.Group == StateGroup.Done || i.Group == StateGroup.Cancelled).Select(i => i.Id);
}

internal sealed class DependencyMapping : IEntityTypeConfiguration<Dependency>, IEntityTypeConfiguration<WorkLink>
{
    public void Configure(EntityTypeBuilder<Dependency> builder)
    {
        builder.Ignore(d => d.On);
        builder.HasIndex(d => new { d.WorkItemId, d.OnKind, d.OnId }).IsUnique();
        builder.HasIndex(d => new { d.OnKind, d.OnId });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(d => d.WorkItemId);
    }

    public void Configure(EntityTypeBuilder<WorkLink> builder)
    {
        builder.Ignore(l => l.Record);
        builder.HasIndex(l => new { l.WorkItemId, l.RecordKind, l.RecordId }).IsUnique();
        builder.HasIndex(l => new { l.RecordKind, l.RecordId });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(l => l.WorkItemId);
    }
}
