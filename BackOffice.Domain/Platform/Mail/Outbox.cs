using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Mail;

/// <summary>Writes a letter about notices in the reader's language.</summary>
/// <param name="reader">The reader.</param>
/// <param name="zone">His time zone.</param>
/// <param name="notices">Oldest first, at least one.</param>
public delegate LetterDraft WriteLetter(UserAccount reader, TimeZoneInfo zone, IReadOnlyList<Notice> notices);

/// <summary>The mail that has not gone out yet: gathered from notices, claimed letter by letter by whoever sends it, each outcome written down.</summary>
/// <remarks>Every step is a transaction of its own, so a process that dies leaves no letter half sent without saying so.</remarks>
public sealed class Outbox(Office office)
{
    private const int ReadersAtOnce = 50;

    /// <summary>Lines of one letter at most; the rest is counted.</summary>
    public const int LinesAtMost = 50;

    // Whoever looks after mail is told once in a while, not for each letter of a long list.
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>Puts a letter into the outbox, in the same transaction as the work that causes it.</summary>
    internal static Letter Post(BackOfficeDb db, LetterDraft draft) =>
        db.Add(new Letter { ToName = draft.ToName, ToAddress = draft.ToAddress, Subject = draft.Subject, Text = draft.Text, Html = draft.Html, WrittenAt = db.Now, NextTryAt = db.Now }).Entity;

