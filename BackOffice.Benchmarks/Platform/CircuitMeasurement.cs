using BackOffice.Benchmarks.Platform.BareCounter;
using BackOffice.Benchmarks.Platform.Browser;
using BackOffice.Benchmarks.Platform.Circuits;

namespace BackOffice.Benchmarks.Platform;

/// <summary>What Blazor itself needs to show one changed number to many: the measure for every live page.</summary>
internal sealed class CircuitMeasurement : Measurement
{
    public override string Name => "circuits";

    public override string Subject => "a bare page with one shared number, watched by raw circuits, from the click to the last watcher";

    public override async Task RunAsync(Report report)
    {
        foreach (var watchers in (int[])[200, 1000])
        {
            await using var process = await MeasuredProcess.StartAsync(typeof(CounterHost).Assembly.Location, new Dictionary<string, string>(), CounterHost.Argument);
            var times = await MeasureAsync(process, watchers, rounds: 60);
            report.Figure($"{watchers} watchers, median", times.Median, "ms");
            report.Figure($"{watchers} watchers, 19 of 20 within", times.P95, "ms");
            report.Figure($"{watchers} watchers, processor time of the server for a change", times.Processor, "ms");
        }
    }

    /// <summary>The bare page with so many watchers in a process that runs already.</summary>
    public static async Task<CrowdTimes> MeasureAsync(MeasuredProcess process, int watchers, int rounds)
    {
        using var session = await Session.EnterAsync(process.Address);
        await using var crowd = await Crowd.GatherAsync(process, session, "/counter", "count-", watchers);
        await using var mover = await session.OpenAsync("/counter", "count-", ("data-act", "add"));
        var count = 0;
        return await crowd.MeasureAsync(rounds, TimeSpan.FromMilliseconds(500), _ => FormattableString.Invariant($"count-{++count:D6}"), _ => mover.ClickAsync("data-act", "add"));
    }
}
