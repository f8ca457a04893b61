using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>The house's own book of schedules and runs: who may begin which run, how it goes, how it ended. Written by whatever carries jobs out.</summary>
public sealed class RunBook(Office office, NextTime next)
{
    /// <summary>A process that gave no sign of life for so long is taken for dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>A time that is answered later than this was missed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>Gives every job that has none yet the schedule it proposes; answers with all of them.</summary>
    public Task<IReadOnlyList<JobSchedule>> OpenAsync(CancellationToken ct) =>
        office.ChangeAsync<IReadOnlyList<JobSchedule>>(PlatformPermissions.Jobs, async db =>
        {
            await db.LockAsync("jobs", exclusive: true, ct);
            var known = await db.Set<JobSchedule>().ToListAsync(ct);
            var added = JobKind.All.ExceptBy(known.Select(s => s.JobId), k => k.Id).Select(k => new JobSchedule(k, office.Company.TimeZone, db.Now)).ToList();
            db.AddRange(added);
            return [.. known.Concat(added).Where(s => JobKind.All.Any(k => k.Id == s.JobId))];
        }, ct);

    /// <summary>The schedules of all jobs of the house.</summary>
    public Task<List<JobSchedule>> SchedulesAsync(CancellationToken ct)
    {
        var ids = JobKind.All.Select(k => k.Id).ToList();
        return office.ReadAsync(PlatformPermissions.Jobs, db => db.Set<JobSchedule>().Where(s => ids.Contains(s.JobId)).ToListAsync(ct), ct);
    }

