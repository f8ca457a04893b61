using System.Text.Json;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform;

/// <summary>Opens a context of the configured database.</summary>
public delegate BackOfficeDb OpenDb();

/// <summary>The company the portal works for, as its operator set it up.</summary>
/// <param name="Name">As it stands on papers and at the top of the portal.</param>
/// <param name="TimeZone">Where its days begin and end.</param>
/// <param name="Currency">ISO 4217 code of its books.</param>
/// <param name="Address">Lines under the name on papers.</param>
public sealed record Company(string Name, TimeZoneInfo TimeZone, string Currency, string Address = "");

/// <summary>The only door to the database, for pages, endpoints, jobs and the command line.</summary>
public sealed class Office(OpenDb open, CurrentActor current, TimeProvider time, LiveFeed feed, Grapevine grapevine, Company company)
{
    private const int Attempts = 5;

    /// <summary>Who is at the door.</summary>
    public Actor Actor => current.Actor;

    /// <summary>The company.</summary>
    public Company Company => company;

    /// <summary>Reads under a permission, without tracking.</summary>
    /// <exception cref="AccessDenied">The actor lacks the permission at this moment.</exception>
    public async Task<T> ReadAsync<T>(string permission, Func<BackOfficeDb, Task<T>> ask, CancellationToken ct = default)
    {
        await using var db = Enter(tracking: false);
        try
        {
            await RightsCheck.RequireAsync(db, permission, ct);
            return await ask(db);
        }
        catch (Exception calledOff) when (calledOff is not OperationCanceledException && ct.IsCancellationRequested)
        {
            // Every provider has words of its own for it.
            throw new OperationCanceledException(calledOff.Message, calledOff, ct);
        }
    }

    /// <summary>Reads a long list row by row under a permission.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(string permission, Func<BackOfficeDb, IAsyncEnumerable<T>> ask,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = Enter(tracking: false);
        await RightsCheck.RequireAsync(db, permission, ct);
        await foreach (var row in ask(db).WithCancellation(ct)) yield return row;
    }

    /// <summary>Whether the actor holds a permission at this moment.</summary>
    public async Task<bool> MayAsync(string permission, CancellationToken ct = default)
    {
        await using var db = Enter(tracking: false);
        return await RightsCheck.HoldsAsync(db, permission, ct);
    }

    /// <summary>Changes under a permission: one transaction, everything or nothing.</summary>
    public Task ChangeAsync(string permission, Func<BackOfficeDb, Task> work, CancellationToken ct = default) =>
        ChangeAsync(permission, RequestKey.None, work, ct);

    /// <summary>Changes under a permission; a repeated request key does nothing a second time.</summary>
    public Task ChangeAsync(string permission, RequestKey key, Func<BackOfficeDb, Task> work, CancellationToken ct = default) =>
        ChangeAsync(permission, key, async db => { await work(db); return true; }, ct);

    /// <summary>Changes under a permission and answers.</summary>
    public Task<T> ChangeAsync<T>(string permission, Func<BackOfficeDb, Task<T>> work, CancellationToken ct = default) =>
        ChangeAsync(permission, RequestKey.None, work, ct);

    /// <summary>Changes under a permission; a repeated request key gets the first answer and changes nothing.</summary>
    /// <remarks>The block may run several times when another writer was faster, so it must not keep state outside.</remarks>
    public async Task<T> ChangeAsync<T>(string permission, RequestKey key, Func<BackOfficeDb, Task<T>> work, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(permission, key, work, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Another writer changed a row between our reading and our writing; nothing was kept, so the whole block runs again on what stands now.
            }
            catch (Exception fault) when (fault is RequestAlreadyAnswered or RuleBroken && key != RequestKey.None && attempt < Attempts)
            {
                // A parallel delivery of the same wish may have been faster; then its answer is ours.
                if (await AnsweredAsync(permission, key, ct) is { } earlier) return JsonSerializer.Deserialize<T>(earlier)!;
                if (fault is RuleBroken) throw;
            }
        }
    }

    private async Task<T> AttemptAsync<T>(string permission, RequestKey key, Func<BackOfficeDb, Task<T>> work, CancellationToken ct)
    {
        await using var db = open();
        var (answer, changes) = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            Enter(db, tracking: true);
            await using var turn = await db.WaitForWriteTurnAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await RightsCheck.RequireAsync(db, permission, ct);
            if (await RequestAnswer.FindAsync(db, key, permission, ct) is { } earlier) return (JsonSerializer.Deserialize<T>(earlier)!, []);
            var kept = false;
            try
            {
                var result = await work(db);
                await SavingSteps.RunAsync(db, RequestAnswer.Of(db, key, permission, result), ct);
                await transaction.CommitAsync(ct);
                kept = true;
                return (result, db.Changes);
            }
            finally
            {
                if (!kept) db.ForgetNew();
            }
        });
        feed.Publish(changes);
        return answer;
    }

    private async Task<string?> AnsweredAsync(string permission, RequestKey key, CancellationToken ct)
    {
        await using var db = Enter(tracking: false);
        return await RequestAnswer.FindAsync(db, key, permission, ct);
    }

    private BackOfficeDb Enter(bool tracking) => Enter(open(), tracking);

    private BackOfficeDb Enter(BackOfficeDb db, bool tracking)
    {
        db.Enter(current.Actor, time, company.TimeZone, grapevine, tracking);
        return db;
    }
}
