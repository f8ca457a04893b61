using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>What is to be told, before it is known to whom and how.</summary>
internal sealed record NoticeText(NoticeKind Kind, NoticeLevel Level, string Sentence, object?[] Args, RecordRef? About)
{
    private const int Room = 2_000;

    public Notice To(long userId, DateTime now, DateTime? mailAt)
    {
        var values = Saying.KeepArgs(Args);
        return new Notice
        {
            UserId = userId, At = now, Kind = Kind.Name, Level = Level, Sentence = Sentence, Args = values.Length <= Room ? values : Shortened(),
            RecordKind = About?.Kind, RecordId = About?.Id, MailAt = mailAt,
        };
    }

    // Every place of the sentence keeps its value, so it can still be filled; each gets an equal share of the room, six characters for the worst letter.
    private string Shortened()
    {
        var share = (Room / Args.Length - 4) / 6;
        return Saying.KeepArgs([.. Args.Select(a => a?.ToString() is { } text ? text.Length <= share ? text : text[..(share - 1)] + "…" : null)]);
    }
}

/// <summary>Brings a notice to each person in the way he chose.</summary>
internal static class NoticePost
{
    // Below the number of parameters that a server takes in one question.
    private const int Chunk = 1_000;

    public static async Task DeliverAsync(BackOfficeDb db, IReadOnlyCollection<long> userIds, NoticeText text, CancellationToken ct)
    {
        OfficeHours? hours = null;
        foreach (var ids in userIds.Distinct().Chunk(Chunk))
        {
            foreach (var reader in await ReadersAsync(db, ids, text.Kind.Name, ct))
            {
                var way = reader.Wish ?? text.Kind.Usual;
                if (way == NoticeWay.Nothing) continue;
                var mailed = way > NoticeWay.PortalOnly && text.Kind.Mailed && !string.IsNullOrWhiteSpace(reader.Account.Email);
                if (mailed) hours ??= await OfficeClock.HoursAsync(db, ct);
                db.Add(text.To(reader.Account.Id, db.Now, mailed ? (reader.Habits ?? new MailHabits()).MailAt(way, db.Now, reader.Account.ZoneOr(db.Zone), hours!) : null));
            }
        }
    }

    private static Task<List<Reader>> ReadersAsync(BackOfficeDb db, long[] ids, string kind, CancellationToken ct) =>
        (from user in db.Set<UserAccount>()
         join wish in db.Set<NoticeWish>().Where(w => w.Kind == kind) on user.Id equals wish.UserId into wishes
         from wish in wishes.DefaultIfEmpty()
         join habits in db.Set<MailHabits>() on user.Id equals habits.UserId into set
         from habits in set.DefaultIfEmpty()
         where user.Enabled && ids.Contains(user.Id)
         orderby user.Id
         select new Reader { Account = user, Wish = wish == null ? null : wish.Way, Habits = habits }).AsNoTracking().ToListAsync(ct);

    private sealed class Reader
    {
        public UserAccount Account { get; init; } = default!;
        public NoticeWay? Wish { get; init; }
        public MailHabits? Habits { get; init; }
    }
}
