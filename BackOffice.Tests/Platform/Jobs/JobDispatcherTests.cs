using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Jobs;

public sealed class JobDispatcherTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_portals_that_wake_for_the_same_100_times_have_100_effects()
    {
        await using var house = await TestHouse.OpenAsync();
        await using var second = house.Second();
        var kind = await house.ScheduleAsync<LeaveMark>();
        var (one, other) = (house.Dispatcher(), second.Dispatcher());

        for (var hour = 0; hour < 100; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(Task.Run(() => one.RunAsync(kind, Ct), Ct), Task.Run(() => other.RunAsync(kind, Ct), Ct), Task.Run(() => one.RunAsync(kind, Ct), Ct));
        }

        var runs = await house.RunsAsync(kind);
        Assert.Equal(100, runs.Count(r => r.State == JobState.Done));
        Assert.Equal(100, await house.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<Role>().CountAsync(r => r.Name.StartsWith(LeaveMark.Prefix), Ct), Ct));
        Assert.Equal(100, runs.Select(r => r.DueAt).Distinct().Count());
    }

    [Fact]
    public async Task However_many_times_were_missed_they_are_made_up_for_once()
    {
        await using var house = await TestHouse.OpenAsync();
        var kind = await house.ScheduleAsync<LeaveMark>();

        house.Clock.Advance(TimeSpan.FromHours(30.5));
        await house.Dispatcher().RunAsync(kind, Ct);
        await house.Dispatcher().RunAsync(kind, Ct);

        var run = await house.OnlyRunAsync(kind);
        Assert.Equal((JobState.Done, new DateTime(2026, 11, 24, 15, 0, 0, DateTimeKind.Utc)), (run.State, run.DueAt));
        Assert.Equal(("Left a mark", 1, JobRun.Schedule), (run.Words, run.Touched, run.StartedBy));
    }

    [Fact]
    public async Task A_job_that_skips_missed_times_only_writes_them_down()
    {
        await using var house = await TestHouse.OpenAsync();
        var kind = await house.ScheduleAsync<LeaveMark>(edit: (s, now) => s.Edit("0 * * * *", TimeZoneInfo.Utc, MissedPolicy.Skip, BackOffice.Portal.Platform.Jobs.CronTimes.Next, now));

        house.Clock.Advance(TimeSpan.FromHours(3.5));
        await house.Dispatcher().RunAsync(kind, Ct);
        house.Clock.Advance(TimeSpan.FromHours(0.5));
        await house.Dispatcher().RunAsync(kind, Ct);

        Assert.Equal([JobState.Missed, JobState.Done], (await house.RunsAsync(kind)).Select(r => r.State));
    }

    [Fact]
    public async Task A_job_that_is_switched_off_is_left_alone_but_a_person_can_run_it()
    {
        await using var house = await TestHouse.OpenAsync();
        var kind = await house.ScheduleAsync<LeaveMark>(edit: (s, now) => s.Switch(on: false, "Maria", now));

        house.Clock.Advance(TimeSpan.FromHours(5));
        await house.Dispatcher().RunAsync(kind, Ct);
        Assert.Empty(await house.RunsAsync(kind));

        var (run, now) = await house.Dispatcher().RunAsync(kind, house.Clock.GetUtcNow().UtcDateTime, Actor.Operator("test"), () => Task.CompletedTask, Ct);
        Assert.Equal((JobState.Done, "operator", true), (run.State, run.StartedBy, now));
        Assert.False((await house.Dispatcher().RunAsync(kind, run.DueAt, Actor.Operator("test"), () => Task.CompletedTask, Ct)).Now);
    }

    [Fact]
    public async Task A_run_shows_its_progress_and_stops_when_somebody_asks()
    {
        await using var house = await TestHouse.OpenAsync();
        var maria = await house.PersonAsync("Maria", PlatformPermissions.Jobs);
        var kind = await house.ScheduleAsync<WorkWithoutEnd>();
        house.Clock.Advance(TimeSpan.FromHours(1));
        var begun = WorkWithoutEnd.Begun.Value = new TaskCompletionSource();
        var working = house.Dispatcher().RunAsync(kind, Ct);
        await begun.Task.WaitAsync(Patience.Limit, Ct);

        var desk = house.As<JobDesk>(maria);
        var (run, steps) = await desk.RunAsync((await house.OnlyRunAsync(kind)).Id, Ct);
        Assert.Equal((JobState.Running, "Begun", "Begun"), (run.State, run.Words, Assert.Single(steps).Words));
        await desk.StopAsync(run.Id, Ct);
        await working.WaitAsync(Patience.Limit, Ct);

        var stopped = await house.OnlyRunAsync(kind);
        Assert.Equal((JobState.Stopped, "Stopped by Maria after 3 records", 3, 10), (stopped.State, stopped.Words, stopped.Done, stopped.Total));
        await Assert.ThrowsAsync<RuleBroken>(() => desk.StopAsync(run.Id, Ct));
    }

    [Fact]
    public async Task A_time_that_comes_while_the_job_is_still_at_work_is_skipped_and_written_down()
    {
        await using var house = await TestHouse.OpenAsync();
        await using var second = house.Second();
        var kind = await house.ScheduleAsync<WorkWithoutEnd>();
        house.Clock.Advance(TimeSpan.FromHours(1));
        var begun = WorkWithoutEnd.Begun.Value = new TaskCompletionSource();
        using var shutdown = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var working = house.Dispatcher().RunAsync(kind, shutdown.Token);
        await begun.Task.WaitAsync(Patience.Limit, Ct);

        house.Clock.Advance(TimeSpan.FromHours(1));
        await second.Dispatcher().RunAsync(kind, Ct);
        await shutdown.CancelAsync();
        await working;

        Assert.Equal([JobState.Interrupted, JobState.Skipped], (await house.RunsAsync(kind)).Select(r => r.State));
    }

    [Fact]
    public async Task A_broken_rule_fails_at_once_in_its_own_words_and_is_told_to_whoever_looks_after_jobs()
    {
        await using var house = await TestHouse.OpenAsync();
        var maria = await house.PersonAsync("Maria", PlatformPermissions.Jobs);
        var clerk = await house.PersonAsync("Clerk");
        var kind = await house.ScheduleAsync<BreakRule>();
        house.Clock.Advance(TimeSpan.FromHours(1));

        await house.Dispatcher().RunAsync(kind, Ct);

        var run = await house.OnlyRunAsync(kind);
        Assert.Equal((JobState.Failed, "The supplier's file is missing.", 1), (run.State, run.Words, run.Attempt));
        var notice = Assert.Single(await house.As<NoticeBoard>(maria).MineAsync(ct: Ct));
        Assert.Equal("test.BreakRule did not finish. The supplier's file is missing.", string.Format(CultureInfo.InvariantCulture, notice.Sentence, notice.Values));
        Assert.Empty(await house.As<NoticeBoard>(clerk).MineAsync(ct: Ct));
    }

    [Fact]
    public async Task An_unexpected_fault_is_tried_again_twice_and_never_shown_raw()
    {
        await using var house = await TestHouse.OpenAsync();
        var maria = await house.PersonAsync("Maria", PlatformPermissions.Jobs);
        var kind = await house.ScheduleAsync<BreakDown>();
        house.Clock.Advance(TimeSpan.FromHours(1));

        List<int> attempts = [];
        for (var minute = 0; minute < 10; minute++)
        {
            await house.Dispatcher().RunAsync(kind, Ct);
            attempts.Add((await house.OnlyRunAsync(kind)).Attempt);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([1, 2, 2, 2, 2, 2, 3, 3, 3, 3], attempts);
        var run = await house.OnlyRunAsync(kind);
        Assert.Equal($"It stopped with an unexpected fault (InvalidOperation). The log tells more under run {run.Id}.", run.Words);
        Assert.Single(await house.As<NoticeBoard>(maria).MineAsync(ct: Ct));
    }

    [Fact]
    public async Task A_run_whose_process_fell_silent_is_interrupted_and_begun_again()
    {
        await using var house = await TestHouse.OpenAsync();
        var kind = await house.ScheduleAsync<LeaveMark>();
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await house.Get<RunBook>().ClaimAsync(kind, "elsewhere/1/x", Ct));
        Assert.Null(await house.Get<RunBook>().ClaimAsync(kind, "here/2/y", Ct));

        Assert.Equal(0, await house.Get<RunBook>().InterruptDeadAsync(_ => false, Ct));
        house.Clock.Advance(RunBook.Silence + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await house.Get<RunBook>().InterruptDeadAsync(_ => false, Ct));
        Assert.Equal(JobState.Interrupted, (await house.OnlyRunAsync(kind)).State);
        await house.Dispatcher().RunAsync(kind, Ct);

        var run = await house.OnlyRunAsync(kind);
        Assert.Equal((JobState.Done, 2), (run.State, run.Attempt));
    }
}
