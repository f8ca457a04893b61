using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>What becomes of a time at which the portal was not running.</summary>
public enum MissedPolicy
{
    /// <summary>However many times were missed, the job runs once when the portal is back.</summary>
    RunOnce,

    /// <summary>It is only written down; the job waits for its next time.</summary>
    Skip,
}

/// <summary>The first time after an instant (UTC) at which a schedule is due; null when there is none.</summary>
/// <exception cref="RuleBroken">The text is no schedule.</exception>
public delegate DateTime? NextTime(string cron, TimeZoneInfo zone, DateTime after);

/// <summary>When a job runs, as the administrators set it; it starts from what the job itself proposes.</summary>
[Record("platform.job", 11, PlatformPermissions.Jobs)]
public sealed class JobSchedule : Entity
{
    private JobSchedule() { }

    /// <summary>The schedule that a job starts with.</summary>
    public JobSchedule(JobKind kind, TimeZoneInfo zone, DateTime now) => (JobId, Cron, TimeZone, CountsFrom) = (kind.Id, kind.Cron, zone, now);

    /// <summary>The job.</summary>
    [Required, MaxLength(80)]
    public string JobId { get; private init; } = "";

    /// <summary>Five fields: minute, hour, day, month, weekday.</summary>
    [Required, MaxLength(80), Display(Name = "Schedule")]
    public string Cron { get; private set; } = "";

    /// <summary>The zone whose clocks it follows, through summer and winter.</summary>
    [Display(Name = "Time zone")]
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>What becomes of missed times.</summary>
    [Display(Name = "Missed times")]
    public MissedPolicy Missed { get; private set; }

    /// <summary>Switched off, the clock leaves it alone; a person can still run it.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Who switched it last.</summary>
    [MaxLength(120)]
    public string? SwitchedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? SwitchedAt { get; private set; }

    /// <summary>Times before this instant were never due: a new schedule does not reach into the past.</summary>
    public DateTime CountsFrom { get; private set; }

    /// <summary>Sets another schedule.</summary>
    /// <exception cref="RuleBroken">It is no schedule, or it is never due.</exception>
    public void Edit(string cron, TimeZoneInfo zone, MissedPolicy missed, NextTime next, DateTime now)
    {
        cron = string.Join(' ', cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Rule.RequireField(nameof(Cron), next(cron, zone, now) is not null, "The schedule \"{0}\" is never due. Choose days that exist in its months.", cron);
        if (cron != Cron || zone.Id != TimeZone.Id) CountsFrom = now;
        (Cron, TimeZone, Missed) = (cron, zone, missed);
    }

    /// <summary>Lets the clock start the job, or not.</summary>
    public void Switch(bool on, string by, DateTime now)
    {
        if (on == IsOn) return;
        if (on) CountsFrom = now;
        (IsOn, SwitchedBy, SwitchedAt) = (on, by, now);
    }

    /// <summary>The newest time that is due and later than <paramref name="answered"/>; earlier ones are made up for by it.</summary>
    public DateTime? DueAt(NextTime next, DateTime? answered, DateTime now)
    {
        var from = answered is { } last && last > CountsFrom ? last : CountsFrom;
        // Looked for in ever longer stretches back from now, so that a long absence of a busy job costs nothing.
        for (var stretch = TimeSpan.FromHours(1); ; stretch *= 24)
        {
            var start = now - from > stretch ? now - stretch : from;
            if (next(Cron, TimeZone, start) is { } due && due <= now)
            {
                while (next(Cron, TimeZone, due) is { } later && later <= now) due = later;
                return due;
            }
            if (start == from) return null;
        }
    }

    /// <summary>The coming times, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<DateTime> Coming(NextTime next, DateTime now, int count) => Coming(Cron, TimeZone, next, now, count);

    /// <summary>The coming times of any schedule.</summary>
    public static IReadOnlyList<DateTime> Coming(string cron, TimeZoneInfo zone, NextTime next, DateTime now, int count)
    {
        var times = new List<DateTime>(count);
        for (DateTime? at = now; times.Count < count && (at = next(cron, zone, at!.Value)) is not null;) times.Add(at.Value);
        return times;
    }
}

internal sealed class JobScheduleMapping : IEntityTypeConfiguration<JobSchedule>
{
    public void Configure(EntityTypeBuilder<JobSchedule> builder) => builder.HasIndex(s => s.JobId).IsUnique();
}
