using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace BackOffice.Benchmarks.Platform;

/// <summary>What the door itself costs, taken by BenchmarkDotNet: everything a feature does pays this.</summary>
internal sealed class DoorMeasurement : Measurement
{
    public override string Name => "door";

    public override string Subject => "one passage through the door by a person, median and memory (BenchmarkDotNet)";

    public override Task RunAsync(Report report)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(15))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Repository.Artifacts);
        foreach (var taken in BenchmarkRunner.Run<DoorBenchmarks>(config).Reports)
        {
            var what = taken.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
            if (taken.ResultStatistics is not { } times) throw new InvalidOperationException($"\"{what}\" did not run.");
            report.Note(what, times.Median / 1000, "us", FormattableString.Invariant($"{taken.GcStats.GetBytesAllocatedPerOperation(taken.BenchmarkCase) / 1024d:0} KB allocated"));
        }
        return Task.CompletedTask;
    }
}
