using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Tests.Platform.Mail;

namespace BackOffice.Tests.Platform.Notices;

public sealed class NoticeBoardTests : IAsyncLifetime
{
    private TestHouse house = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private Task TellJobFailedAsync() => house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs,
        db => NoticeBoard.TellHoldersAsync(db, PlatformPermissions.Jobs, PlatformNotices.JobFailed, NoticeLevel.Bad, "{0} did not finish. {1}", ["A", "B"], null, Ct), Ct);

    private async Task<Notice?> NewestAsync(Actor reader) => (await house.As<NoticeBoard>(reader).MineAsync(ct: Ct)) is [var newest, ..] ? newest : null;

    [Theory]
    [InlineData(NoticeWay.Nothing, false, null)]
    [InlineData(NoticeWay.PortalOnly, true, null)]
    [InlineData(NoticeWay.MailBundled, true, 30)]
    [InlineData(NoticeWay.MailAtOnce, true, 0)]
    public async Task Each_kind_reaches_a_person_in_the_way_he_chose(NoticeWay way, bool seen, int? mailedAfter)
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org", "en", PlatformPermissions.Jobs);
        await house.As<NoticeSettings>(anna).ChooseAsync(PlatformNotices.JobFailed.Name, way, Ct);

        await TellJobFailedAsync();

        var notice = await NewestAsync(anna);
        Assert.Equal(seen, notice is not null);
        Assert.Equal(mailedAfter is { } minutes ? house.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes) : null, notice?.MailAt);
    }

    [Fact]
    public async Task Who_chose_nothing_is_told_in_the_usual_way_and_who_has_no_address_or_no_account_is_not_mailed()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org", "en", PlatformPermissions.Jobs);
        var silent = await house.ReaderAsync("Silent", null, "en", PlatformPermissions.Jobs);
        var gone = await house.ReaderAsync("Gone", "gone@example.org", "en", PlatformPermissions.Jobs);
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, async db => (await db.FindAsync<UserAccount>(gone.UserId!.Value, Ct)).SwitchTo(false), Ct);

        await TellJobFailedAsync();

        Assert.NotNull((await NewestAsync(anna))!.MailAt);
        Assert.Null((await NewestAsync(silent))!.MailAt);
        Assert.Equal(2, await house.Get<Office>().ReadAsync(PlatformPermissions.Jobs, db => db.Set<Notice>().CountAsync(Ct), Ct));
    }

    [Fact]
    public async Task Only_kinds_that_concern_a_person_are_offered_and_trouble_with_mail_is_never_mailed()
    {
        var clerk = await house.PersonAsync("Clerk");
        var admin = await house.PersonAsync("Admin", PlatformPermissions.Mail);

        Assert.DoesNotContain(await house.As<NoticeSettings>(clerk).ChoicesAsync(Ct), c => c.Kind == PlatformNotices.MailFailed);
        Assert.Contains(await house.As<NoticeSettings>(admin).ChoicesAsync(Ct), c => c.Kind == PlatformNotices.MailFailed);
        await Assert.ThrowsAsync<RuleBroken>(() => house.As<NoticeSettings>(admin).ChooseAsync(PlatformNotices.MailFailed.Name, NoticeWay.MailAtOnce, Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => house.As<NoticeSettings>(admin).ChooseAsync("no.such-kind", NoticeWay.Nothing, Ct));
    }

    [Fact]
    public async Task Opening_a_record_reads_what_was_told_about_it_and_nothing_else_and_nobody_elses()
    {
        var (anna, omar) = (await house.PersonAsync("Anna"), await house.PersonAsync("Omar"));
        foreach (var reader in new[] { anna, omar })
        {
            await house.TellAsync(reader, MailHouse.AtOnce, "One", about: RecordRef.Of<JobRun>(1));
            await house.TellAsync(reader, MailHouse.AtOnce, "Other", about: RecordRef.Of<JobRun>(2));
        }

        await house.As<NoticeBoard>(anna).OpenedAsync(RecordRef.Of<JobRun>(1), Ct);

        Assert.Equal("Other", Assert.Single(await house.As<NoticeBoard>(anna).MineAsync(unreadOnly: true, ct: Ct)).Sentence);
        Assert.Equal(2, await house.As<NoticeBoard>(omar).UnreadAsync(Ct));
        await house.As<NoticeBoard>(omar).ReadAsync([.. (await house.As<NoticeBoard>(anna).MineAsync(ct: Ct)).Select(n => n.Id)], Ct);
        Assert.Equal(1, await house.As<NoticeBoard>(anna).UnreadAsync(Ct));
        Assert.Equal(2, await house.As<NoticeBoard>(omar).UnreadAsync(Ct));
    }

    [Fact]
    public async Task Notices_of_a_day_about_the_same_record_are_one_line_and_a_long_text_still_fills_its_sentence()
    {
        var anna = await house.PersonAsync("Anna");
        await house.TellAsync(anna, MailHouse.AtOnce, "{0} and {1}", [new string('پ', 3000), new string('"', 3000)], RecordRef.Of<JobRun>(1));
        await house.TellAsync(anna, MailHouse.AtOnce, "Again", about: RecordRef.Of<JobRun>(1));
        await house.TellAsync(anna, MailHouse.Bundled, "Other kind", about: RecordRef.Of<JobRun>(1));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.TellAsync(anna, MailHouse.AtOnce, "Next day", about: RecordRef.Of<JobRun>(1));

        var mine = await house.As<NoticeBoard>(anna).MineAsync(ct: Ct);

        Assert.Equal([1, 1, 2], NoticeGroup.Fold(mine, TimeZoneInfo.Utc).Select(g => g.Notices.Count));
        Assert.Equal(2, mine[^1].Values.Length);
        Assert.StartsWith("پپپ", (string)mine[^1].Values[0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_would_keep_all_mail_away_are_refused_and_so_are_half_ones()
    {
        var anna = await house.PersonAsync("Anna");
        var settings = house.As<NoticeSettings>(anna);
        Task Save(string? from, string? until, bool office) => settings.SaveHabitsAsync(new MailHabits
        {
            QuietFrom = from is null ? null : TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            QuietUntil = until is null ? null : TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            OfficeHoursOnly = office,
        }, RequestKey.New(), Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => Save("07:00", "18:00", office: true));
        await Assert.ThrowsAsync<RuleBroken>(() => Save("07:00", null, office: false));
        await Assert.ThrowsAsync<RuleBroken>(() => Save("07:00", "07:00", office: false));
        await Save("18:00", "07:00", office: true);

        Assert.Equal(new TimeOnly(18, 0), (await settings.HabitsAsync(Ct)).QuietFrom);
    }
}
