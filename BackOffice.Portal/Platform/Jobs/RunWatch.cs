using System.Data.Common;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Stands beside a run: gives signs of life, keeps its progress, and cancels it when somebody asks it to stop.</summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(400);
    private readonly RunBook _book;
    private readonly long _runId;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _cancel;
    private readonly CancellationTokenSource _ended = new();
    private readonly IDisposable _ear;
    private readonly Task _beating;
    private long _toldAt;

    public RunWatch(RunBook book, long runId, LiveFeed feed, TimeProvider time, CancellationToken shutdown)
    {
        (_book, _runId, _time) = (book, runId, time);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        var changed = new SemaphoreSlim(0);
        _ear = feed.Listen(changes =>
        {
            if (changes.Any(c => c.Touches(RecordRef.Of<JobRun>(runId)))) changed.Release();
        });
        _beating = WatchAsync(changed);
    }

    /// <summary>Cancelled when the run shall end before its work is done.</summary>
    public CancellationToken Token => _cancel.Token;

    /// <summary>Who asked it to stop.</summary>
    public string? StoppedBy { get; private set; }

    /// <summary>Keeps what a job tells: every step, and progress now and then.</summary>
    public async Task TellAsync(RunningJob job, Saying? step, CancellationToken ct)
    {
        if (step is null && _toldAt != 0 && _time.GetElapsedTime(_toldAt) < ProgressPause) return;
        _toldAt = _time.GetTimestamp();
        await _book.TellAsync(_runId, job, step, ct);
    }

    private async Task WatchAsync(SemaphoreSlim changed)
    {
        using var clock = new PeriodicTimer(Beat, _time);
        var tick = clock.WaitForNextTickAsync(_ended.Token).AsTask();
        var change = changed.WaitAsync(_ended.Token);
        while (true)
        {
            var happened = await Task.WhenAny(tick, change);
            if (_ended.IsCancellationRequested) return;
            if (happened == tick)
            {
                await LookAsync(beat: true);
                tick = clock.WaitForNextTickAsync(_ended.Token).AsTask();
            }
            else
            {
                await LookAsync(beat: false);
                change = changed.WaitAsync(_ended.Token);
            }
        }
    }

    private async Task LookAsync(bool beat)
    {
        try
        {
            if (beat) await _book.BeatAsync(_runId, CancellationToken.None);
            StoppedBy = await _book.StopAskedAsync(_runId, CancellationToken.None);
        }
        catch (DbException) when (beat)
        {
            // One sign of life too few does no harm: the silence that counts is many beats long.
            return;
        }
        if (StoppedBy is not null) await _cancel.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _ear.Dispose();
        await _ended.CancelAsync();
        await _beating;
        _cancel.Dispose();
        _ended.Dispose();
    }
}
