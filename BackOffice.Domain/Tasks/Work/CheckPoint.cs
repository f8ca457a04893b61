namespace BackOffice.Domain.Tasks.Work;

/// <summary>A line of a task's checklist.</summary>
public sealed class CheckPoint : Entity
{
    /// <summary>The task.</summary>
    public long WorkItemId { get; internal init; }

    /// <summary>Its place, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>What is to be checked.</summary>
    [Required, MaxLength(300), Display(Name = "Check point")]
    public string Text { get; internal set => field = (value ?? "").Trim(); } = "";

    /// <summary>When it was ticked, in UTC.</summary>
    public DateTime? TickedAt { get; private set; }

    /// <summary>By whom.</summary>
    [MaxLength(200)]
    public string? TickedBy { get; private set; }

    /// <summary>It is ticked.</summary>
    public bool IsTicked => TickedAt is not null;

    internal void Tick(bool on, Actor by, DateTime now) => (TickedAt, TickedBy) = (on ? TickedAt ?? now : null, on ? TickedBy ?? by.Name : null);
}

internal sealed class CheckPointMapping : IEntityTypeConfiguration<CheckPoint>
{
    public void Configure(EntityTypeBuilder<CheckPoint> builder)
    {
        builder.Ignore(c => c.IsTicked);
        builder.HasIndex(c => new { c.WorkItemId, c.Position });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(c => c.WorkItemId);
    }
}
