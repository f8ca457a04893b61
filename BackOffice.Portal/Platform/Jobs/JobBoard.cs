using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;
using Hangfire;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Which jobs a person looks at.</summary>
public enum JobView
{
    /// <summary>Every job.</summary>
    All,

    /// <summary>Those whose newest run did not finish.</summary>
    Failing,

    /// <summary>Those at work.</summary>
    Running,

    /// <summary>Those switched off.</summary>
    Off,
}

/// <summary>The jobs on one person's screen, kept as they are: changes of this process at once, those of others within seconds.</summary>
public sealed class JobBoard(JobDesk desk, LiveFeed feed, JobStorage storage, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _changed = new(0);
    private IDisposable? _ear;
    private Task _following = Task.CompletedTask;

    /// <summary>All jobs by name; null until they are read.</summary>
    public IReadOnlyList<JobLine>? Lines { get; private set; }

    /// <summary>Processes that carry jobs out.</summary>
    public int Servers { get; private set; }

    /// <summary>How far this machine's clock is from the scheduler's, in seconds.</summary>
    public int ClockDifference { get; private set; }

    /// <summary>The jobs of a view.</summary>
    public IEnumerable<JobLine> In(JobView view) => (Lines ?? []).Where(l => view switch
    {
        JobView.Failing => l.IsFailing,
        JobView.Running => l.AtWork is not null,
        JobView.Off => !l.Schedule.IsOn,
        _ => true,
    });

    /// <summary>Reads the jobs and follows them until it is disposed.</summary>
    /// <param name="draw">Called in the reader's own turn after every reading.</param>
    public async Task OpenAsync(Func<Func<Task>, Task> draw)
    {
        await ReadAsync();
        _ear = feed.Listen(changes =>
        {
            if (changes.Any(c => c.Record.Kind is "platform.job" or "platform.job-run")) _changed.Release();
        });
        _following = FollowAsync(draw);
    }

    /// <summary>Reads the jobs as they are now.</summary>
    public async Task ReadAsync()
    {
        Lines = await desk.ListAsync(_closed.Token);
        var now = time.GetUtcNow().UtcDateTime;
        Servers = storage.GetMonitoringApi().Servers().Count(s => now - (s.Heartbeat ?? s.StartedAt) < TimeSpan.FromMinutes(2));
        if (!storage.HasFeature(Hangfire.Storage.JobStorageFeatures.Connection.GetUtcDateTime)) return;
        using var connection = (Hangfire.Storage.JobStorageConnection)storage.GetConnection();
        ClockDifference = (int)Math.Round((now - connection.GetUtcDateTime()).TotalSeconds);
    }

    private async Task FollowAsync(Func<Func<Task>, Task> draw)
    {
        try
        {
            while (true)
            {
                await _changed.WaitAsync(Round, _closed.Token);
                // A busy job tells its progress often; a person reads it three times a second at most.
                await Task.Delay(Pause, time, _closed.Token);
                while (_changed.Wait(0, CancellationToken.None)) { }
                await draw(ReadAsync);
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ear?.Dispose();
        await _closed.CancelAsync();
        await _following;
        _closed.Dispose();
    }
}
