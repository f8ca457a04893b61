using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BackOffice.Tests.Platform.Jobs;

/// <summary>Jobs for tests, and the ways to set and run them in a house.</summary>
internal static class TestJobs
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Writes down the schedule of a job that the domain does not know.</summary>
    public static async Task<JobKind> ScheduleAsync<T>(this TestHouse house, string cron = "0 * * * *", Action<JobSchedule, DateTime>? edit = null) where T : IJob
    {
        var kind = Kind<T>(cron);
        await house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, db =>
        {
            var schedule = new JobSchedule(kind, TimeZoneInfo.Utc, db.Now);
            edit?.Invoke(schedule, db.Now);
            db.Add(schedule);
            return Task.CompletedTask;
        }, Ct);
        return kind;
    }

    public static JobKind Kind<T>(string cron = "0 * * * *") where T : IJob => new(typeof(T), $"test.{typeof(T).Name}", cron, "For a test");

    public static JobDispatcher Dispatcher(this TestHouse house) =>
        new(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Services.GetRequiredService<LiveFeed>(), house.Clock, NullLogger<JobDispatcher>.Instance);

    public static Task<List<JobRun>> RunsAsync(this TestHouse house, JobKind kind) =>
        house.Get<Office>().ReadAsync(PlatformPermissions.Jobs, db => db.Set<JobRun>().Where(r => r.JobId == kind.Id).OrderBy(r => r.Id).ToListAsync(Ct), Ct);

    public static async Task<JobRun> OnlyRunAsync(this TestHouse house, JobKind kind) => Assert.Single(await house.RunsAsync(kind));
}

/// <summary>Leaves one role behind each time.</summary>
internal sealed class LeaveMark(Office office) : IJob
{
    public const string Prefix = "mark ";

    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        await office.ChangeAsync(PlatformPermissions.Rights, db => { db.Add(new Role { Name = Prefix + Guid.NewGuid() }); return Task.CompletedTask; }, ct);
        run.Touch(1);
        run.Result("Left a mark");
    }
}

/// <summary>Works until it is stopped, as a job with very much to do.</summary>
internal sealed class WorkWithoutEnd(Office office) : IJob
{
    public static readonly AsyncLocal<TaskCompletionSource?> Begun = new();

    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        await run.StepAsync("Begun", ct);
        await run.ProgressAsync(3, 10, ct);
        Assert.True(office.Actor.IsHouse);
        Begun.Value?.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    }
}

/// <summary>Breaks: by a rule, or without a plan.</summary>
internal sealed class BreakRule : IJob
{
    public Task RunAsync(RunningJob run, CancellationToken ct) => throw new RuleBroken("The supplier's file is missing.");
}

internal sealed class BreakDown : IJob
{
    public Task RunAsync(RunningJob run, CancellationToken ct) => throw new InvalidOperationException("secret of the machine room");
}
