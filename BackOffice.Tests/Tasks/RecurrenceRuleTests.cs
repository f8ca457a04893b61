using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Recurring;

namespace BackOffice.Tests.Tasks;

/// <summary>Which days a rhythm means: leap days, month ends, working days.</summary>
public sealed class RecurrenceRuleTests
{
    private static readonly WorkingCalendar Office = new OfficeHours { Holidays = "2027-01-01\n2026-12-25" }.In(TimeZoneInfo.Utc);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string First(RecurrenceRule rule, int count = 4) =>
        string.Join(' ', rule.Days(Office).Take(count).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(Rhythm.Days, 1, "2028-02-28", "2028-02-28 2028-02-29 2028-03-01 2028-03-02")]
    [InlineData(Rhythm.Days, 3, "2027-02-27", "2027-02-27 2027-03-02 2027-03-05 2027-03-08")]
    [InlineData(Rhythm.Weeks, 2, "2026-11-25", "2026-11-25 2026-12-09 2026-12-23 2027-01-06")]
    [InlineData(Rhythm.Months, 1, "2027-01-15", "2027-01-31 2027-02-28 2027-03-31 2027-04-30", MonthDay.DayNumber, 31)]
    [InlineData(Rhythm.Months, 12, "2028-02-01", "2028-02-29 2029-02-28 2030-02-28 2031-02-28", MonthDay.DayNumber, 29)]
    [InlineData(Rhythm.Months, 1, "2028-01-01", "2028-01-31 2028-02-29 2028-03-31 2028-04-30", MonthDay.LastDay)]
    [InlineData(Rhythm.Months, 1, "2026-11-23", "2026-12-08 2027-01-12 2027-02-09 2027-03-09", MonthDay.Weekday, 2, DayOfWeek.Tuesday)]
    [InlineData(Rhythm.Months, 1, "2026-11-01", "2026-11-30 2027-03-29 2027-05-31 2027-08-30", MonthDay.Weekday, 5, DayOfWeek.Monday)]
    [InlineData(Rhythm.Months, 3, "2026-11-01", "2026-11-27 2027-02-26 2027-05-28 2027-08-27", MonthDay.Weekday, -1, DayOfWeek.Friday)]
    [InlineData(Rhythm.Months, 1, "2026-11-23", "2026-12-07 2027-01-08 2027-02-05 2027-03-05", MonthDay.WorkingDay, 5)]
    [InlineData(Rhythm.Months, 1, "2026-12-01", "2026-12-31 2027-01-29 2027-02-26 2027-03-31", MonthDay.WorkingDay, -1)]
    [InlineData(Rhythm.Months, 1, "2026-12-01", "2027-01-01 2027-03-01 2027-05-01 2027-06-01", MonthDay.WorkingDay, 23, DayOfWeek.Monday, false)]
    public void A_rhythm_means_these_days(Rhythm rhythm, int every, string start, string days, MonthDay monthDay = MonthDay.DayNumber, int nth = 1, DayOfWeek weekday = DayOfWeek.Monday, bool exact = true)
    {
        var rule = new RecurrenceRule(rhythm, every, Day(start), MonthDay: monthDay, Nth: nth, Weekday: weekday);
        if (exact) Assert.Equal(days, First(rule));
        // A month without a 23rd working day is left out.
        else Assert.All(rule.Days(Office).Take(10), d => Assert.Equal(23, Enumerable.Range(1, d.Day).Count(n => Office.IsWorkingDay(new DateOnly(d.Year, d.Month, n)))));
    }

    [Fact]
    public void Weeks_go_by_their_days() =>
        Assert.Equal("2026-11-24 2026-11-26 2026-12-08 2026-12-10", First(new RecurrenceRule(Rhythm.Weeks, 2, Day("2026-11-24"), OnDays: Weekdays.Monday | Weekdays.Tuesday | Weekdays.Thursday) with { OnDays = Weekdays.Tuesday | Weekdays.Thursday }));

    [Theory]
    [InlineData(OffDay.Keep, "2026-12-25")]
    [InlineData(OffDay.Next, "2026-12-28")]
    [InlineData(OffDay.Before, "2026-12-24")]
    public void A_day_without_work_is_moved_as_wished(OffDay offDay, string due) =>
        Assert.Equal(Day(due), new RecurrenceRule(Rhythm.Days, 1, Day("2026-12-25"), OffDay: offDay).DueOn(Day("2026-12-25"), Office));

    [Fact]
    public void Days_without_work_may_be_left_out() =>
        Assert.Equal("2026-12-24 2026-12-28 2026-12-29 2026-12-30", First(new RecurrenceRule(Rhythm.Days, 1, Day("2026-12-24"), OffDay: OffDay.Skip)));

