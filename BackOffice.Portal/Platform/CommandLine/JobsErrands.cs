using System.CommandLine;
using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Portal.Platform.Jobs;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Lists the jobs with their schedules and last results.</summary>
internal sealed class JobsListErrand() : Errand("jobs list", "Lists all jobs: id, schedule, next time and last result.")
{
    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        foreach (var line in (await house.GetRequiredService<JobDesk>().ListAsync(ct)).OrderBy(l => l.Kind.Id, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"{line.Kind.Id}  {line.Kind.Purpose}");
            await output.WriteLineAsync($"    {line.Schedule.Cron} ({line.Schedule.TimeZone.Id}), {(line.Coming is [var next, ..] ? $"next {next:yyyy-MM-dd HH:mm} UTC" : "switched off")}");
            await output.WriteLineAsync(line.Last is { } last ? $"    {last.State} {last.StartedAt ?? last.DueAt:yyyy-MM-dd HH:mm} UTC: {last.Words}" : "    has not run yet");
        }
        return ExitCode.Fine;
    }
}

/// <summary>Runs a job in this process and says how it ended.</summary>
internal sealed class JobsRunErrand : Errand
{
    private readonly Argument<string> _id = new("ID") { Description = "The job, as \"jobs list\" names it." };
    private readonly Option<DateTime[]> _due = new("--due")
    {
        Description = "Run for this time (UTC, as 2026-11-23T06:00:00Z) unless that was done before; may be given several times.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = parsed => [.. parsed.Tokens.Select(token =>
        {
            if (DateTime.TryParse(token.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)) return at;
            parsed.AddError($"\"{token.Value}\" is no time. Write it as 2026-11-23T06:00:00Z.");
            return default;
        })],
    };

    /// <summary>An errand for one job.</summary>
    public JobsRunErrand() : base("jobs run", "Runs a job now, or for times that were missed, and prints the result in words. Ends with 1 when it did not finish.")
    {
        Add(_id);
        Add(_due);
    }

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        var kind = JobKind.Find(asked.GetRequiredValue(_id));
        var by = house.GetRequiredService<Office>().Actor;
        var (code, waited) = (ExitCode.Fine, 0);
        foreach (var due in asked.GetValue(_due) is { Length: > 0 } given ? given : [house.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime])
        {
            var (run, now) = await house.GetRequiredService<JobDispatcher>().RunAsync(kind, due, by, () => WaitsAsync(kind, output, waited++), ct);
            await output.WriteLineAsync(now ? $"{kind.Title}: {run.Words}" : $"{kind.Title} of {due:yyyy-MM-dd HH:mm} UTC was begun before: {run.State}. {run.Words}");
            if (now && run.State != JobState.Done) code = ExitCode.Fault;
        }
        return code;
    }

    private static Task WaitsAsync(JobKind kind, TextWriter output, int before) =>
        before == 0 ? output.WriteLineAsync($"{kind.Title} is at work in another process. Waiting for its end.") : Task.CompletedTask;
}
