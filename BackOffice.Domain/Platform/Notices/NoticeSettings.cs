using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>Where each person chooses what he is told, how and when.</summary>
public sealed class NoticeSettings(Office office)
{
    /// <summary>The kinds that concern me, with what I chose for each.</summary>
    public Task<IReadOnlyList<NoticeChoice>> ChoicesAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<NoticeChoice>>(Permission.SignedIn, async db =>
        {
            var wishes = await db.Set<NoticeWish>().Where(w => w.UserId == db.Actor.UserId).ToDictionaryAsync(w => w.Kind, w => w.Way, ct);
            var choices = new List<NoticeChoice>();
            foreach (var kinds in NoticeKind.All.GroupBy(k => k.Permission))
            {
                if (await RightsCheck.HoldsAsync(db, kinds.Key, ct)) choices.AddRange(kinds.Select(k => new NoticeChoice(k, wishes.GetValueOrDefault(k.Name, k.Usual))));
            }
            return [.. choices.OrderBy(c => c.Kind.Name, StringComparer.Ordinal)];
        }, ct);

    /// <summary>Chooses how a kind shall reach me from now on.</summary>
    public Task ChooseAsync(string kind, NoticeWay way, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var chosen = NoticeKind.Find(kind);
            Rule.Require(chosen is not null, "There is no kind of notice called {0}.", kind);
            Rule.Require(chosen!.Choices.Contains(way), "Notices of this kind do not become mail.");
            var wish = await db.Set<NoticeWish>().FirstOrDefaultAsync(w => w.UserId == db.Actor.UserId && w.Kind == kind, ct);
            wish ??= db.Add(new NoticeWish { UserId = db.Actor.UserId!.Value, Kind = kind }).Entity;
            wish.Way = way;
        }, ct);

    /// <summary>When I want mail, as I set it; the usual until I do.</summary>
    public Task<MailHabits> HabitsAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db => await db.Set<MailHabits>().FirstOrDefaultAsync(h => h.UserId == db.Actor.UserId, ct) ?? new MailHabits(), ct);

    /// <summary>Sets when I want mail.</summary>
    public Task SaveHabitsAsync(MailHabits entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var mine = db.Actor.UserId!.Value;
            Rule.Require(entered.IsNew || entered.UserId == mine, "These are somebody else's settings.");
            entered.UserId = mine;
            Validation.Require(entered);
            var zone = (await db.FindAsync<UserAccount>(mine, ct)).ZoneOr(db.Zone);
            Rule.RequireField(nameof(MailHabits.QuietUntil), entered.MailAt(NoticeWay.MailAtOnce, db.Now, zone, await OfficeClock.HoursAsync(db, ct)) is not null,
                "The quiet hours cover all office hours, so no mail would ever come. Shorten them, or allow mail outside office hours.");
            await db.TakeOverAsync(entered, ct);
        }, ct);
}

/// <summary>A kind of notice and how one person wants it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Way">How it reaches him.</param>
public sealed record NoticeChoice(NoticeKind Kind, NoticeWay Way);
