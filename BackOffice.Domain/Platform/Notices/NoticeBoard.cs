using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>What the house has to tell each person.</summary>
public sealed class NoticeBoard(Office office)
{
    /// <summary>My newest notices.</summary>
    public Task<IReadOnlyList<Notice>> MineAsync(int take = 50, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<Notice>>(Permission.SignedIn, async db =>
            await db.Set<Notice>().Where(n => n.UserId == db.Actor.UserId).OrderByDescending(n => n.Id).Take(take).ToListAsync(ct), ct);

    /// <summary>How many of mine are unread.</summary>
    public Task<int> UnreadAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, db => db.Set<Notice>().CountAsync(n => n.UserId == db.Actor.UserId && n.ReadAt == null, ct), ct);

    /// <summary>Marks all of mine as read.</summary>
    public Task ReadAllAsync(CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            foreach (var notice in await db.Set<Notice>().Where(n => n.UserId == db.Actor.UserId && n.ReadAt == null).ToListAsync(ct)) notice.ReadAt = db.Now;
        }, ct);

    /// <summary>Tells everybody who holds a permission, in the same transaction as the work.</summary>
    internal static async Task TellHoldersAsync(BackOfficeDb db, string permission, NoticeLevel level, string sentence, object?[] args, RecordRef? about, CancellationToken ct)
    {
        var users = await (from member in db.Set<RoleMember>()
                           join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
                           join user in db.Set<UserAccount>() on member.UserId equals user.Id
                           where grant.Permission == permission && user.Enabled
                           select user.Id).Distinct().ToListAsync(ct);
        await TellAsync(db, users, level, sentence, args, about, ct);
    }

    /// <summary>Tells these accounts, in the same transaction as the work.</summary>
    internal static Task TellAsync(BackOfficeDb db, IReadOnlyCollection<long> userIds, NoticeLevel level, string sentence, object?[] args, RecordRef? about, CancellationToken ct)
    {
        var values = Saying.KeepArgs(args);
        db.AddRange(userIds.Select(userId => new Notice
        {
            UserId = userId, At = db.Now, Level = level, Sentence = sentence, Args = values.Length <= 2000 ? values : "[]", RecordKind = about?.Kind, RecordId = about?.Id,
        }));
        ct.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }
}
