using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Somebody who wants to hear what becomes of a task.</summary>
[NotAudited("who looks on changes nothing of the task")]
public sealed class Watching : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>The person.</summary>
    public long PersonId { get; internal init; }
}

internal sealed class WatchingMapping : IEntityTypeConfiguration<Watching>
{
    public void Configure(EntityTypeBuilder<Watching> builder)
    {
        builder.HasIndex(w => new { w.WorkItemId, w.PersonId }).IsUnique();
        builder.HasIndex(w => w.PersonId);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(w => w.WorkItemId);
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
    }
}
