using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>A schedule while somebody edits it: nothing of it is in force until it is saved.</summary>
public sealed class ScheduleDraft(JobLine line)
{
    /// <summary>The job.</summary>
    public string JobId { get; } = line.Kind.Id;

    /// <summary>What the person was looking at.</summary>
    public int VersionSeen { get; } = line.Schedule.Version;

    /// <summary>Five fields.</summary>
    [Required, MaxLength(80), Display(Name = "Schedule")]
    public string Cron { get; set; } = line.Schedule.Cron;

    /// <summary>IANA name.</summary>
    [Required, MaxLength(64), Display(Name = "Time zone")]
    public string Zone { get; set; } = line.Schedule.TimeZone.Id;

    /// <summary>What becomes of missed times.</summary>
    [Display(Name = "Missed times")]
    public MissedPolicy Missed { get; set; } = line.Schedule.Missed;

    /// <summary>The zone, when there is one of that name.</summary>
    /// <exception cref="RuleBroken">There is none.</exception>
    public TimeZoneInfo TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) && zone.HasIanaId
        ? zone
        : throw new RuleBroken(new Fault(nameof(Zone), "\"{0}\" is no time zone. Write it as Asia/Karachi or Europe/Berlin.", Zone));

    /// <summary>Sets the schedule.</summary>
    public Task SaveAsync(JobDesk desk) => desk.EditAsync(JobId, VersionSeen, Cron, TimeZone, Missed);
}
