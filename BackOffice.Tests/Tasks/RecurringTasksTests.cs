using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Tasks.Recurring;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class RecurringTasksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<List<WorkItem>> RunAsync(TaskHouse house)
    {
        await house.Get<RecurringTasks>().RunAsync(new RunningJob((_, _, _) => Task.CompletedTask), Ct);
        return await house.ReadAsync(db => db.Set<WorkItem>().OrderBy(i => i.Id).ToListAsync(Ct));
    }

    private static Recurrence Daily(TaskHouse house) => new() { ListId = house.ListId, Title = "Count the cash", Rhythm = Rhythm.Days, StartOn = new DateOnly(2026, 11, 23) };

    [Fact]
    public async Task Each_day_is_written_down_once_however_often_the_job_runs()
    {
        await using var house = await TaskHouse.OpenAsync();
        await house.Get<RecurrenceBook>().SaveAsync(Daily(house), ct: Ct);
        await using var second = house.House.Second();

        await Task.WhenAll(RunAsync(house), Task.Run(() => second.Get<RecurringTasks>().RunAsync(new RunningJob((_, _, _) => Task.CompletedTask), Ct), Ct));
        var made = await RunAsync(house);

        // 17:00 in Berlin, where the company is.
        Assert.Equal((new DateOnly(2026, 11, 23), new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc)), (Assert.Single(made).ScheduledOn!.Value, made[0].DueAt!.Value));
        house.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await RunAsync(house)).Count);
    }

    [Fact]
    public async Task Days_that_passed_while_nobody_looked_are_made_up_for_once()
    {
        await using var house = await TaskHouse.OpenAsync();
        var id = await house.Get<RecurrenceBook>().SaveAsync(Daily(house), ct: Ct);
        await RunAsync(house);
        house.House.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal([new DateOnly(2026, 11, 23), new DateOnly(2027, 1, 2)], (await RunAsync(house)).Select(i => i.ScheduledOn!.Value));
        var recurrence = await house.Get<RecurrenceBook>().GetAsync(id, Ct);
        Assert.Equal((2, new DateOnly(2027, 1, 3)), (recurrence.Made, recurrence.NextOn!.Value));
    }

    [Fact]
    public async Task The_due_day_may_be_moved_and_the_scheduled_day_stays()
    {
        await using var house = await TaskHouse.OpenAsync();
        await house.Get<RecurrenceBook>().SaveAsync(Daily(house), ct: Ct);
        var made = Assert.Single(await RunAsync(house));

        await house.Get<TaskDesk>().PlanAsync(made.Id, null, made.DueAt!.Value.AddDays(9), ct: Ct);

        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(await RunAsync(house)).ScheduledOn);
    }

    [Fact]
    public async Task Counted_from_completion_the_next_one_waits_for_the_last()
    {
        await using var house = await TaskHouse.OpenAsync();
        var recurrence = Daily(house);
        (recurrence.Every, recurrence.Basis) = (7, Basis.Completion);
        await house.Get<RecurrenceBook>().SaveAsync(recurrence, ct: Ct);
        var first = Assert.Single(await RunAsync(house));
        house.House.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Single(await RunAsync(house));

        await house.Get<TaskDesk>().FinishAsync(first.Id, ct: Ct);
        Assert.Single(await RunAsync(house));
        house.House.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(new DateOnly(2026, 12, 30), (await RunAsync(house))[1].ScheduledOn);
    }

    [Fact]
    public async Task It_ends_after_so_many_times_and_rests_while_paused()
    {
        await using var house = await TaskHouse.OpenAsync();
        var recurrence = Daily(house);
        recurrence.Most = 2;
        var id = await house.Get<RecurrenceBook>().SaveAsync(recurrence, ct: Ct);
        for (var i = 0; i < 4; i++)
        {
            await RunAsync(house);
            house.House.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal(2, (await RunAsync(house)).Count);

        var stored = await house.Get<RecurrenceBook>().GetAsync(id, Ct);
        (stored.Most, stored.IsPaused) = (null, true);
        await house.Get<RecurrenceBook>().SaveAsync(stored, ct: Ct);
        Assert.Equal(2, (await RunAsync(house)).Count);
    }

    [Fact]
    public async Task A_recurrence_that_never_meets_a_working_day_is_refused_and_not_kept()
    {
        await using var house = await TaskHouse.OpenAsync();
        var sundays = Daily(house);
        (sundays.Rhythm, sundays.OnDays, sundays.OffDay) = (Rhythm.Weeks, Weekdays.Sunday, OffDay.Keep);

        Assert.Contains("None of these days is a working day.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<RecurrenceBook>().SaveAsync(sundays, ct: Ct))).Message, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Recurrence>().CountAsync(Ct)));
    }
}
