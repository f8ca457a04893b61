namespace BackOffice.Domain.Platform.Rights;

/// <summary>What a person sets for himself, so that the portal meets him the same way on every computer.</summary>
public sealed class OwnAccount(Office office)
{
    /// <summary>My own account.</summary>
    public Task<UserAccount> ReadAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, db => MineAsync(db, ct), ct);

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

    private static Task<UserAccount> MineAsync(BackOfficeDb db, CancellationToken ct) => db.Set<UserAccount>().SingleAsync(u => u.Id == db.Actor.UserId, ct);
}
