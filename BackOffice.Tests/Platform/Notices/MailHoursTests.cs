using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Notices;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform.Notices;

/// <summary>When mail may come: quiet hours and office hours by the clock on the person's own wall.</summary>
public sealed class MailHoursTests
{
    private static readonly string[] Zones = ["Asia/Karachi", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"];

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static DateTime? At(string now, string zone, string? from = null, string? until = null, bool office = false, NoticeWay way = NoticeWay.MailAtOnce) =>
        new MailHabits { QuietFrom = from is null ? null : TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), QuietUntil = until is null ? null : TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), OfficeHoursOnly = office }
            .MailAt(way, Utc(now), TimeZoneInfo.FindSystemTimeZoneById(zone), new OfficeHours());

    [Theory]
    [InlineData("2026-11-23 09:00", "Asia/Karachi", "22:00", "07:00", "2026-11-23 09:00")] // 14:00 on the wall
    [InlineData("2026-11-23 18:00", "Asia/Karachi", "22:00", "07:00", "2026-11-24 02:00")] // 23:00 there, until 07:00 tomorrow
    [InlineData("2026-11-23 01:00", "Asia/Karachi", "22:00", "07:00", "2026-11-23 02:00")] // 06:00 there
    [InlineData("2026-11-23 02:00", "Asia/Karachi", "22:00", "07:00", "2026-11-23 02:00")] // just over
    [InlineData("2026-11-23 08:30", "Asia/Karachi", "13:00", "15:00", "2026-11-23 10:00")] // a siesta
    [InlineData("2026-03-28 23:00", "Europe/Berlin", "22:00", "02:30", "2026-03-29 01:00")] // 02:30 is skipped: 03:00 summer time
    [InlineData("2026-10-24 23:00", "Europe/Berlin", "22:00", "02:30", "2026-10-25 00:30")] // 02:30 comes twice: the first
    [InlineData("2026-10-25 01:10", "Europe/Berlin", "22:00", "02:30", "2026-10-25 01:30")] // in the second 02:10: the second
    public void Mail_of_the_quiet_hours_comes_when_they_end(string now, string zone, string from, string until, string expected) =>
        Assert.Equal(Utc(expected), At(now, zone, from, until));

    [Theory]
    [InlineData("2026-11-23 09:00", "Asia/Karachi", "2026-11-23 09:00")]
    [InlineData("2026-11-23 13:00", "Asia/Karachi", "2026-11-24 03:00")] // 18:00 there, next day 08:00
    [InlineData("2026-11-20 16:00", "Europe/Berlin", "2026-11-23 07:00")] // Friday 17:00, until Monday
    [InlineData("2026-11-23 11:30", "Europe/Berlin", "2026-11-23 12:00")] // lunch
    public void Mail_for_office_hours_waits_until_work_begins_where_the_person_is(string now, string zone, string expected) =>
        Assert.Equal(Utc(expected), At(now, zone, office: true));

    [Fact]
    public void Quiet_hours_at_the_beginning_of_the_office_day_shorten_it() => Assert.Equal(Utc("2026-11-24 09:00"), At("2026-11-23 17:00", "Europe/Berlin", "16:00", "10:00", office: true));

    [Fact]
    public void Hours_that_leave_no_time_are_found_out() => Assert.Null(At("2026-11-23 09:00", "Europe/Berlin", "07:00", "18:00", office: true));

    [Fact]
    public void Bundled_mail_waits_for_its_window_first() => Assert.Equal(Utc("2026-11-24 02:00"), At("2026-11-23 16:40", "Asia/Karachi", "22:00", "07:00", way: NoticeWay.MailBundled));

    [Property(MaxTest = 400)]
    public bool The_moment_found_is_never_quiet_and_never_earlier_in_any_zone(ushort zone, uint minute, ushort from, ushort until)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(Zones[zone % Zones.Length]);
        var now = Utc("2024-01-01").AddMinutes(minute % (4 * 366 * 1440));
        var (start, end) = (TimeOnly.MinValue.AddMinutes(from % 1440), TimeOnly.MinValue.AddMinutes(until % 1440));
        if (start == end) return true;
        var at = new MailHabits { QuietFrom = start, QuietUntil = end }.MailAt(NoticeWay.MailAtOnce, now, place, new OfficeHours())!.Value;
        var wall = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, place));
        return at >= now && at - now <= TimeSpan.FromHours(26) && !wall.IsBetween(start, end);
    }
}
