using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Jobs;

/// <summary>Clears away what nobody needs any more, so that the house does not grow by itself.</summary>
[Recurring("platform.housekeeping", "40 3 * * *", "Clears away answers to old requests, notices read long ago, old mail and runs older than a year")]
public sealed class Housekeeping(Office office) : IJob
{
    private const int Chunk = 5_000;

    // Longer than any browser, queue or person repeats a request.
    private static readonly TimeSpan Answers = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReadNotices = TimeSpan.FromDays(180);
    private static readonly TimeSpan Letters = TimeSpan.FromDays(180);
    private static readonly TimeSpan Runs = TimeSpan.FromDays(400);

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        var answers = await ClearAsync(run, (db, now) => db.Set<RequestAnswer>().Where(a => a.At < now - Answers).OrderBy(a => a.At), ct);
        var notices = await ClearAsync(run, (db, now) => db.Set<Notice>().Where(n => n.ReadAt < now - ReadNotices).OrderBy(n => n.Id), ct);
        var letters = await ClearAsync(run, (db, now) => db.Set<Letter>().Where(l => l.WrittenAt < now - Letters && l.State != LetterState.Sending).OrderBy(l => l.WrittenAt), ct);
        // The newest run stays: it says up to which time a schedule was answered.
        var runs = await ClearAsync(run, (db, now) => db.Set<JobRun>().Where(r => r.DueAt < now - Runs && r.State != JobState.Running
            && db.Set<JobRun>().Any(newer => newer.JobId == r.JobId && newer.DueAt > r.DueAt)).OrderBy(r => r.Id), ct);
        run.Result(answers + notices + letters + runs == 0
            ? new Saying("Nothing to clear away")
            : new Saying("Cleared away: answers {0:N0}, notices {1:N0}, mail {2:N0}, runs {3:N0}", answers, notices, letters, runs));
    }

    private async Task<int> ClearAsync<T>(RunningJob run, Func<BackOfficeDb, DateTime, IOrderedQueryable<T>> old, CancellationToken ct) where T : class
    {
        var total = 0;
        for (var cleared = Chunk; cleared == Chunk; total += cleared)
        {
            ct.ThrowIfCancellationRequested();
            cleared = await office.ChangeAsync(PlatformPermissions.Jobs, db => old(db, db.Now).Take(Chunk).ExecuteDeleteAsync(ct), ct);
            run.Touch(cleared);
            await run.ProgressAsync(run.Touched, null, ct);
        }
        return total;
    }
}
