using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>How far one place of a chain is.</summary>
public enum StepState
{
    /// <summary>Its turn comes later.</summary>
    Next,

    /// <summary>It is its turn.</summary>
    Waiting,

    /// <summary>Approved here.</summary>
    Approved,

    /// <summary>Rejected here.</summary>
    Rejected,

    /// <summary>Sent back here.</summary>
    SentBack,

    /// <summary>Its turn never came.</summary>
    Skipped,
}

/// <summary>Who has been asked because nobody decided in time.</summary>
public enum StepReach
{
    /// <summary>The approver, and who stands in for him while he is away.</summary>
    Approver,

    /// <summary>He was reminded.</summary>
    Reminded,

    /// <summary>His deputies were told.</summary>
    Deputy,

    /// <summary>The next manager may decide too.</summary>
    Manager,
}

/// <summary>One place in the chain of an approval, as it stood when the request was made: who, in which position, up to which limit.</summary>
public sealed class ApprovalStep : Entity
{
    /// <summary>The request.</summary>
    public long RequestId { get; private set; }

    /// <summary>Its place in the chain, from 1.</summary>
    public int Place { get; internal init; }

    /// <summary>The approver; none when whoever holds <see cref="Permission"/> up to the amount may decide.</summary>
    public long? ApproverId { get; internal set; }

    /// <summary>The permission of whoever may decide where no approver is named: nobody stands above who asks.</summary>
    [MaxLength(80)]
    public string? Permission { get; internal init; }

    /// <summary>His name then.</summary>
    [MaxLength(120)]
    public string? ApproverName { get; internal set; }

    /// <summary>His position then.</summary>
    [MaxLength(160)]
    public string? ApproverTitle { get; internal set; }

    /// <summary>His limit then, in the company's currency; none for no limit.</summary>
    public decimal? Limit { get; internal init; }

    /// <summary>How far it is.</summary>
    public StepState State { get; internal set; }

    /// <summary>Who has been asked so far.</summary>
    public StepReach Reach { get; internal set; }

    /// <summary>The next manager, once he may decide too.</summary>
    public long? ManagerId { get; internal set; }

    /// <summary>Since when it waits, in UTC.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>When somebody else is asked next, in UTC; none when nobody else is left.</summary>
    public DateTime? NextReachAt { get; internal set; }

    /// <summary>The person who decided.</summary>
    public long? DecidedById { get; private set; }

    /// <summary>His name.</summary>
    [MaxLength(120)]
    public string? DecidedByName { get; private set; }

    /// <summary>For whom he decided, where that was not himself.</summary>
    [MaxLength(120)]
    public string? OnBehalfOf { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What he said.</summary>
    [MaxLength(1000)]
    public string? Comment { get; private set; }

    /// <summary>Its turn has come.</summary>
    internal void Begin(DateTime at, DateTime nextReachAt) => (State, Reach, WaitingSince, NextReachAt) = (StepState.Waiting, StepReach.Approver, at, nextReachAt);

    /// <summary>Who was asked goes before he decided; somebody else is asked in his place.</summary>
    internal void HandTo(long personId, string name) => (ApproverId, ApproverName, ApproverTitle) = (personId, name, null);

    /// <summary>Somebody has decided.</summary>
    internal void Decide(StepState state, Decider by, DateTime at, string? comment) =>
        (State, DecidedById, DecidedByName, OnBehalfOf, DecidedAt, Comment, NextReachAt) = (state, by.PersonId, by.Name, by.OnBehalfOf, at, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(), null);
}

/// <summary>Who decides, and for whom.</summary>
/// <param name="PersonId">The person; none for the house itself.</param>
/// <param name="Name">His name.</param>
/// <param name="OnBehalfOf">For whom, where that is not himself.</param>
public sealed record Decider(long? PersonId, string Name, string? OnBehalfOf);

internal sealed class ApprovalStepMapping : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> builder)
    {
        builder.HasIndex(s => new { s.RequestId, s.Place }).IsUnique();
        builder.HasIndex(s => new { s.State, s.ApproverId });
        builder.HasIndex(s => new { s.State, s.NextReachAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ApproverId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ManagerId);
    }
}
