using BackOffice.Domain.Platform.Jobs;
using BackOffice.Portal.Platform.Jobs;

namespace BackOffice.Tests.Platform.Jobs;

public sealed class CronTimesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z|2026-03-30T00:30Z")] // 02:30 does not exist on the spring day: 03:00 instead
    [InlineData("30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30Z|2026-10-26T01:30Z")] // 02:30 comes twice on the autumn day: the first counts
    [InlineData("0 * * * *", "2026-10-25T00:30Z", "2026-10-25T01:00Z|2026-10-25T02:00Z")] // an hourly job runs through the repeated hour
    [InlineData("0 6 * * *", "2026-03-28T12:00Z", "2026-03-29T04:00Z|2026-03-30T04:00Z")] // six in the morning stays six in the morning
    [InlineData("0 22 * * MON#1", "2026-11-23T09:00Z", "2026-12-07T21:00Z|2027-01-04T21:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-23T09:00Z", "2028-02-28T23:00Z|2032-02-28T23:00Z")]
    [InlineData("0 6 LW * *", "2026-11-23T09:00Z", "2026-11-30T05:00Z|2026-12-31T05:00Z")]
    public void The_next_times_follow_the_clocks_of_the_zone(string cron, string after, string expected)
    {
        var times = JobSchedule.Coming(cron, Berlin, CronTimes.Next, DateTime.Parse(after, null, System.Globalization.DateTimeStyles.AdjustToUniversal), 2);
        Assert.Equal(expected, string.Join('|', times.Select(t => t.ToString("yyyy-MM-dd'T'HH:mm'Z'", null))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("@daily")]
    [InlineData("61 * * * *")]
    [InlineData("every day at six please")]
    [InlineData("* * * * FOO")]
    public void What_is_no_schedule_is_refused_in_a_sentence(string cron)
    {
        var refused = Assert.Throws<RuleBroken>(() => CronTimes.Next(cron, Berlin, DateTime.UnixEpoch));
        Assert.Equal("Cron", refused.Faults[0].Field);
    }

    [Fact]
    public void A_schedule_that_is_never_due_is_refused()
    {
        var schedule = new JobSchedule(TestJobs.Kind<LeaveMark>(), Berlin, DateTime.UnixEpoch);
        var refused = Assert.Throws<RuleBroken>(() => schedule.Edit("0 0 31 2 *", Berlin, MissedPolicy.RunOnce, CronTimes.Next, DateTime.UnixEpoch));
        Assert.Equal("The schedule \"0 0 31 2 *\" is never due. Choose days that exist in its months.", refused.Message);
        Assert.Equal("0 * * * *", schedule.Cron);
    }

    [Theory]
    [InlineData("* * * * *", 1)]
    [InlineData("*/7 3-5 * * *", 2)]
    [InlineData("0 6 * * *", 3)]
    [InlineData("0 22 * * MON#1", 4)]
    [InlineData("0 0 1 1 *", 5)]
    public void The_newest_due_time_is_the_one_that_counting_every_time_finds(string cron, int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(chance.Next(300_000));
            var now = from.AddMinutes(chance.Next(60_000));
            var schedule = new JobSchedule(new JobKind(typeof(LeaveMark), "x", cron, ""), Berlin, from);
            DateTime? counted = null;
            for (var at = CronTimes.Next(cron, Berlin, from); at <= now; at = CronTimes.Next(cron, Berlin, at!.Value)) counted = at;
            Assert.Equal(counted, schedule.DueAt(CronTimes.Next, null, now));
            Assert.Null(schedule.DueAt(CronTimes.Next, now, now));
        }
    }
}
