using BackOffice.Domain.Platform.Calendars;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static WorkingCalendar Office(string zone = "Europe/Berlin", params DateOnly[] holidays) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), Weekdays.ToDictionary(d => d, _ => (IReadOnlyList<WorkingHours>)[Hours("13:30", "17:00"), Hours("08:00", "12:30")]), holidays);

    private static WorkingCalendar RoundTheClock(string zone) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => (IReadOnlyList<WorkingHours>)[Hours("00:00", "00:00")]));

    private static WorkingHours Hours(string from, string to) => new(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

    private static DateTime Utc(string text) => DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);

    [Theory]
    [InlineData("2026-11-23T08:00", 1.0, "2026-11-23T09:00")] // inside the morning (09:00 in Berlin)
    [InlineData("2026-11-23T11:00", 1.0, "2026-11-23T13:00")] // across lunch
    [InlineData("2026-11-20T15:30", 1.0, "2026-11-23T07:30")] // across the weekend
    [InlineData("2026-11-21T12:00", 8.0, "2026-11-23T16:00")] // from a Saturday, a whole day
    [InlineData("2026-11-23T07:30", -1.0, "2026-11-20T15:30")] // backwards across the weekend
    public void Working_time_runs_only_while_the_office_is_open(string start, double hours, string end) =>
        Assert.Equal(Utc(end), Office().Add(Utc(start), TimeSpan.FromHours(hours)));

    [Fact]
    public void A_holiday_is_no_working_day()
    {
        var calendar = Office(holidays: [new DateOnly(2026, 11, 23)]);

        Assert.Equal(Utc("2026-11-24T08:00"), calendar.Add(Utc("2026-11-20T16:00"), TimeSpan.FromHours(1)));
        Assert.Equal(new DateOnly(2026, 11, 24), calendar.OnOrAfter(new DateOnly(2026, 11, 21)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T23:00", "2026-03-29T22:00", 23)]
    [InlineData("Europe/Berlin", "2026-10-24T22:00", "2026-10-25T23:00", 25)]
    [InlineData("America/New_York", "2026-03-08T05:00", "2026-03-09T04:00", 23)]
    [InlineData("Australia/Lord_Howe", "2026-10-03T13:30", "2026-10-04T13:00", 23.5)]
    [InlineData("Asia/Karachi", "2026-03-28T19:00", "2026-03-29T19:00", 24)]
    public void A_day_on_which_the_clocks_change_has_the_hours_it_has(string zone, string from, string to, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), RoundTheClock(zone).Between(Utc(from), Utc(to)));

    [Property]
    public Property What_is_added_lies_between(DateTime start, int minutes)
    {
        var from = DateTime.SpecifyKind(new DateTime(2000 + Math.Abs(start.Year % 60), start.Month, Math.Min(start.Day, 28), start.Hour, start.Minute, 0), DateTimeKind.Utc);
        var span = TimeSpan.FromMinutes(minutes % 100_000);
        var calendar = Office(holidays: [new DateOnly(from.Year, 12, 25), new DateOnly(from.Year, 5, 1)]);

        return (calendar.Between(from, calendar.Add(from, span)) == span).ToProperty();
    }

    [Property]
    public Property Two_parts_make_the_whole(int a, int b, int c)
    {
        var moments = new[] { a, b, c }.Select(n => Utc("2026-03-20T00:00").AddMinutes(Math.Abs(n % 500_000))).Order().ToArray();
        var calendar = Office();

        return (calendar.Between(moments[0], moments[1]) + calendar.Between(moments[1], moments[2]) == calendar.Between(moments[0], moments[2])).ToProperty();
    }

    [Fact]
    public void A_calendar_without_working_time_is_refused_instead_of_looping()
    {
        var refused = Assert.Throws<RuleBroken>(() => new WorkingCalendar(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>>()));

        Assert.Contains("no working time", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_that_overlap_or_run_backwards_are_refused()
    {
        WorkingCalendar Monday(params WorkingHours[] hours) => new(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>> { [DayOfWeek.Monday] = hours });

        Assert.Throws<RuleBroken>(() => Monday(Hours("12:00", "08:00")));
        Assert.Throws<RuleBroken>(() => Monday(Hours("08:00", "12:00"), Hours("11:59", "13:00")));
    }

    [Fact]
    public void A_span_beyond_the_end_of_time_is_refused()
    {
        Assert.Throws<RuleBroken>(() => Office().Add(Utc("9999-12-30T08:00"), TimeSpan.FromHours(100)));
        Assert.Throws<RuleBroken>(() => Office().Add(Utc("0001-01-02T08:00"), TimeSpan.FromHours(-100)));
    }
}
