using BackOffice.Benchmarks.Platform.Browser;

namespace BackOffice.Benchmarks.Platform;

/// <summary>From the start of the process to the first answered page, with a database that exists.</summary>
internal sealed class StartMeasurement : Measurement
{
    public override string Name => "start";

    public override string Subject => "the portal's process until its first answered page, existing database";

    public override async Task RunAsync(Report report)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Sqlite"] = $"Data Source={Path.Combine(Repository.Artifacts, "start.db")}",
            ["Audit__HeadFile"] = Path.Combine(Repository.Artifacts, "start.head"),
        };
        var assembly = Path.Combine(AppContext.BaseDirectory, "BackOffice.Portal.dll");
        var times = new List<double>();
        for (var run = 0; run < 6; run++)
        {
            await using var portal = await MeasuredProcess.StartAsync(assembly, settings, "--empty");
            if (run > 0) times.Add(portal.TimeToFirstPage.TotalSeconds);
        }
        report.Limit("start to first answered page", Clock.Median(times), "s", 3);
    }
}
