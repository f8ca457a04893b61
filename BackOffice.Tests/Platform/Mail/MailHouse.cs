using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BackOffice.Tests.Platform.Mail;

/// <summary>What tests of mail share: people with addresses, notices, and a postman who goes his round when asked.</summary>
internal static class MailHouse
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A kind that is mailed bundled, and one that is mailed at once.</summary>
    public static NoticeKind Bundled { get; } = new("test.bundled", "Something happened", NoticeWay.MailBundled);

    public static NoticeKind AtOnce { get; } = new("test.at-once", "Something urgent happened", NoticeWay.MailAtOnce);

    public static async Task<Actor> ReaderAsync(this TestHouse house, string name, string? email, string culture = "en", params string[] permissions)
    {
        var person = await house.PersonAsync(name, permissions);
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var account = await db.FindAsync<UserAccount>(person.UserId!.Value, Ct);
            (account.Email, account.Culture) = (email, culture);
        }, Ct);
        return person;
    }

    public static Task TellAsync(this TestHouse house, Actor reader, NoticeKind kind, string sentence, object?[]? args = null, RecordRef? about = null) =>
        house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, db => NoticeBoard.TellAsync(db, reader.UserId!.Value, kind, NoticeLevel.Info, sentence, args ?? [], about, Ct), Ct);

    /// <summary>A postman of this house; without a server he writes letters and lets them lie.</summary>
    public static Postman Postman(this TestHouse house, LoopbackMail? server, int? port = null)
    {
        var settings = server?.Settings ?? new LoopbackSettings(port).Settings;
        var mail = MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value))).Build());
        return new Postman(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Services.GetRequiredService<LiveFeed>(), mail,
            new LetterWriter(new Texts(), mail, house.Services.GetRequiredService<Company>()), null!, NullLogger<Postman>.Instance);
    }

    public static Task<List<Letter>> LettersAsync(this TestHouse house) =>
        house.Get<Office>().ReadAsync(PlatformPermissions.Mail, db => db.Set<Letter>().OrderBy(l => l.Id).ToListAsync(Ct), Ct);

    public static async Task<Letter> LetterAsync(this TestHouse house) => Assert.Single(await house.LettersAsync());

    private sealed record LoopbackSettings(int? Port)
    {
        public Dictionary<string, string> Settings => Port is null ? [] : new() { ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = $"{Port}", ["Mail__Security"] = "None" };
    }
}
