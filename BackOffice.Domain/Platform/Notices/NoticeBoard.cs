using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>What the house has to tell each person.</summary>
public sealed class NoticeBoard(Office office)
{
    /// <summary>My newest notices.</summary>
    public Task<IReadOnlyList<Notice>> MineAsync(int take = 50, bool unreadOnly = false, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<Notice>>(Permission.SignedIn, async db =>
            await Mine(db).Where(n => !unreadOnly || n.ReadAt == null).OrderByDescending(n => n.Id).Take(take).ToListAsync(ct), ct);

    /// <summary>How many of mine are unread.</summary>
    public Task<int> UnreadAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, db => Unread(db).CountAsync(ct), ct);

    /// <summary>Marks some of mine as read.</summary>
    public Task ReadAsync(IReadOnlyCollection<long> ids, CancellationToken ct = default) => MarkAsync(unread => unread.Where(n => ids.Contains(n.Id)), ct);

    /// <summary>Marks all of mine as read.</summary>
    public Task ReadAllAsync(CancellationToken ct = default) => MarkAsync(unread => unread, ct);

    /// <summary>I have opened a record: what I was told about it is read.</summary>
    public async Task OpenedAsync(RecordRef record, CancellationToken ct = default)
    {
        // Mostly nothing was told about it, and then nobody has to wait for a turn to write.
        if (!await office.ReadAsync(Permission.SignedIn, db => About(Unread(db), record).AnyAsync(ct), ct)) return;
        await MarkAsync(unread => About(unread, record), ct);
    }

    /// <summary>Tells people something, each in the way he chose, in the same transaction as the work.</summary>
    /// <param name="db">The work.</param>
    /// <param name="userIds">Accounts; one that is switched off is told nothing, one that is named twice is told once.</param>
    /// <param name="kind">What sort of thing it is; people choose by it how they are told.</param>
    /// <param name="level">How urgent.</param>
    /// <param name="sentence">English template with {0}, {1} ...; it is also the key of its translation.</param>
    /// <param name="args">What fills the template.</param>
    /// <param name="about">The record to open.</param>
    /// <param name="ct">Cancels.</param>
    internal static Task TellAsync(BackOfficeDb db, IReadOnlyCollection<long> userIds, NoticeKind kind, NoticeLevel level, string sentence, object?[] args, RecordRef? about, CancellationToken ct) =>
        NoticePost.DeliverAsync(db, userIds, new NoticeText(kind, level, sentence, args, about), ct);

    /// <summary>Tells one person.</summary>
    internal static Task TellAsync(BackOfficeDb db, long userId, NoticeKind kind, NoticeLevel level, string sentence, object?[] args, RecordRef? about, CancellationToken ct) =>
        TellAsync(db, [userId], kind, level, sentence, args, about, ct);

    /// <summary>Tells everybody who holds a permission, in the same transaction as the work.</summary>
    internal static async Task TellHoldersAsync(BackOfficeDb db, string permission, NoticeKind kind, NoticeLevel level, string sentence, object?[] args, RecordRef? about, CancellationToken ct)
    {
        await TellAsync(db, await RightsCheck.Holders(db, permission).Distinct().ToListAsync(ct), kind, level, sentence, args, about, ct);
    }

    private Task MarkAsync(Func<IQueryable<Notice>, IQueryable<Notice>> which, CancellationToken ct) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            foreach (var notice in await which(Unread(db)).ToListAsync(ct)) notice.ReadAt = db.Now;
        }, ct);

    private static IQueryable<Notice> Mine(BackOfficeDb db) => db.Set<Notice>().Where(n => n.UserId == db.Actor.UserId);

    private static IQueryable<Notice> Unread(BackOfficeDb db) => Mine(db).Where(n => n.ReadAt == null);

    private static IQueryable<Notice> About(IQueryable<Notice> notices, RecordRef record) => notices.Where(n => n.RecordKind == record.Kind && n.RecordId == record.Id);
}