    /// <summary>Makes letters of the notices whose time for mail has come: one a reader, with everything else that waits for him. What he has read meanwhile needs no mail.</summary>
    /// <returns>For how many readers; 0 when nothing is due.</returns>
    public async Task<int> GatherAsync(WriteLetter write, CancellationToken ct)
    {
        if (!await office.ReadAsync(PlatformPermissions.Mail, db => Due(db).AnyAsync(ct), ct)) return 0;
        return await office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            await db.LockAsync("outbox", exclusive: true, ct);
            var ids = await Due(db).Select(n => n.UserId).Distinct().OrderBy(id => id).Take(ReadersAtOnce).ToListAsync(ct);
            var readers = await db.Set<UserAccount>().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
            var pending = await db.Set<Notice>().Where(n => n.MailAt != null && ids.Contains(n.UserId)).OrderBy(n => n.Id).ToListAsync(ct);
            foreach (var (reader, notices) in pending.GroupBy(n => n.UserId).Select(g => (readers[g.Key], g.ToList())))
            {
                var unread = notices.Where(n => n.ReadAt is null).ToList();
                foreach (var notice in notices) notice.MailAt = null;
                if (unread.Count == 0 || !reader.Enabled || string.IsNullOrWhiteSpace(reader.Email)) continue;
                var letter = Post(db, write(reader, reader.ZoneOr(db.Zone), unread));
                await db.FlushAsync(ct);
                foreach (var notice in unread) notice.LetterId = letter.Id;
            }
            return ids.Count;
        }, ct);
    }

    /// <summary>Takes letters whose time has come for a process that is about to send them; nobody else touches them for a while.</summary>
    public async Task<IReadOnlyList<Letter>> ClaimAsync(string instance, int count, CancellationToken ct)
    {
        if (!await office.ReadAsync(PlatformPermissions.Mail, db => Free(db).AnyAsync(ct), ct)) return [];
        return await office.ChangeAsync<IReadOnlyList<Letter>>(PlatformPermissions.Mail, async db =>
        {
            await db.LockAsync("outbox", exclusive: true, ct);
            var letters = await Free(db).OrderBy(l => l.NextTryAt).ThenBy(l => l.Id).Take(count).ToListAsync(ct);
            foreach (var letter in letters) letter.Claim(instance, db.Now);
            return letters;
        }, ct);
    }

    /// <summary>Marks a claimed letter as being sent; the last step before the server gets it.</summary>
    /// <returns>False when it is no longer this process's: discarded, or claimed by another after too long a time.</returns>
    public Task<bool> HandOverAsync(long id, string instance, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            var letter = await db.FindAsync<Letter>(id, ct);
            if (!letter.IsOf(instance, db.Now)) return false;
            letter.HandOver(db.Now);
            return true;
        }, ct);

    /// <summary>The server has taken a letter.</summary>
    public Task TakenAsync(long id, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db => (await db.FindAsync<Letter>(id, ct)).Take(db.Now), ct);

    /// <summary>The server has refused a letter.</summary>
    public Task RefusedAsync(long id, string trouble, bool forGood, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            var letter = await db.FindAsync<Letter>(id, ct);
            letter.Refuse(trouble, forGood, db.Now);
            if (letter.State == LetterState.Failed) await ReportAsync(db, letter, ct);
        }, ct);

    /// <summary>The line broke after the server had begun to take a letter.</summary>
    public Task DoubtedAsync(long id, string trouble, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db => await DoubtAsync(db, await db.FindAsync<Letter>(id, ct), trouble, ct), ct);

    /// <summary>Letters could not be handed over at all: they wait a little longer.</summary>
    public Task PutBackAsync(IReadOnlyCollection<long> ids, string? trouble, TimeSpan pause, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            foreach (var letter in await db.Set<Letter>().Where(l => ids.Contains(l.Id) && (l.State == LetterState.Waiting || l.State == LetterState.Sending)).ToListAsync(ct)) letter.PutBack(trouble, db.Now + pause);
        }, ct);

    /// <summary>Clears up after processes that died: what they had only claimed is free again; of what they were sending nobody knows whether it went out.</summary>
    /// <param name="isGone">Whether a process is known to have ended; the lease tells of the others.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many letters are in doubt.</returns>
    public async Task<int> ClearUpAsync(Func<string, bool> isGone, CancellationToken ct)
    {
        if (!await office.ReadAsync(PlatformPermissions.Mail, db => db.Set<Letter>().AnyAsync(l => l.LeasedUntil != null, ct), ct)) return 0;
        return await office.ChangeAsync(PlatformPermissions.Mail, async db =>
        {
            var leased = await db.Set<Letter>().Where(l => l.LeasedUntil != null).ToListAsync(ct);
            var dead = leased.Where(l => l.LeasedUntil < db.Now || isGone(l.Instance!)).ToList();
            foreach (var letter in dead.Where(l => l.State == LetterState.Waiting)) letter.PutBack(null, db.Now);
            var doubtful = dead.Where(l => l.State == LetterState.Sending).ToList();
            foreach (var letter in doubtful) await DoubtAsync(db, letter, "The portal ended while it sent this mail. Whether the mail server took it is not known.", ct);
            return doubtful.Count;
        }, ct);
    }

    private static IQueryable<Notice> Due(BackOfficeDb db)
    {
        var now = db.Now;
        return db.Set<Notice>().Where(n => n.MailAt <= now);
    }

    private static IQueryable<Letter> Free(BackOfficeDb db)
    {
        var now = db.Now;
        return db.Set<Letter>().Where(l => l.State == LetterState.Waiting && l.NextTryAt <= now && (l.LeasedUntil == null || l.LeasedUntil < now));
    }

    private static async Task DoubtAsync(BackOfficeDb db, Letter letter, string trouble, CancellationToken ct)
    {
        letter.Doubt(trouble);
        await ReportAsync(db, letter, ct);
    }

    private static async Task ReportAsync(BackOfficeDb db, Letter letter, CancellationToken ct)
    {
        var since = db.Now - Quiet;
        if (await db.Set<Notice>().AnyAsync(n => n.Kind == PlatformNotices.MailFailed.Name && n.At > since, ct)) return;
        await NoticeBoard.TellHoldersAsync(db, PlatformPermissions.Mail, PlatformNotices.MailFailed, NoticeLevel.Bad,
            letter.State == LetterState.Failed ? "Mail to {0} was not sent: {1}" : "Whether mail to {0} was sent is not known: {1}", [letter.ToName, letter.Trouble], RecordRef.Of(letter), ct);
    }
}
