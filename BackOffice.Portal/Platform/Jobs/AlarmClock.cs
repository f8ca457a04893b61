using System.Data.Common;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;
using Hangfire;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Sets the scheduler after the schedules in our own tables, and wakes it for runs that were asked for, missed or interrupted.</summary>
/// <remarks>Whatever it wakes asks the book of runs what is to be done, so a wake too many does no harm.</remarks>
public sealed partial class AlarmClock(IServiceScopeFactory scopes, IRecurringJobManager recurring, IBackgroundJobClient client, LiveFeed feed,
    TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AlarmClock> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _changed = new(0);
    private static readonly string ScheduleKind = RecordKinds.Of(typeof(JobSchedule)).Kind;
    private static readonly string RunKind = RecordKinds.Of(typeof(JobRun)).Kind;
    private readonly Dictionary<string, int> _set = new(StringComparer.Ordinal);

    /// <summary>When it last went its round, in UTC.</summary>
    public DateTime? LastRoundAt { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first page comes first.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opened = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var ear = feed.Listen(changes =>
        {
            if (changes.Any(c => c.Record.Kind == ScheduleKind || (c.Record.Kind == RunKind && c.Kind == ChangeKind.Created))) _changed.Release();
        });
        await RoundAsync(first: true, stoppingToken);
        while (true)
        {
            await _changed.WaitAsync(Round, stoppingToken);
            await RoundAsync(first: false, stoppingToken);
        }
    }

    private async Task RoundAsync(bool first, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job("alarm clock", ThisProcess.Name);
            var book = scope.ServiceProvider.GetRequiredService<RunBook>();
            if (await book.InterruptDeadAsync(ThisProcess.IsGone, ct) is > 0 and var dead) FoundDead(dead);
            var schedules = first ? await book.OpenAsync(ct) : await book.SchedulesAsync(ct);
            foreach (var schedule in schedules) Set(schedule);
            // Times that were missed while no portal was running are answered now.
            foreach (var jobId in first ? schedules.Select(s => s.JobId) : await book.OpenJobsAsync(ct)) Wake(jobId);
            LastRoundAt = time.GetUtcNow().UtcDateTime;
        }
        catch (DbException failure)
        {
            // The database may be away for a while; the next round tries again, and /health/ready tells meanwhile.
            RoundFailed(failure);
        }
    }

    private void Set(JobSchedule schedule)
    {
        var wanted = schedule.IsOn ? schedule.Version : 0;
        if (_set.GetValueOrDefault(schedule.JobId, -1) == wanted) return;
        if (schedule.IsOn) recurring.AddOrUpdate<JobDispatcher>(schedule.JobId, d => d.RunAsync(schedule.JobId, CancellationToken.None), schedule.Cron, new RecurringJobOptions { TimeZone = schedule.TimeZone });
        else recurring.RemoveIfExists(schedule.JobId);
        _set[schedule.JobId] = wanted;
    }

    private void Wake(string jobId) => client.Enqueue<JobDispatcher>(d => d.RunAsync(jobId, CancellationToken.None));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Runs} runs had died with their process")]
    private partial void FoundDead(int runs);

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm clock could not read the schedules")]
    private partial void RoundFailed(Exception failure);
}
