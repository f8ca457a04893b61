using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Runs and times of jobs as people read them.</summary>
internal static class JobWords
{
    /// <summary>What a state means to the reader.</summary>
    public static Tone ToneOf(this JobState state) => state switch
    {
        JobState.Done => Tone.Calm,
        JobState.Running or JobState.Waiting => Tone.Info,
        JobState.Failed or JobState.Interrupted => Tone.Bad,
        JobState.Skipped or JobState.Missed => Tone.Warn,
        _ => Tone.Idle,
    };

    /// <summary>A state in a word.</summary>
    public static string Say(this IStringLocalizer texts, JobState state) => texts[state switch
    {
        JobState.Waiting => "Waiting",
        JobState.Running => "Running",
        JobState.Done => "Done",
        JobState.Failed => "Failed",
        JobState.Stopped => "Stopped",
        JobState.Interrupted => "Interrupted",
        JobState.Skipped => "Skipped",
        _ => "Missed",
    }];

    /// <summary>What a run is doing or how it ended, with its progress while it is at work.</summary>
    public static string Say(this IStringLocalizer texts, JobRun run) => run switch
    {
        { State: JobState.Running, Total: { } total } => texts["{0} ({1} of {2})", texts.Result(run.Said, run.Words), Figures.Quantity(run.Done), Figures.Quantity(total)].Value.TrimStart(),
        { State: JobState.Running, Done: > 0 } => texts["{0} ({1} so far)", texts.Result(run.Said, run.Words), Figures.Quantity(run.Done)].Value.TrimStart(),
        { RetryAt: not null } => texts["{0} It is tried again by itself.", texts.Result(run.Said, run.Words)],
        _ => texts.Result(run.Said, run.Words),
    };

    /// <summary>What was said, in the reader's language; what was kept in English only stays so.</summary>
    public static string Result(this IStringLocalizer texts, string? said, string words) => Saying.Recall(said) is { } saying ? texts.Say(saying) : words;

    /// <summary>A coming time, told in the zone of the schedule.</summary>
    public static string Coming(this IStringLocalizer texts, DateTime at, TimeZoneInfo zone, DateTime now)
    {
        var (local, today) = (TimeZoneInfo.ConvertTimeFromUtc(at, zone), TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var words = local.ToString(local.Year == today.Year ? "ddd d MMM, HH:mm" : "ddd d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
        return local.Date == today.Date ? texts["Today, {0}", words] : words;
    }

    /// <summary>How long a run took.</summary>
    public static string Took(this IStringLocalizer texts, long? milliseconds) => milliseconds is { } ms ? Moments.Length(TimeSpan.FromMilliseconds(ms), texts) : "–";

    /// <summary>Who started a run.</summary>
    public static string Starter(this IStringLocalizer texts, string startedBy) => startedBy == JobRun.Schedule ? texts["Schedule"] : startedBy;
}
