using System.Linq.Expressions;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>A job as the list of jobs shows it.</summary>
/// <param name="Kind">The job.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="Runs">Its newest runs, newest first.</param>
/// <param name="Coming">Its next times, in UTC; none when it is switched off.</param>
public sealed record JobLine(JobKind Kind, JobSchedule Schedule, IReadOnlyList<JobRun> Runs, IReadOnlyList<DateTime> Coming)
{
    /// <summary>The newest run of any state.</summary>
    public JobRun? Last => Runs.Count > 0 ? Runs[0] : null;

    /// <summary>The run at work, or waiting for a worker.</summary>
    public JobRun? AtWork => Runs.FirstOrDefault(r => r.State is JobState.Running or JobState.Waiting);

    /// <summary>The newest run did not finish its work.</summary>
    public bool IsFailing => Runs.FirstOrDefault(r => r.State is JobState.Done or JobState.Failed or JobState.Interrupted) is { State: not JobState.Done };

    /// <summary>How many of the newest runs failed one after the other.</summary>
    public int FailuresInARow => Runs.Where(r => r.State is not (JobState.Running or JobState.Waiting or JobState.Skipped)).TakeWhile(r => r.State is JobState.Failed or JobState.Interrupted).Count();

    /// <summary>How long the newest finished run took.</summary>
    public long? LastMilliseconds => Runs.FirstOrDefault(r => r.Milliseconds is not null && r.State is not JobState.Running)?.Milliseconds;
}

/// <summary>The past of a job in two figures.</summary>
/// <param name="Runs">How many runs are kept.</param>
/// <param name="Since">The oldest, in UTC.</param>
public sealed record JobPast(int Runs, DateTime? Since);

/// <summary>A run as the history lists it.</summary>
public sealed class JobRunRow
{
    /// <summary>The run.</summary>
    public long Id { get; init; }

    /// <summary>The job.</summary>
    [Searched]
    public string JobId { get; init; } = "";

    /// <summary>The time it answers, in UTC.</summary>
    public DateTime DueAt { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>Who or what started it.</summary>
    [Searched]
    public string StartedBy { get; init; } = "";

    /// <summary>How long it took.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>How it stands.</summary>
    public JobState State { get; init; }

    /// <summary>The result in English.</summary>
    [Searched]
    public string Words { get; init; } = "";

    /// <summary>The result as it is kept for readers of every language.</summary>
    [NotSorted, NotFiltered]
    public string? Said { get; init; }

    /// <summary>Records looked at.</summary>
    public int Done { get; init; }

    /// <summary>Records created or changed.</summary>
    public int Touched { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempt { get; init; }

    internal static readonly Expression<Func<JobRun, JobRunRow>> From = r => new JobRunRow
    {
        Id = r.Id, JobId = r.JobId, DueAt = r.DueAt, StartedAt = r.StartedAt, StartedBy = r.StartedBy, Milliseconds = r.Milliseconds,
        State = r.State, Words = r.Words, Said = r.Said, Done = r.Done, Touched = r.Touched, Attempt = r.Attempt,
    };
}
