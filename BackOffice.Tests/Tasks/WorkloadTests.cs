using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Views;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class WorkloadTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly WorkingCalendar Office = new OfficeHours().In(TimeZoneInfo.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Work_is_spread_over_the_working_days_that_are_left()
    {
        // Thursday to Tuesday: four working days, two of them next week.
        var weeks = LoadReckoning.ByWeek([new PromisedWork(1, new DateOnly(2026, 11, 26), new DateOnly(2026, 12, 1), 8)], Monday, Office.IsWorkingDay);
        Assert.Equal((4m, 4m), (weeks[Monday], weeks[Monday.AddDays(7)]));
    }

    [Fact]
    public void What_is_late_falls_on_this_week_and_what_is_due_on_a_free_day_on_that_day()
    {
        Assert.Equal(5, LoadReckoning.ByWeek([new PromisedWork(1, null, Monday.AddDays(-30), 5)], Monday, Office.IsWorkingDay)[Monday]);
        var sunday = new DateOnly(2026, 12, 6);
        Assert.Equal(5, LoadReckoning.ByWeek([new PromisedWork(1, sunday, sunday, 5)], Monday, Office.IsWorkingDay)[new DateOnly(2026, 11, 30)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_hour_is_lost_and_none_comes_from_nowhere(int seed)
    {
        var random = new Random(seed);
        var promised = Enumerable.Range(0, 200).Select(i => new PromisedWork(i, random.Next(3) == 0 ? null : Monday.AddDays(random.Next(-20, 60)), Monday.AddDays(random.Next(-20, 90)), random.Next(0, 400) / 10m)).ToList();

        Assert.Equal(promised.Sum(p => p.Hours), LoadReckoning.ByWeek(promised, Monday, Office.IsWorkingDay).Values.Sum(), 6);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-22")]
    [InlineData("America/New_York", "2027-11-01")]
    public void A_week_in_which_clocks_change_has_its_forty_hours(string zoneName, string monday)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        Assert.Equal(40, LoadReckoning.Capacity(new OfficeHours().In(zone), zone, DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), _ => false));
    }

    [Fact]
    public async Task Who_has_promised_more_than_his_week_holds_stands_out()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (anna, ben) = (await house.WorkerAsync("Anna"), await house.WorkerAsync("Ben"));
        var friday = new DateTime(2026, 11, 27, 16, 0, 0, DateTimeKind.Utc);
        var big = await house.TaskAsync("big", t => (t.AssigneeId, t.DueAt, t.Estimate, t.Spent) = (anna.PersonId, friday, 50, 5));
        await house.TaskAsync("small", t => (t.AssigneeId, t.DueAt, t.Estimate) = (ben.PersonId, friday, 10));
        await house.TaskAsync("vague", t => t.AssigneeId = ben.PersonId);
        async Task<(int Anna, int Ben)> PercentAsync()
        {
            var people = await house.Get<WorkloadBoard>().ReadAsync(Monday, ct: Ct);
            return (people.Single(p => p.Name == "Anna").Weeks[0].Percent, people.SingleOrDefault(p => p.Name == "Ben")?.Weeks[0].Percent ?? 0);
        }

        Assert.Equal((112, 25), await PercentAsync());
        Assert.Equal(1, (await house.Get<WorkloadBoard>().ReadAsync(Monday, ct: Ct)).Single(p => p.Name == "Ben").Unplanned);
        await house.Get<TaskDesk>().AssignAsync(big, ben.PersonId, ct: Ct);

        Assert.Equal(138, (await house.Get<WorkloadBoard>().ReadAsync(Monday, ct: Ct)).Single(p => p.Name == "Ben").Weeks[0].Percent);
    }

    [Fact]
    public async Task My_work_is_what_I_answer_for_help_with_watch_and_hold_up()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (anna, ben) = (await house.WorkerAsync("Anna"), await house.WorkerAsync("Ben"));
        var mine = await house.TaskAsync("mine", t => t.AssigneeId = anna.PersonId);
        var his = await house.TaskAsync("his", t => t.AssigneeId = ben.PersonId);
        await house.As<TaskDesk>(ben).HelpAsync(his, anna.PersonId, ct: Ct);
        await house.As<Domain.Tasks.Dependencies.TieDesk>(ben).WaitForAsync(his, RecordRef.Of<WorkItem>(mine), Ct);
        await house.As<TaskDesk>(anna).WatchAsync(his, ct: Ct);

        var work = await house.As<MyWork>(anna).ReadAsync(Ct);

        Assert.Equal(["mine | his | mine | his"], [string.Join(" | ", new[] { work.Mine, work.Helping, work.WaitingForMe, work.Watching }.Select(rows => string.Join(',', rows.Select(r => r.Title))))]);
        await house.As<TaskDesk>(anna).FinishAsync(mine, ct: Ct);
        Assert.Empty((await house.As<MyWork>(anna).ReadAsync(Ct)).WaitingForMe);
    }
}
