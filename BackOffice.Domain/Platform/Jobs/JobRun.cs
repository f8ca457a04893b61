using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>How a run stands.</summary>
public enum JobState
{
    /// <summary>Asked for; it begins as soon as a worker is free.</summary>
    Waiting,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Finished its work.</summary>
    Done,

    /// <summary>Ended with a fault.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Stopped,

    /// <summary>The process that carried it out ended before it did.</summary>
    Interrupted,

    /// <summary>Not begun because the run before was still at work.</summary>
    Skipped,

    /// <summary>Not begun because the portal was not running.</summary>
    Missed,
}

/// <summary>One run of a job. The job and the time it was due name it, so that no time is answered twice.</summary>
[Record("platform.job-run", 12, PlatformPermissions.Jobs), NotAudited("it is itself the record of what a job did")]
public sealed class JobRun : Entity
{
    /// <summary>Who stands for the clock among those who start runs.</summary>
    public const string Schedule = "Schedule";

    /// <summary>How often a run of the clock is tried before it counts as failed.</summary>
    public const int Attempts = 3;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>The job.</summary>
    [Required, MaxLength(80)]
    public string JobId { get; internal init; } = "";

    /// <summary>The time it answers, in UTC; of a run that somebody asked for, when he did.</summary>
    public DateTime DueAt { get; internal init; }

    /// <summary>How it stands.</summary>
    public JobState State { get; private set; }

    /// <summary>A person's name, "operator", or <see cref="Schedule"/>.</summary>
    [Required, MaxLength(120)]
    public string StartedBy { get; internal init; } = Schedule;

    /// <summary>The person's account.</summary>
    public long? StartedById { get; internal init; }

    /// <summary>When it began, in UTC.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long? Milliseconds { get; private set; }

    /// <summary>The last sign of life of the process that carries it out, in UTC.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>That process.</summary>
    [MaxLength(160)]
    public string? Instance { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempt { get; private set; }

    /// <summary>When it is begun again by itself, in UTC.</summary>
    public DateTime? RetryAt { get; private set; }

    /// <summary>Records looked at.</summary>
    public int Done { get; private set; }

    /// <summary>Records in all, when known.</summary>
    public int? Total { get; private set; }

    /// <summary>Records created or changed.</summary>
    public int Touched { get; private set; }

    /// <summary>What it is doing, or how it ended, in English.</summary>
    [MaxLength(1000)]
    public string Words { get; private set; } = "";

    /// <summary>The same as it is kept for readers of every language; runs of old have none.</summary>
    [MaxLength(2000)]
    public string? Said { get; private set; }

    /// <summary>Who asked it to stop.</summary>
    [MaxLength(120)]
    public string? StopAskedBy { get; private set; }

    /// <summary>The clock asked for it, and nobody in person.</summary>
    public bool ByClock => StartedBy == Schedule && StartedById is null;

    /// <summary>It waits to be begun, for the first time or again.</summary>
    public bool IsOpen => State == JobState.Waiting || RetryAt is not null;

    /// <summary>A process starts to carry it out, for the first time or again.</summary>
    internal void Begin(string instance, DateTime now)
    {
        (State, Instance, StartedAt, SeenAt, EndedAt, RetryAt, Milliseconds) = (JobState.Running, instance, now, now, null, null, null);
        (Done, Total, Touched, Words, Said, StopAskedBy) = (0, null, 0, "", null, null);
        Attempt++;
    }

    /// <summary>Takes over how far the job says it is.</summary>
    internal void Tell(RunningJob job, Saying? step, DateTime now)
    {
        (Done, Total, Touched, SeenAt) = (job.Done, job.Total, job.Touched, now);
        if (step is not null) (Words, Said) = (Cut(step.Text), step.Keep(2000));
    }

    /// <summary>Ends it.</summary>
    internal void End(JobState state, Saying how, DateTime now, bool again = false)
    {
        (State, Words, Said, EndedAt) = (state, Cut(how.Text), how.Keep(2000), now);
        if (StartedAt is { } started) Milliseconds = (long)(now - started).TotalMilliseconds;
        RetryAt = !again || Attempt >= Attempts || !ByClock ? null : state == JobState.Interrupted ? now : now + Pauses[Attempt - 1];
    }

    /// <summary>A person wants it to stop; one that has not begun ends at once.</summary>
    /// <exception cref="RuleBroken">It has ended already.</exception>
    public void AskToStop(string by, DateTime now)
    {
        Rule.Require(State is JobState.Running or JobState.Waiting, "This run has ended already.");
        StopAskedBy = by;
        if (State == JobState.Waiting) End(JobState.Stopped, new Saying("Stopped by {0} before it began", by), now);
    }

    internal static string Cut(string words) => words.Length <= 1000 ? words : words[..999] + "…";
}

/// <summary>A line in the log of a run.</summary>
[NotAudited("it is itself the record of what a job did"), AppendOnly]
public sealed class JobStep : Entity
{
    /// <summary>The run.</summary>
    public long RunId { get; internal init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>What was done, in English.</summary>
    [Required, MaxLength(1000)]
    public string Words { get; private init; } = "";

    /// <summary>The same as it is kept for readers of every language; steps of old have none.</summary>
    [MaxLength(2000)]
    public string? Said { get; private init; }

    /// <summary>A step as the job told it.</summary>
    internal static JobStep Of(long runId, Saying step, DateTime at) => new() { RunId = runId, At = at, Words = JobRun.Cut(step.Text), Said = step.Keep(2000) };
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobStep>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Ignore(r => r.ByClock);
        builder.Ignore(r => r.IsOpen);
        builder.HasIndex(r => new { r.JobId, r.DueAt }).IsUnique();
        builder.HasIndex(r => new { r.State, r.JobId });
        builder.HasIndex(r => r.StartedAt);
    }

    public void Configure(EntityTypeBuilder<JobStep> builder)
    {
        builder.HasIndex(s => s.RunId);
        builder.HasOne<JobRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
