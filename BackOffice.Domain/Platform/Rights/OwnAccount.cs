namespace BackOffice.Domain.Platform.Rights;

/// <summary>What a person sets for himself, so that the portal meets him the same way on every computer.</summary>
public sealed class OwnAccount(Office office)
{
    /// <summary>My own account; the house itself, which has none, gets an empty one.</summary>
    public Task<UserAccount> ReadAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db => await db.Set<UserAccount>().FirstOrDefaultAsync(u => u.Id == db.Actor.UserId, ct) ?? new UserAccount(), ct);

    /// <summary>Whom I ask for a right that I lack: the administrators' names.</summary>
    public Task<IReadOnlyList<string>> WhomToAskAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<string>>(Permission.SignedIn, async db => await Administrators.Of(db).Select(u => u.Name).OrderBy(n => n).Take(3).ToListAsync(ct), ct);

    /// <summary>Keeps how I like the portal to look.</summary>
    public Task KeepLookAsync(string theme, string density, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var mine = await MineAsync(db, ct);
            (mine.Theme, mine.Density) = (theme, density);
        }, ct);

    /// <summary>Keeps the language I read and get mail in.</summary>
    public Task KeepLanguageAsync(string culture, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db => (await MineAsync(db, ct)).Culture = culture, ct);

    /// <summary>Keeps where I work: instants are told and mail comes by the clock there. Nothing means the company's zone.</summary>
    public Task KeepZoneAsync(string? zone, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            Rule.Require(zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "\"{0}\" is no time zone. Write it as Asia/Karachi or Europe/Berlin.", zone);
            (await MineAsync(db, ct)).TimeZone = zone;
        }, ct);

    private static Task<UserAccount> MineAsync(BackOfficeDb db, CancellationToken ct) => db.Set<UserAccount>().SingleAsync(u => u.Id == db.Actor.UserId, ct);
}
