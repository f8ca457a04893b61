using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>Somebody who works on a task beside the one who answers for it.</summary>
public sealed class Assignment : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; private set; }

    /// <summary>The person.</summary>
    public long PersonId { get; internal init; }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(a => new { a.PersonId, a.WorkItemId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }
}