    /// <summary>The next run of a job that this process may carry out: one that was asked for, one to try again, or the newest time that is due.</summary>
    /// <returns>The run, begun; null when there is nothing to do or another process is at it.</returns>
    public Task<JobRun?> ClaimAsync(JobKind kind, string instance, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            await db.LockAsync($"job {kind.Id}", exclusive: true, ct);
            var running = await RunningAsync(db, kind, ct);
            var open = await Open(db, db.Now).Where(r => r.JobId == kind.Id).OrderBy(r => r.Id).FirstOrDefaultAsync(ct);
            if (open is not null && running is not null) return null;
            if ((open ?? await DueAsync(db, kind, running, ct)) is not { IsOpen: true } run) return null;
            run.Begin(instance, db.Now);
            return run;
        }, ct);

    /// <summary>A run for exactly this time, whatever the schedule says.</summary>
    /// <returns>The run, and whether it was begun just now or had been before; no run while another one is at work.</returns>
    public Task<(JobRun? Run, bool Begun)> ClaimAsync(JobKind kind, DateTime dueAt, string instance, CancellationToken ct) =>
        office.ChangeAsync<(JobRun?, bool)>(PlatformPermissions.Jobs, async db =>
        {
            await db.LockAsync($"job {kind.Id}", exclusive: true, ct);
            if (await db.Set<JobRun>().FirstOrDefaultAsync(r => r.JobId == kind.Id && r.DueAt == dueAt, ct) is { } earlier) return (earlier, false);
            if (await RunningAsync(db, kind, ct) is not null) return (null, false);
            var run = new JobRun { JobId = kind.Id, DueAt = dueAt, StartedBy = db.Actor.Name, StartedById = db.Actor.UserId };
            db.Add(run);
            run.Begin(instance, db.Now);
            return (run, true);
        }, ct);

    /// <summary>Keeps how far a run is; a step becomes a line of its log.</summary>
    public Task TellAsync(long runId, RunningJob job, Saying? step, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            (await db.FindAsync<JobRun>(runId, ct)).Tell(job, step, db.Now);
            if (step is not null) db.Add(JobStep.Of(runId, step, db.Now));
        }, ct);

    /// <summary>A sign of life.</summary>
    /// <returns>Whether somebody asked the run to stop.</returns>
    public Task<bool> BeatAsync(long runId, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            var now = db.Now;
            await db.Set<JobRun>().Where(r => r.Id == runId).ExecuteUpdateAsync(s => s.SetProperty(r => r.SeenAt, now).SetProperty(r => r.Version, r => r.Version + 1), ct);
            return await db.Set<JobRun>().AnyAsync(r => r.Id == runId && r.StopAskedBy != null, ct);
        }, ct);

    /// <summary>Whether somebody asked the run to stop, and who.</summary>
    public Task<string?> StopAskedAsync(long runId, CancellationToken ct) =>
        office.ReadAsync(PlatformPermissions.Jobs, db => db.Set<JobRun>().Where(r => r.Id == runId).Select(r => r.StopAskedBy).FirstOrDefaultAsync(ct), ct);

    /// <summary>Ends a run. A failure that is not tried again is told to whoever looks after jobs.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="job">Its last figures.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="how">The result in words.</param>
    /// <param name="again">Trying again may help.</param>
    /// <param name="ct">Cancels.</param>
    public Task EndAsync(long runId, RunningJob job, JobState state, Saying how, bool again, CancellationToken ct) =>
        office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            var run = await db.FindAsync<JobRun>(runId, ct);
            run.Tell(job, null, db.Now);
            run.End(state, how, db.Now, again);
            await ReportAsync(db, run, ct);
        }, ct);

    /// <summary>Writes down that runs died with their process; those of the clock are begun again.</summary>
    /// <param name="isGone">Whether a process is known to have ended; silence tells of the others.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many.</returns>
    public async Task<int> InterruptDeadAsync(Func<string, bool> isGone, CancellationToken ct)
    {
        // Mostly nothing is at work, and then nobody has to wait for a turn to write.
        if (!await office.ReadAsync(PlatformPermissions.Jobs, db => db.Set<JobRun>().AnyAsync(r => r.State == JobState.Running, ct), ct)) return 0;
        return await office.ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            var silentSince = db.Now - Silence;
            var running = await db.Set<JobRun>().Where(r => r.State == JobState.Running).ToListAsync(ct);
            var dead = running.Where(r => r.SeenAt < silentSince || isGone(r.Instance!)).ToList();
            foreach (var run in dead)
            {
                var how = new Saying("Interrupted: the portal ended while it was at work");
                run.End(JobState.Interrupted, how, db.Now, again: true);
                db.Add(JobStep.Of(run.Id, how, db.Now));
                await ReportAsync(db, run, ct);
            }
            return dead.Count;
        }, ct);
    }

    /// <summary>Jobs with a run that was asked for or is to be tried again.</summary>
    public Task<List<string>> OpenJobsAsync(CancellationToken ct) =>
        office.ReadAsync(PlatformPermissions.Jobs, db => Open(db, db.Now).Select(r => r.JobId).Distinct().ToListAsync(ct), ct);

    private static IQueryable<JobRun> Open(BackOfficeDb db, DateTime now) =>
        db.Set<JobRun>().Where(r => r.State == JobState.Waiting || ((r.State == JobState.Failed || r.State == JobState.Interrupted) && r.RetryAt <= now));

    private static Task<JobRun?> RunningAsync(BackOfficeDb db, JobKind kind, CancellationToken ct) =>
        db.Set<JobRun>().FirstOrDefaultAsync(r => r.JobId == kind.Id && r.State == JobState.Running, ct);

    private async Task<JobRun?> DueAsync(BackOfficeDb db, JobKind kind, JobRun? running, CancellationToken ct)
    {
        if (await db.Set<JobSchedule>().FirstOrDefaultAsync(s => s.JobId == kind.Id, ct) is not { IsOn: true } schedule) return null;
        var answered = await db.Set<JobRun>().Where(r => r.JobId == kind.Id && r.StartedById == null && r.StartedBy == JobRun.Schedule).MaxAsync(r => (DateTime?)r.DueAt, ct);
        if (schedule.DueAt(next, answered, db.Now) is not { } due) return null;
        // Somebody may have answered the time by hand.
        if (await db.Set<JobRun>().AnyAsync(r => r.JobId == kind.Id && r.DueAt == due, ct)) return null;
        var run = new JobRun { JobId = kind.Id, DueAt = due };
        db.Add(run);
        if (running is not null) run.End(JobState.Skipped, new Saying("Skipped: the run of {0} UTC was still at work", $"{running.StartedAt:yyyy-MM-dd HH:mm}"), db.Now);
        else if (schedule.Missed == MissedPolicy.Skip && db.Now - due > Grace) run.End(JobState.Missed, new Saying("Missed: the portal was not running"), db.Now);
        return run;
    }

    private static Task ReportAsync(BackOfficeDb db, JobRun run, CancellationToken ct) =>
        run.State is JobState.Failed or JobState.Interrupted && run.RetryAt is null
            ? NoticeBoard.TellHoldersAsync(db, PlatformPermissions.Jobs, PlatformNotices.JobFailed, NoticeLevel.Bad, "{0} did not finish. {1}", [new Word(JobKind.TitleOf(run.JobId)), Saying.Recall(run.Said) ?? run.Words], RecordRef.Of(run), ct)
            : Task.CompletedTask;
}
