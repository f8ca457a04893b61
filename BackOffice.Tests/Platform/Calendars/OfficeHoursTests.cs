using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Tests.Platform.Calendars;

public sealed class OfficeHoursTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Written_hours_become_the_calendar()
    {
        await using var house = await TestHouse.OpenAsync();
        var clock = house.Get<OfficeClock>();
        var hours = await clock.HoursAsync(Ct);
        hours.Monday = "9:00 – 12:00,13:00-24:00";
        hours.Holidays = "2026-12-25\n2026-11-30";

        await clock.SaveAsync(hours, RequestKey.New(), Ct);

        var calendar = (await clock.HoursAsync(Ct)).In(TimeZoneInfo.Utc);
        Assert.Equal(TimeSpan.FromHours(14), calendar.Between(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 11, 30)));
    }

    [Theory]
    [InlineData("nine to five", null, "nine to five cannot be read. Write hours as 08:00-12:00, 13:00-17:00.")]
    [InlineData("08:00-12:00", "25.12.2026", "25.12.2026 is no date. Write one day a line, as 2026-12-25.")]
    public async Task What_cannot_be_read_is_refused_in_a_sentence(string monday, string? holidays, string sentence)
    {
        await using var house = await TestHouse.OpenAsync();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Get<OfficeClock>().SaveAsync(new OfficeHours { Monday = monday, Holidays = holidays }, RequestKey.None, Ct));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task A_clerk_may_look_at_the_hours_but_not_change_them()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = house.As<OfficeClock>(await house.PersonAsync("Clerk"));

        var hours = await clerk.HoursAsync(Ct);

        await Assert.ThrowsAsync<AccessDenied>(() => clerk.SaveAsync(hours, RequestKey.New(), Ct));
    }
}
