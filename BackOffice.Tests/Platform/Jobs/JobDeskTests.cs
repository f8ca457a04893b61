using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Jobs;

public sealed class JobDeskTests
{
    private const string Proof = "platform.nightly-proof";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_job_has_its_purpose_its_schedule_and_its_next_five_times()
    {
        await using var house = await TestHouse.OpenAsync();

        var lines = await house.Get<JobDesk>().ListAsync(Ct);

        Assert.Equal(JobKind.All.Select(k => k.Id).Order(), lines.Select(l => l.Kind.Id).Order());
        Assert.All(lines, l => Assert.Equal((5, l.Kind.Cron, "Europe/Berlin"), (l.Coming.Count, l.Schedule.Cron, l.Schedule.TimeZone.Id)));
        Assert.All(JobKind.All, k => Assert.Matches(@"^[A-Z][a-z ]+$", k.Title));
        Assert.Equal("Nightly proof", lines.Single(l => l.Kind.Id == Proof).Kind.Title);
    }

    [Fact]
    public async Task Only_who_looks_after_jobs_sees_and_touches_them()
    {
        await using var house = await TestHouse.OpenAsync();
        var desk = house.As<JobDesk>(await house.PersonAsync("Clerk"));

        await Assert.ThrowsAsync<AccessDenied>(() => desk.ListAsync(Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => desk.RunNowAsync(Proof, RequestKey.None, Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => desk.SwitchAsync(Proof, on: false, Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => desk.EditAsync(Proof, 0, "0 6 * * *", TimeZoneInfo.Utc, MissedPolicy.RunOnce, Ct));
    }

    [Fact]
    public async Task A_new_schedule_does_not_reach_into_the_past_and_the_slower_of_two_is_told()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.Get<RunBook>().OpenAsync(Ct);
        var desk = house.As<JobDesk>(await house.PersonAsync("Maria", PlatformPermissions.Jobs));
        var seen = (await desk.ListAsync(Ct)).Single(l => l.Kind.Id == Proof).Schedule;
        house.Clock.Advance(TimeSpan.FromDays(2));

        await desk.EditAsync(Proof, seen.Version, " 0  6,13 * * * ", TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi"), MissedPolicy.RunOnce, Ct);

        var line = (await desk.ListAsync(Ct)).Single(l => l.Kind.Id == Proof);
        Assert.Equal(("0 6,13 * * *", "Asia/Karachi"), (line.Schedule.Cron, line.Schedule.TimeZone.Id));
        Assert.Equal(new DateTime(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc), line.Coming[0]);
        Assert.Null(await house.Get<RunBook>().ClaimAsync(line.Kind, "here/1/x", Ct));
        await Assert.ThrowsAsync<StaleRecord>(() => desk.EditAsync(Proof, seen.Version, "0 7 * * *", TimeZoneInfo.Utc, MissedPolicy.Skip, Ct));
    }

    [Fact]
    public async Task Run_now_pressed_twice_asks_for_one_run()
    {
        await using var house = await TestHouse.OpenAsync();
        var desk = house.As<JobDesk>(await house.PersonAsync("Maria", PlatformPermissions.Jobs));
        var key = RequestKey.New();

        var first = await desk.RunNowAsync(Proof, key, Ct);
        Assert.Equal(first, await desk.RunNowAsync(Proof, key, Ct));
        Assert.Equal("Nightly proof is at work already. Wait until it has ended, or stop it.", (await Assert.ThrowsAsync<RuleBroken>(() => desk.RunNowAsync(Proof, RequestKey.New(), Ct))).Message);
        await house.Dispatcher().RunAsync(Proof, Ct);

        var (run, steps) = await desk.RunAsync(first, Ct);
        Assert.Equal((JobState.Done, "Maria", 1), (run.State, run.StartedBy, run.Attempt));
        Assert.NotEmpty(steps);
        var row = Assert.Single((await desk.HistoryAsync(new GridQuery { Search = "no difference" }, Ct)).Rows);
        Assert.Equal((first, Proof), (row.Id, row.JobId));
        Assert.Equal(1, (await desk.PastAsync(Proof, Ct)).Runs);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await desk.RunNowAsync(Proof, RequestKey.New(), Ct) > first);
    }

    [Fact]
    public async Task Switching_off_says_who_did_it()
    {
        await using var house = await TestHouse.OpenAsync();
        var desk = house.As<JobDesk>(await house.PersonAsync("Maria", PlatformPermissions.Jobs));

        await desk.SwitchAsync(Proof, on: false, Ct);

        var line = (await desk.ListAsync(Ct)).Single(l => l.Kind.Id == Proof);
        Assert.Equal((false, "Maria", house.Clock.GetUtcNow().UtcDateTime), (line.Schedule.IsOn, line.Schedule.SwitchedBy, line.Schedule.SwitchedAt));
        Assert.Empty(line.Coming);
    }
}
