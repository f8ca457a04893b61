using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Live;
using BackOffice.Portal.Platform.Operations;
using Hangfire;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Carries jobs out. The alarm clock knows only this class and its one method, so jobs can be renamed and moved.</summary>
public sealed partial class JobDispatcher(IServiceScopeFactory scopes, LiveFeed feed, TimeProvider time, ILogger<JobDispatcher> log)
{
    /// <summary>Carries out what is due or was asked for of a job, until nothing is left. Called too often it does nothing.</summary>
    /// <remarks>Trying again is the book of runs' affair: the scheduler's own memory may be lost.</remarks>
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(string jobId, CancellationToken ct) => RunAsync(JobKind.Find(jobId), ct);

    internal async Task RunAsync(JobKind kind, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await AskAsync(Actor.Job(kind.Id, "claim"), book => book.ClaimAsync(kind, ThisProcess.Name, ct)) is { } run)
            await CarryOutAsync(kind, run, ct);
    }

    /// <summary>Carries out a run for exactly this time, waiting while another run of the job is at work.</summary>
    /// <param name="kind">The job.</param>
    /// <param name="dueAt">The time it answers, in UTC.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="waits">Told once when it has to wait.</param>
    /// <param name="ct">Stops the run.</param>
    /// <returns>The run as it ended, and whether it was carried out now or had been before.</returns>
    public async Task<(JobRun Run, bool Now)> RunAsync(JobKind kind, DateTime dueAt, Actor by, Func<Task> waits, CancellationToken ct)
    {
        (JobRun? Run, bool Begun) claim;
        var told = false;
        while ((claim = await AskAsync(by, book => book.ClaimAsync(kind, dueAt, ThisProcess.Name, ct))).Run is null)
        {
            // Whoever seems to be at work may have died over it.
            if (await AskAsync(by, book => book.InterruptDeadAsync(ThisProcess.IsGone, ct)) > 0) continue;
            if (!told) await waits();
            told = true;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct);
        }
        if (!claim.Begun) return (claim.Run, false);
        await CarryOutAsync(kind, claim.Run, ct);
        await using var scope = Scope(by);
        return ((await scope.ServiceProvider.GetRequiredService<JobDesk>().RunAsync(claim.Run.Id, CancellationToken.None)).Run, true);
    }

    private async Task<T> AskAsync<T>(Actor by, Func<RunBook, Task<T>> ask)
    {
        await using var scope = Scope(by);
        return await ask(scope.ServiceProvider.GetRequiredService<RunBook>());
    }

    private async Task CarryOutAsync(JobKind kind, JobRun run, CancellationToken shutdown)
    {
        // What a job writes in words must not depend on who or what woke it.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.InvariantCulture, CultureInfo.InvariantCulture);
        var actor = Actor.Job(kind.Id, $"run {run.Id}", run.StartedById, run.StartedById is null ? null : run.StartedBy);
        await using var bookScope = Scope(actor);
        await using var workScope = Scope(actor);
        var book = bookScope.ServiceProvider.GetRequiredService<RunBook>();
        await using var watch = new RunWatch(book, run.Id, feed, time, shutdown);
        var running = new RunningJob(watch.TellAsync);
        using var trace = Telemetry.StartRun(kind.Id, run.Id);
        var (state, how, again) = await WorkAsync(kind, run.Id, workScope.ServiceProvider, running, watch);
        await book.EndAsync(run.Id, running, state, how, again, CancellationToken.None);
        Telemetry.RunEnded(kind.Id, state, run.StartedAt!.Value, time.GetUtcNow().UtcDateTime);
    }

    private async Task<(JobState State, Saying How, bool Again)> WorkAsync(JobKind kind, long runId, IServiceProvider services, RunningJob running, RunWatch watch)
    {
        try
        {
            await ((IJob)ActivatorUtilities.CreateInstance(services, kind.Type)).RunAsync(running, watch.Token);
            return (JobState.Done, running.Outcome ?? "Done", false);
        }
        catch (OperationCanceledException) when (watch.StoppedBy is { } by)
        {
            return (JobState.Stopped, running.Done > 0 ? new Saying("Stopped by {0} after {1:N0} records", by, running.Done) : new Saying("Stopped by {0}", by), false);
        }
        catch (OperationCanceledException) when (watch.Token.IsCancellationRequested)
        {
            return (JobState.Interrupted, new Saying("Interrupted: the portal was stopped while it was at work"), true);
        }
        catch (RuleBroken broken)
        {
            // The same would be wrong again in a minute.
            return (JobState.Failed, Saying.Of(broken), false);
        }
        catch (Exception failure)
        {
            // The run is the outermost place: whatever went wrong is its result, and the log has the rest.
            RunFailed(failure, kind.Id, runId);
            return (JobState.Failed, new Saying("It stopped with an unexpected fault ({0}). The log tells more under run {1}.", TitleOf(failure), runId), true);
        }
    }

    private static string TitleOf(Exception failure) => failure.GetType().Name.Replace("Exception", "", StringComparison.Ordinal);

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} of {JobId} failed")]
    private partial void RunFailed(Exception failure, string jobId, long runId);
}
