using System.Linq.Expressions;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Mail;

/// <summary>Where administrators read what goes out by mail, send again what did not arrive and discard what shall not go.</summary>
public sealed class OutboxDesk(Office office)
{
    /// <summary>A page of all mail.</summary>
    [List("platform.letters")]
    public Task<Page<LetterRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Mail, db => db.Set<Letter>().Select(LetterRow.From).ToPageAsync(query, ct), ct);

    /// <summary>One mail with what it says.</summary>
    public Task<Letter> LetterAsync(long id, CancellationToken ct = default) => office.ReadAsync(PlatformPermissions.Mail, db => db.FindAsync<Letter>(id, ct), ct);

    /// <summary>How many wait for a person: they failed, or nobody knows whether they went out.</summary>
    public Task<int> TroubledAsync(CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Mail, db => db.Set<Letter>().CountAsync(l => l.State == LetterState.Failed || l.State == LetterState.Unsure, ct), ct);

    /// <summary>Sends mail again, or at once what waits for its next try.</summary>
    public Task SendAgainAsync(IReadOnlyCollection<long> ids, CancellationToken ct = default) => DecideAsync(ids, (letter, now) => letter.SendAgain(now), ct);

    /// <summary>Keeps mail from being sent; it can still be read and sent later.</summary>
    public Task DiscardAsync(IReadOnlyCollection<long> ids, CancellationToken ct = default) => DecideAsync(ids, (letter, _) => letter.Discard(), ct);

    private Task DecideAsync(IReadOnlyCollection<long> ids, Action<Letter, DateTime> decide, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            foreach (var letter in await db.Set<Letter>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(ct))
            {
                var before = letter.State;
                decide(letter, db.Now);
                await AuditTrail.NoteAsync(db, RecordRef.Of(letter), nameof(Letter.State), before.ToString(), letter.State.ToString(), ct);
            }
        }, ct);
}

/// <summary>A mail as the outbox lists it.</summary>
public sealed class LetterRow
{
    /// <summary>The mail.</summary>
    public long Id { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>The reader.</summary>
    [Searched]
    public string ToName { get; init; } = "";

    /// <summary>His address.</summary>
    [Searched]
    public string ToAddress { get; init; } = "";

    /// <summary>What it is about.</summary>
    [Searched]
    public string Subject { get; init; } = "";

    /// <summary>How it stands.</summary>
    public LetterState State { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTime? SentAt { get; init; }

    /// <summary>When it is tried next, in UTC.</summary>
    public DateTime NextTryAt { get; init; }

    /// <summary>How often the server put it off.</summary>
    public int Refusals { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Trouble { get; init; }

    internal static readonly Expression<Func<Letter, LetterRow>> From = l => new LetterRow
    {
        Id = l.Id, WrittenAt = l.WrittenAt, ToName = l.ToName, ToAddress = l.ToAddress, Subject = l.Subject, State = l.State,
        SentAt = l.SentAt, NextTryAt = l.NextTryAt, Refusals = l.Refusals, Trouble = l.Trouble,
    };
}
