using System.Diagnostics;
using BackOffice.Benchmarks.Platform.Browser;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>Many open pages of one application that all watch the same thing, and what a change of it costs.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly MeasuredProcess _process;
    private readonly List<Circuit> _watchers = [];
    private readonly CancellationTokenSource _leaving = new();

    private Crowd(MeasuredProcess process) => _process = process;

    /// <summary>Everybody who looks on.</summary>
    public IReadOnlyList<Circuit> Watchers => _watchers;

    /// <summary>Opens so many pages, a few at a time, each once its first text is there.</summary>
    public static async Task<Crowd> GatherAsync(MeasuredProcess process, Session session, string path, string firstText, int count)
    {
        var crowd = new Crowd(process);
        for (var i = 0; i < count; i += 20)
        {
            crowd._watchers.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(20, count - i)).Select(_ => session.OpenAsync(path, firstText))));
        }
        _ = crowd.StayAsync();
        return crowd;
    }

    /// <summary>Changes something again and again, in even steps, and takes the time until the last watcher has it.</summary>
    /// <param name="rounds">How often; a few more come before, to warm up.</param>
    /// <param name="step">From one change to the next.</param>
    /// <param name="textOf">What every watcher gets to see in a round, and never before.</param>
    /// <param name="act">The change.</param>
    public async Task<CrowdTimes> MeasureAsync(int rounds, TimeSpan step, Func<int, string> textOf, Func<int, Task> act)
    {
        var times = new List<double>();
        var (processor, bytes) = (TimeSpan.Zero, 0L);
        using var clock = new PeriodicTimer(step);
        for (var round = -3; round < rounds; round++)
        {
            if (round == 0) (processor, bytes) = (_process.Processor, _watchers.Sum(w => w.Bytes));
            var text = textOf(round);
            var seen = Task.WhenAll(_watchers.Select(w => w.SeeAsync(text)));
            var start = Stopwatch.GetTimestamp();
            await act(round);
            var last = (await seen.WaitAsync(Patience)).Max();
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start, last).TotalMilliseconds);
            await clock.WaitForNextTickAsync();
        }
        times.Sort();
        return new CrowdTimes(times[times.Count / 2], times[times.Count * 95 / 100], (_process.Processor - processor).TotalMilliseconds / rounds, (_watchers.Sum(w => w.Bytes) - bytes) / (double)rounds / _watchers.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        foreach (var watcher in _watchers) await watcher.DisposeAsync();
        _leaving.Dispose();
    }

    private async Task StayAsync()
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (!_leaving.IsCancellationRequested)
        {
            await clock.WaitForNextTickAsync(CancellationToken.None);
            if (_leaving.IsCancellationRequested) return;
            foreach (var watcher in _watchers) await watcher.PingAsync();
        }
    }
}

/// <summary>What a change costs.</summary>
/// <param name="Median">Milliseconds until the last watcher has it.</param>
/// <param name="P95">The same in 19 of 20 rounds.</param>
/// <param name="Processor">Milliseconds of the server's processor time for a change.</param>
/// <param name="Bytes">What one watcher gets for a change.</param>
internal sealed record CrowdTimes(double Median, double P95, double Processor, double Bytes);
