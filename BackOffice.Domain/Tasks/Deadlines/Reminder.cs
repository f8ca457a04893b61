using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>How far people have been told about the due time of a task; apart from the task, so that telling disturbs nobody who works on it.</summary>
[NotAudited("it says only what was told already; each escalation is written down on its own")]
public sealed class Reminder : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The due time that was spoken of, in UTC; with another one it begins anew.</summary>
    public DateTime? DueAt { get; internal set; }

    /// <summary>What was said last: 0 nothing, 1 that it will be due, 2 that it is, from 3 on that it still is.</summary>
    public int Said { get; internal set; }

    /// <summary>How many steps up the chain of command it went.</summary>
    public int Escalated { get; internal set; }

    /// <summary>Nothing is said before this moment, in UTC.</summary>
    public DateTime? SnoozedUntil { get; internal set; }

    /// <summary>When it was asked whether anybody still works on it, in UTC.</summary>
    public DateTime? AskedAt { get; internal set; }
}

/// <summary>A late task went a step up the chain of command.</summary>
[Record("tasks.escalation", 307, TasksPermissions.View), AppendOnly]
public sealed class Escalation : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The step: 1 is the assignee's manager.</summary>
    public int Step { get; internal init; }

    /// <summary>Whose task is late.</summary>
    public long FromPersonId { get; internal init; }

    /// <summary>Who was told.</summary>
    public long ToPersonId { get; internal init; }

    /// <summary>The due time that has passed, in UTC.</summary>
    public DateTime DueAt { get; internal init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; internal init; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasIndex(r => r.WorkItemId).IsUnique();
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(r => r.WorkItemId);
    }

    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.HasIndex(e => e.WorkItemId);
        builder.HasIndex(e => new { e.ToPersonId, e.At });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(e => e.WorkItemId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.FromPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.ToPersonId);
    }
}