    [Fact]
    public void A_recurrence_ends_on_its_last_day() =>
        Assert.Equal("2026-12-28 2026-12-29", First(new RecurrenceRule(Rhythm.Days, 1, Day("2026-12-28"), Day("2026-12-29"))));

    [Theory]
    [InlineData(Rhythm.Days, 3, "2026-12-01", "2026-12-04")]
    [InlineData(Rhythm.Weeks, 2, "2026-12-01", "2026-12-16")]
    [InlineData(Rhythm.Months, 1, "2027-01-31", "2027-02-28")]
    public void Counted_from_what_was_done_the_next_day_lies_a_step_behind(Rhythm rhythm, int every, string done, string next) =>
        Assert.Equal(Day(next), new RecurrenceRule(rhythm, every, Day("2026-11-25"), MonthDay: MonthDay.LastDay).AfterDone(Day(done), Office));

    [Theory]
    [InlineData("2026-11-29", null, OffDay.Keep, 7, "None of these days is a working day. Choose other days, or let it move to the next working day.")]
    [InlineData("2026-11-29", null, OffDay.Skip, 7, "None of these days is a working day. Choose other days, or let it move to the next working day.")]
    [InlineData("2026-11-29", "2026-11-28", OffDay.Next, 1, "The recurrence would end before it starts. Change one of the two.")]
    [InlineData("9999-01-01", null, OffDay.Next, 1, "A recurrence starts between the years 2000 and 2199. Check the day.")]
    public void What_cannot_be_meant_is_refused(string start, string? end, OffDay offDay, int every, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleBroken>(() => new RecurrenceRule(Rhythm.Days, every, Day(start), end is null ? null : Day(end), OffDay: offDay).Require(Office)).Message);

    [Theory]
    [InlineData(MonthDay.DayNumber, 32)]
    [InlineData(MonthDay.DayNumber, -1)]
    [InlineData(MonthDay.Weekday, 6)]
    [InlineData(MonthDay.WorkingDay, 24)]
    public void No_month_has_such_a_day(MonthDay day, int nth) =>
        Assert.Contains("There is no such day in a month.", Assert.Throws<RuleBroken>(() => new RecurrenceRule(Rhythm.Months, 1, Day("2026-12-01"), MonthDay: day, Nth: nth).Require(Office)).Message, StringComparison.Ordinal);

    public static TheoryData<string, string, string> Zones => new()
    {
        { "Europe/Berlin", "2027-03-28", "2027-10-31" }, { "America/New_York", "2027-03-14", "2027-11-07" }, { "America/Santiago", "2027-09-05", "2027-04-04" }, { "Australia/Sydney", "2027-10-03", "2027-04-04" },
        { "Australia/Lord_Howe", "2027-10-03", "2027-04-04" }, { "Africa/Cairo", "2027-04-30", "2027-10-29" }, { "Europe/London", "2027-03-28", "2027-10-31" }, { "Asia/Beirut", "2027-03-28", "2027-10-31" },
    };

    /// <summary>Every day is due at the same time of the wall clock, once, though two days of the year are longer or shorter.</summary>
    [Theory, MemberData(nameof(Zones))]
    public void The_clock_on_the_wall_keeps_its_time_when_clocks_change(string zoneName, string forward, string back)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        foreach (var change in new[] { Day(forward), Day(back) })
        {
            var around = new RecurrenceRule(Rhythm.Days, 1, change.AddDays(-3)).Days(Office).Take(7).ToList();
            Assert.NotEqual(zone.GetUtcOffset(LocalTime.ToUtc(zone, change.AddDays(-1), TimeSpan.FromHours(12))), zone.GetUtcOffset(LocalTime.ToUtc(zone, change.AddDays(1), TimeSpan.FromHours(12))));
            foreach (var hour in Enumerable.Range(0, 48).Select(half => TimeSpan.FromMinutes(30 * half)))
            {
                var moments = around.ConvertAll(d => LocalTime.ToUtc(zone, d, hour));
                Assert.Equal(moments.Order(), moments);
                Assert.Equal(7, moments.Distinct().Count());
                for (var i = 0; i < around.Count; i++)
                {
                    var shown = TimeZoneInfo.ConvertTimeFromUtc(moments[i], zone);
                    Assert.Equal(around[i], DateOnly.FromDateTime(shown));
                    // Only a time that the clock skips is shown as the moment after the gap.
                    if (!zone.IsInvalidTime(around[i].ToDateTime(TimeOnly.MinValue) + hour)) Assert.Equal(hour, shown.TimeOfDay);
                    else Assert.True(shown.TimeOfDay > hour);
                }
            }
        }
    }
}
