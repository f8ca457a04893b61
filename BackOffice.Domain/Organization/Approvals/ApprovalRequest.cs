using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Where a request stands.</summary>
public enum ApprovalState
{
    /// <summary>Somebody has to decide.</summary>
    Waiting,

    /// <summary>Yes.</summary>
    Approved,

    /// <summary>No.</summary>
    Rejected,

    /// <summary>Not like this: to be changed and handed in again.</summary>
    SentBack,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Approved first, then taken back.</summary>
    Revoked,
}

/// <summary>One wish for approval of one record: what, how much, why, who is asked in which order, and what came of it.</summary>
[Record("organization.approval", 254, Permission.SignedIn)]
public sealed class ApprovalRequest : Entity
{
    private readonly List<ApprovalStep> _steps = [];

    /// <summary>The kind of document; also the kind of the record.</summary>
    [Required, MaxLength(60)]
    public string Kind { get; internal init; } = "";

    /// <summary>The record.</summary>
    public long RecordId { get; internal init; }

    /// <summary>The record's version when it was handed in; an approval of another one is refused.</summary>
    public int RecordVersion { get; internal init; }

    /// <summary>As people call the record: "PO-2026-00042, Indus Office Supply".</summary>
    [Required, MaxLength(200)]
    public string Title { get; internal init; } = "";

    /// <summary>How much, in the company's currency; none where no amount is at stake.</summary>
    public decimal? Amount { get; internal init; }

    /// <summary>Why.</summary>
    [MaxLength(1000)]
    public string? Reason { get; internal init; }

    /// <summary>The person who asks; none for the house itself.</summary>
    public long? RequesterId { get; internal init; }

    /// <summary>His account.</summary>
    public long? RequesterAccountId { get; internal init; }

    /// <summary>His name.</summary>
    [Required, MaxLength(120)]
    public string RequesterName { get; internal init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTime AskedAt { get; internal init; }

    /// <summary>Whom the policy named then.</summary>
    public ChainType Chain { get; internal init; }

    /// <summary>When it expires, in UTC; none for never.</summary>
    public DateTime? ExpiresAt { get; internal init; }

    /// <summary>Where it stands.</summary>
    public ApprovalState State { get; private set; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The chain as it stood.</summary>
    public IReadOnlyList<ApprovalStep> Steps => _steps;

    /// <summary>The record.</summary>
    public RecordRef Record => new(Kind, RecordId);

    /// <summary>Whose turn it is; none when it has ended.</summary>
    public ApprovalStep? Current => _steps.Find(s => s.State == StepState.Waiting);

    internal void Add(ApprovalStep step) => _steps.Add(step);

    /// <summary>Somebody decided at the place whose turn it is.</summary>
    /// <returns>The place whose turn has come, when there is a further one.</returns>
    internal ApprovalStep? Decide(StepState decision, Decider by, DateTime at, string? comment)
    {
        RequireWaiting();
        Rule.RequireField("Comment", decision == StepState.Approved || !string.IsNullOrWhiteSpace(comment), "Say why, so that {0} knows what to do.", RequesterName);
        Current!.Decide(decision, by, at, comment);
        if (decision == StepState.Approved && _steps.Find(s => s.State == StepState.Next) is { } next) return next;
        End(decision switch { StepState.Approved => ApprovalState.Approved, StepState.Rejected => ApprovalState.Rejected, _ => ApprovalState.SentBack }, at);
        return null;
    }

    /// <summary>It ends without a decision, or the decision is taken back.</summary>
    internal void End(ApprovalState state, DateTime at)
    {
        (State, EndedAt) = (state, at);
        foreach (var step in _steps.Where(s => s.State is StepState.Next or StepState.Waiting)) (step.State, step.NextReachAt) = (StepState.Skipped, null);
    }

    internal void RequireWaiting() => Rule.Require(State == ApprovalState.Waiting, "{0} is already decided: {1}.", Title, State.Words());
}

/// <summary>The words of states.</summary>
public static class ApprovalWords
{
    /// <summary>The state in a sentence.</summary>
    public static Word Words(this ApprovalState state) => new(state switch
    {
        ApprovalState.Waiting => "waiting",
        ApprovalState.Approved => "approved",
        ApprovalState.Rejected => "rejected",
        ApprovalState.SentBack => "sent back",
        ApprovalState.Withdrawn => "withdrawn",
        ApprovalState.Expired => "expired",
        _ => "revoked",
    });
}

/// <summary>A request has ended; the room whose record it is carries it out, in the same transaction.</summary>
/// <param name="Request">The request with its chain.</param>
/// <param name="By">Who brought it about.</param>
/// <param name="Comment">What he said.</param>
public sealed record ApprovalEnded(ApprovalRequest Request, Decider By, string? Comment) : IFact;

internal sealed class ApprovalRequestMapping : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        builder.Ignore(r => r.Record).Ignore(r => r.Current);
        builder.HasIndex(r => new { r.Kind, r.RecordId, r.State });
        builder.HasIndex(r => new { r.State, r.ExpiresAt });
        builder.HasIndex(r => new { r.RequesterId, r.State });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.RequesterId);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(r => r.RequesterAccountId);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Cascade);
    }
}
