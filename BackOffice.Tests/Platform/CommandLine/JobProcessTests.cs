using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Tests.Platform.Jobs;

namespace BackOffice.Tests.Platform.CommandLine;

/// <summary>Jobs in real processes: two at once, killed, started again.</summary>
public sealed class JobProcessTests
{
    private const string Proof = "platform.nightly-proof";
    private static readonly JobKind Kind = JobKind.Find(Proof);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_that_run_the_same_100_times_have_100_effects()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The processes of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        string[] command = ["jobs", "run", Proof, .. Enumerable.Range(0, 100).SelectMany(hour => new[] { "--due", $"2026-11-{20 + (hour / 24)}T{hour % 24:00}:00:00Z" })];

        // A run of this process keeps both at the gate until both stand there.
        var (gate, _) = await house.Get<RunBook>().ClaimAsync(Kind, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), ThisProcess.Name, Ct);
        // The clock of this house stands still, so its sign of life would look old to processes on the real one.
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, db => db.Database.ExecuteSqlAsync($"UPDATE JobRun SET SeenAt = '2999-01-01 00:00:00'", Ct), Ct);

        await using var one = PortalProcess.Launch(house.Folder, command);
        await using var other = PortalProcess.Launch(house.Folder, command);
        await Patience.UntilAsync(() => Task.FromResult(one.Output.Contains("Waiting", StringComparison.Ordinal) && other.Output.Contains("Waiting", StringComparison.Ordinal)));
        await house.Get<RunBook>().EndAsync(gate!.Id, new RunningJob((_, _, _) => Task.CompletedTask), JobState.Done, "gate", again: false, Ct);
        var ends = await Task.WhenAll(one.EndAsync(), other.EndAsync());

        Assert.All(ends, e => Assert.Equal((0, ""), (e.Code, e.Errors)));
        Assert.Equal(100, ends.Sum(e => e.Output.Split('\n').Count(l => l.StartsWith("Nightly proof: ", StringComparison.Ordinal))));
        Assert.Equal(100, ends.Sum(e => e.Output.Split('\n').Count(l => l.Contains("was begun before", StringComparison.Ordinal))));
        var runs = (await house.RunsAsync(Kind)).Where(r => r.Id != gate.Id).ToList();
        Assert.Equal(100, runs.Count(r => r is { State: JobState.Done, Attempt: 1 }));
        Assert.Equal(100, runs.Count);
    }

    [Fact]
    public async Task A_command_that_was_killed_in_the_middle_of_a_job_leaves_the_house_in_order_and_can_be_repeated()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The processes of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        await FillAuditTrailAsync(house);

        await KillAtWorkAsync(house, () => Task.FromResult(PortalProcess.Launch(house.Folder, "jobs", "run", Proof)));

        Assert.Equal(0, (await PortalProcess.RunAsync(house.Folder, "verify")).Code);
        var (code, output, errors) = await PortalProcess.RunAsync(house.Folder, "jobs", "run", Proof);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("no difference", output, StringComparison.Ordinal);
        Assert.Equal([JobState.Interrupted, JobState.Done], (await house.RunsAsync(Kind)).Select(r => r.State));
    }

    [Fact]
    public async Task A_portal_that_was_killed_in_the_middle_of_a_missed_run_finishes_it_after_the_next_start_and_only_once()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The processes of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        await FillAuditTrailAsync(house);
        await house.Get<RunBook>().OpenAsync(Ct);
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, db => db.Database.ExecuteSqlAsync($"UPDATE JobSchedule SET CountsFrom = '2020-01-01 00:00:00', IsOn = JobId = {Proof}", Ct), Ct);

        await KillAtWorkAsync(house, () => PortalProcess.StartAsync(house.Folder));
        await using (var portal = await PortalProcess.StartAsync(house.Folder))
        {
            await Patience.UntilAsync(async () => await house.RunsAsync(Kind) is [{ State: JobState.Done }]);
            Assert.Equal(0, await portal.StopAsync());
        }
        await using (var portal = await PortalProcess.StartAsync(house.Folder)) Assert.Equal(0, await portal.StopAsync());

        var run = await house.OnlyRunAsync(Kind);
        Assert.Equal((JobState.Done, 2, JobRun.Schedule), (run.State, run.Attempt, run.StartedBy));
        Assert.Contains((await house.Get<JobDesk>().RunAsync(run.Id, Ct)).Steps, s => s.Words.StartsWith("Interrupted", StringComparison.Ordinal));
    }

    /// <summary>Gives the proof of the audit trail enough to read that it can be met at work.</summary>
    private static async Task FillAuditTrailAsync(TestHouse house)
    {
        UserAccount[] people = [.. Enumerable.Range(0, 40_000).Select(i => new UserAccount { TenantId = "t", ObjectId = $"{i}", Name = $"Person {i}" })];
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Rights, db => db.InsertManyAsync(people, Ct), Ct);
        await house.Get<AuditTrail>().SealAsync(Ct);
    }

    /// <summary>Kills a process in the middle of its run. On a machine with much else to do the run may be over before it is seen; then it is had again.</summary>
    private static async Task KillAtWorkAsync(TestHouse house, Func<Task<PortalProcess>> start)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await using var process = await start();
            await Patience.UntilAsync(async () => await house.RunsAsync(Kind) is [{ State: not JobState.Waiting }]);
            await process.KillAsync();
            if ((await house.OnlyRunAsync(Kind)).State == JobState.Running) return;
            await house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, db => db.Set<JobRun>().ExecuteDeleteAsync(Ct), Ct);
        }
        Assert.Fail("The run was over every time before it could be killed.");
    }
}
