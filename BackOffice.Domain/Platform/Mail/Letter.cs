using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Mail;

/// <summary>How a letter stands.</summary>
public enum LetterState
{
    /// <summary>In the outbox; it is sent as soon as its time has come.</summary>
    Waiting,

    /// <summary>Being handed to the mail server.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server refused it, or tries have run out.</summary>
    Failed,

    /// <summary>The process or the line ended while it was handed over: nobody knows whether the server took it.</summary>
    Unsure,

    /// <summary>A person decided that it shall not be sent.</summary>
    Discarded,
}

/// <summary>What a letter says and to whom.</summary>
/// <param name="ToName">The reader's name.</param>
/// <param name="ToAddress">His e-mail address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For readers of plain text.</param>
/// <param name="Html">A whole page of HTML, everything that people entered encoded.</param>
public sealed record LetterDraft(string ToName, string ToAddress, string Subject, string Text, string Html);

/// <summary>A mail on its way out: written in the same transaction as what it tells, sent afterwards, at most once.</summary>
/// <remarks>
/// It is marked as <see cref="LetterState.Sending"/> before the server gets it and as <see cref="LetterState.Sent"/> after. When the process dies
/// in between it is <see cref="LetterState.Unsure"/> and waits for a person: no letter goes out a second time by itself.
/// </remarks>
[Record("platform.letter", 13, PlatformPermissions.Mail), NotAudited("it is itself the record of what was sent; what people do with it is noted")]
public sealed class Letter : Entity
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    /// <summary>For so long a letter belongs to the process that is about to send it; longer than a server is waited for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>The reader's name.</summary>
    [Required, MaxLength(120)]
    public string ToName { get; internal init; } = "";

    /// <summary>His e-mail address.</summary>
    [Required, MaxLength(254)]
    public string ToAddress { get; internal init; } = "";

    /// <summary>One line.</summary>
    [Required, MaxLength(250)]
    public string Subject { get; internal init; } = "";

    /// <summary>For readers of plain text.</summary>
    [Required]
    public string Text { get; internal init; } = "";

    /// <summary>A whole page of HTML.</summary>
    [Required]
    public string Html { get; internal init; } = "";

    /// <summary>The part of its Message-ID that is its own; the same at every try, so that a server that already has it can tell.</summary>
    [Required, MaxLength(32)]
    public string Key { get; internal init; } = Guid.CreateVersion7().ToString("N");

    /// <summary>When it was written, in UTC.</summary>
    public DateTime WrittenAt { get; internal init; }

    /// <summary>How it stands.</summary>
    public LetterState State { get; private set; }

    /// <summary>Not before this moment, in UTC.</summary>
    public DateTime NextTryAt { get; internal set; }

    /// <summary>How often the server refused it for the time being.</summary>
    public int Refusals { get; private set; }

    /// <summary>The process that is about to send it.</summary>
    [MaxLength(160)]
    public string? Instance { get; private set; }

    /// <summary>Until when it belongs to that process, in UTC.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>When the server took it, in UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What went wrong last, in the server's words.</summary>
    [MaxLength(1000)]
    public string? Trouble { get; private set; }

    /// <summary>A process is about to send it.</summary>
    internal void Claim(string instance, DateTime now) => (Instance, LeasedUntil) = (instance, now + Lease);

    /// <summary>Whether the process may still send it.</summary>
    internal bool IsOf(string instance, DateTime now) => State == LetterState.Waiting && Instance == instance && LeasedUntil > now;

    /// <summary>From here on nobody but the server knows whether it has the letter.</summary>
    internal void HandOver(DateTime now) => (State, LeasedUntil) = (LetterState.Sending, now + Lease);

    /// <summary>The server has taken it.</summary>
    internal void Take(DateTime now) => (State, SentAt, LeasedUntil, Trouble) = (LetterState.Sent, now, null, null);

    /// <summary>The server refused it: for good, or for the time being as long as tries are left.</summary>
    internal void Refuse(string trouble, bool forGood, DateTime now)
    {
        (Trouble, LeasedUntil) = (Cut(trouble), null);
        State = forGood || Refusals >= Pauses.Length ? LetterState.Failed : LetterState.Waiting;
        if (State == LetterState.Waiting) NextTryAt = now + Pauses[Refusals++];
    }

    /// <summary>It could not even be handed over; no fault of the letter's.</summary>
    internal void PutBack(string? trouble, DateTime nextTryAt) =>
        (State, Trouble, LeasedUntil, NextTryAt) = (LetterState.Waiting, trouble is null ? Trouble : Cut(trouble), null, nextTryAt);

    /// <summary>Nobody knows whether the server has it.</summary>
    internal void Doubt(string trouble) => (State, Trouble, LeasedUntil) = (LetterState.Unsure, Cut(trouble), null);

    /// <summary>A person wants it sent now, whatever happened before.</summary>
    /// <exception cref="RuleBroken">It has been sent, or is being sent.</exception>
    public void SendAgain(DateTime now)
    {
        Rule.Require(State != LetterState.Sent, "This mail has been sent already.");
        Rule.Require(State != LetterState.Sending, "This mail is being sent. Look again in a minute.");
        (State, NextTryAt, Refusals, Trouble, LeasedUntil) = (LetterState.Waiting, now, 0, null, null);
    }

    /// <summary>A person decides that it shall not be sent.</summary>
    /// <exception cref="RuleBroken">It has been sent, or is being sent.</exception>
    public void Discard()
    {
        Rule.Require(State != LetterState.Sent, "This mail has been sent already.");
        Rule.Require(State != LetterState.Sending, "This mail is being sent. Look again in a minute.");
        (State, LeasedUntil) = (LetterState.Discarded, null);
    }

    private static string Cut(string words) => words.Length <= 1000 ? words : words[..999] + "…";
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.Text).HasMaxLength(-1);
        builder.Property(l => l.Html).HasMaxLength(-1);
        builder.HasIndex(l => l.Key).IsUnique();
        builder.HasIndex(l => new { l.State, l.NextTryAt });
        builder.HasIndex(l => l.WrittenAt);
        builder.HasIndex(l => l.LeasedUntil).HasFilter("[LeasedUntil] IS NOT NULL");
    }
}
