using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Recurring;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>How much a task matters.</summary>
public enum Priority
{
    /// <summary>As usual.</summary>
    Normal,

    /// <summary>When there is time.</summary>
    Low,

    /// <summary>Before others.</summary>
    High,

    /// <summary>Now.</summary>
    Urgent,
}

/// <summary>A piece of work: who answers for it, until when it is to be done, and where it stands.</summary>
[Record("tasks.task", 300, TasksPermissions.View)]
public sealed class WorkItem : Entity, ISearchable, IValidatableObject
{
    /// <summary>Before this no task begins or ends, and after <see cref="Latest"/> none either.</summary>
    public static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The last moment that a plan can name.</summary>
    public static readonly DateTime Latest = new(2199, 12, 31, 23, 59, 0, DateTimeKind.Utc);

    private readonly List<Assignment> _helpers = [];

    /// <summary>As people call it: T-2026-00042.</summary>
    [Numbered("T"), MaxLength(20)]
    public string Number { get; internal set; } = "";

    /// <summary>What is to be done, in a line.</summary>
    [Required, MaxLength(200), Display(Name = "Title")]
    public string Title { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The rest of it, as Markdown.</summary>
    [MaxLength(20_000), Display(Name = "Description")]
    public string? Description { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>The list.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose a list."), Display(Name = "List")]
    public long ListId { get; set; }

    /// <summary>Where it stands in its list.</summary>
    public long StateId { get; private set; }

    /// <summary>What that state means.</summary>
    public StateGroup Group { get; private set; }

    /// <summary>Its place in the column.</summary>
    [MaxLength(RankKey.Longest), NotAudited("the order of a column is arranged anew all the time")]
    public string Rank { get; internal set; } = "";

    /// <summary>How much it matters.</summary>
    [Display(Name = "Priority")]
    public Priority Priority { get; set; }

    /// <summary>Who answers for it.</summary>
    [Display(Name = "Assignee")]
    public long? AssigneeId { get; set; }

    /// <summary>From when, in UTC.</summary>
    [Display(Name = "Start")]
    public DateTime? StartAt { get; set; }

    /// <summary>Until when, in UTC.</summary>
    [Display(Name = "Due")]
    public DateTime? DueAt { get; set; }

    /// <summary>Hours of work it takes.</summary>
    [Range(0, 10_000), Display(Name = "Estimate, hours")]
    public decimal? Estimate { get; set; }

    /// <summary>Hours spent so far.</summary>
    [Range(0, 10_000), Display(Name = "Spent, hours")]
    public decimal Spent { get; set; }

    /// <summary>The task of which it is a part.</summary>
    public long? ParentId { get; internal set; }

    /// <summary>Since when it stands where it stands, in UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>When it was finished or cancelled, in UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was finished though it waited for something.</summary>
    [MaxLength(500), Display(Name = "Reason")]
    public string? EndReason { get; internal set; }

    /// <summary>The recurrence from which it came.</summary>
    public long? RecurrenceId { get; internal init; }

    /// <summary>The day for which it was scheduled; stays when it becomes due on another.</summary>
    public DateOnly? ScheduledOn { get; internal init; }

    /// <summary>When somebody last worked on it, in UTC.</summary>
    [NotAudited("every other change moves it")]
    public DateTime TouchedAt { get; internal set; }

    /// <summary>When it was written down, in UTC.</summary>
    public DateTime CreatedAt { get; internal set; }

    /// <summary>Who wrote it down.</summary>
    public long? CreatedById { get; internal set; }

    /// <summary>Who else works on it.</summary>
    public IReadOnlyList<Assignment> Helpers => _helpers;

    /// <summary>Work is still to be done.</summary>
    public bool IsOpen => Group.IsOpen();

    string ISearchable.SearchTitle => $"{Number} {Title}";
    string ISearchable.SearchText => Description ?? "";

    /// <summary>It comes to stand in a state.</summary>
    internal void Enter(WorkState state, DateTime now)
    {
        if (StateId == state.Id) return;
        (StateId, Group, StateSince, TouchedAt) = (state.Id, state.Group, now, now);
        EndedAt = state.Group.IsOpen() ? null : EndedAt ?? now;
        if (state.Group.IsOpen()) EndReason = null;
    }


    /// <summary>Somebody else works on it too.</summary>
    internal void AddHelper(long personId)
    {
        if (personId != AssigneeId && !_helpers.Exists(h => h.PersonId == personId)) _helpers.Add(new Assignment { PersonId = personId });
    }

    /// <summary>Somebody works on it no more.</summary>
    internal void RemoveHelper(long personId) => _helpers.RemoveAll(h => h.PersonId == personId);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StartAt is { } start && DueAt is { } due && due < start) yield return new ValidationResult("The task would be due before it starts. Change one of the two.", [nameof(DueAt)]);
        foreach (var (day, field) in new[] { (StartAt, nameof(StartAt)), (DueAt, nameof(DueAt)) })
            if (day < Earliest || day > Latest) yield return new ValidationResult("A task starts and ends between the years 2000 and 2199. Check the day.", [field]);
    }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.Ignore(i => i.IsOpen);
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.StateId, i.Rank });
        builder.HasIndex(i => new { i.ListId, i.Group, i.DueAt });
        builder.HasIndex(i => new { i.AssigneeId, i.Group, i.DueAt });
        builder.HasIndex(i => new { i.Group, i.DueAt });
        builder.HasIndex(i => i.DueAt);
        builder.HasIndex(i => i.Title);
        builder.HasIndex(i => i.ParentId);
        builder.HasIndex(i => new { i.RecurrenceId, i.ScheduledOn }).IsUnique();
        builder.HasOne<Recurrence>().WithMany().HasForeignKey(i => i.RecurrenceId);
        builder.HasOne<TaskList>().WithMany().HasForeignKey(i => i.ListId);
        builder.HasOne<WorkState>().WithMany().HasForeignKey(i => i.StateId);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(i => i.ParentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.AssigneeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.CreatedById);
        builder.HasMany(i => i.Helpers).WithOne().HasForeignKey(h => h.WorkItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
