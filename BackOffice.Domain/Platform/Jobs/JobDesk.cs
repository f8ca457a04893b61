using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>Where administrators see to the jobs: their schedules, their runs, starting and stopping them.</summary>
public sealed class JobDesk(Office office, NextTime next)
{
    /// <summary>Runs that a job's line shows at most.</summary>
    public const int BarsShown = 14;

    /// <summary>Every job with its schedule, its newest runs and its next time.</summary>
    public Task<IReadOnlyList<JobLine>> ListAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<JobLine>>(PlatformPermissions.Jobs, async db =>
        {
            var schedules = await db.Set<JobSchedule>().ToDictionaryAsync(s => s.JobId, ct);
            var lines = new List<JobLine>();
            foreach (var kind in JobKind.All)
            {
                var schedule = schedules.GetValueOrDefault(kind.Id) ?? new JobSchedule(kind, office.Company.TimeZone, db.Now);
                // A look at the index for each job; one question for all would have to number every run that was ever made.
                var newest = await db.Set<JobRun>().Where(r => r.JobId == kind.Id).OrderByDescending(r => r.DueAt).Take(BarsShown).ToListAsync(ct);
                lines.Add(new JobLine(kind, schedule, newest, schedule.IsOn ? schedule.Coming(next, db.Now, 5) : []));
            }
            return [.. lines.OrderBy(l => l.Kind.Title, StringComparer.CurrentCulture)];
        }, ct);

    /// <summary>How many runs a job has had, and since when.</summary>
    public Task<JobPast> PastAsync(string jobId, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Jobs, async db =>
        {
            var runs = db.Set<JobRun>().Where(r => r.JobId == jobId);
            return new JobPast(await runs.CountAsync(ct), await runs.MinAsync(r => (DateTime?)r.DueAt, ct));
        }, ct);

    /// <summary>All runs of all jobs.</summary>
    [List("platform.job-runs")]
    public Task<Page<JobRunRow>> HistoryAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Jobs, db => db.Set<JobRun>().Select(JobRunRow.From).ToPageAsync(query, ct), ct);

    /// <summary>A run with its log.</summary>
    public Task<(JobRun Run, IReadOnlyList<JobStep> Steps)> RunAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync<(JobRun, IReadOnlyList<JobStep>)>(PlatformPermissions.Jobs, async db =>
            (await db.FindAsync<JobRun>(id, ct), await db.Set<JobStep>().Where(s => s.RunId == id).OrderBy(s => s.Id).Take(1000).ToListAsync(ct)), ct);

    /// <summary>The coming times of a schedule that somebody is about to set.</summary>
    /// <exception cref="RuleBroken">It is no schedule.</exception>
    public Task<IReadOnlyList<DateTime>> ComingAsync(string cron, TimeZoneInfo zone, int count, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Jobs, db => Task.FromResult(JobSchedule.Coming(cron, zone, next, db.Now, count)), ct);

    /// <summary>Sets a job's schedule, provided nobody changed it since the person looked.</summary>
    /// <exception cref="RuleBroken">It is no schedule, or it is never due.</exception>
    public Task EditAsync(string jobId, int versionSeen, string cron, TimeZoneInfo zone, MissedPolicy missed, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            var schedule = await ScheduleAsync(db, jobId, ct);
            await db.RequireUnchangedAsync(schedule, versionSeen, ct);
            schedule.Edit(cron, zone, missed, next, db.Now);
        }, ct);

    /// <summary>Lets the clock start a job, or not.</summary>
    public Task SwitchAsync(string jobId, bool on, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db => (await ScheduleAsync(db, jobId, ct)).Switch(on, db.Actor.Name, db.Now), ct);

    /// <summary>Asks for a run now.</summary>
    /// <returns>The run, waiting for a worker.</returns>
    /// <exception cref="RuleBroken">A run is at work already.</exception>
    public Task<long> RunNowAsync(string jobId, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Jobs, key, async db =>
        {
            var kind = JobKind.Find(jobId);
            await db.LockAsync($"job {kind.Id}", exclusive: true, ct);
            var busy = await db.Set<JobRun>().AnyAsync(r => r.JobId == jobId && (r.State == JobState.Running || r.State == JobState.Waiting), ct);
            Rule.Require(!busy, "{0} is at work already. Wait until it has ended, or stop it.", kind.Title);
            var run = new JobRun { JobId = jobId, DueAt = db.Now, StartedBy = db.Actor.Name, StartedById = db.Actor.UserId };
            db.Add(run);
            await db.FlushAsync(ct);
            return run.Id;
        }, ct);

    /// <summary>Asks a run to stop; it ends after the chunk it is at.</summary>
    /// <exception cref="RuleBroken">It has ended already.</exception>
    public Task StopAsync(long runId, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db => (await db.FindAsync<JobRun>(runId, ct)).AskToStop(db.Actor.Name, db.Now), ct);

    private async Task<JobSchedule> ScheduleAsync(BackOfficeDb db, string jobId, CancellationToken ct)
    {
        var kind = JobKind.Find(jobId);
        if (await db.Set<JobSchedule>().FirstOrDefaultAsync(s => s.JobId == jobId, ct) is { } known) return known;
        var schedule = new JobSchedule(kind, office.Company.TimeZone, db.Now);
        db.Add(schedule);
        return schedule;
    }
}
