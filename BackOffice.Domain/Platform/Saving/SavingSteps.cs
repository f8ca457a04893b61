using System.Collections.Concurrent;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Search;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>Stored records are about to be changed or deleted; whoever hears it may refuse.</summary>
/// <param name="Records">The records, as they are to become.</param>
public sealed record RecordsChanging(IReadOnlyList<Entity> Records) : IFact;

/// <summary>What happens to every change before it is committed: validate, raise versions, write audit rows, index, announce.</summary>
internal static class SavingSteps
{
    private static readonly ConcurrentDictionary<Type, bool> AppendOnly = new();

    /// <summary>Runs the steps on what was changed so far.</summary>
    /// <param name="db">The work.</param>
    /// <param name="answer">What the whole work is answered with, when it ends here.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RunAsync(BackOfficeDb db, RequestAnswer? answer, CancellationToken ct)
    {
        var entries = db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var changing = entries.Where(e => e.State is not EntityState.Added).Select(e => e.Entity).ToList();
        if (changing.Count > 0) await db.TellAsync(new RecordsChanging(changing), ct);
        // Looked at once; from here on nothing changes but what is done below.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in entries) Prepare(entry);
        var audited = entries.Where(e => AuditFields.IsAudited(e.Metadata)).Select(AuditFields.Of).Where(a => a.Action != AuditAction.Changed || a.Fields.Count > 0).ToList();
        var searched = entries.Where(e => e.Entity is ISearchable).Select(e => (e.Entity, e.State)).ToList();
        var announced = entries.Select(e => (e.Entity, Kind: KindOf(e.State))).ToList();

        db.New.AddRange(entries.Where(e => e.State == EntityState.Added).Select(e => e.Entity));
        if (audited.Count > 0) await db.LockAsync(AuditTrail.LockName, exclusive: false, ct);
        await SaveAsync(db, ct);
        // Only now do new records have their ids.
        await db.AppendAsync(audited.ConvertAll(pending => pending.ToEntry(db)), ct);
        if (answer is not null) await db.AppendAsync([answer], ct);
        await SearchIndex.FollowAsync(db, searched, ct);
        await SaveAsync(db, ct);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        db.Changes.AddRange(announced.Select(a => new RecordChange(RecordRef.Of(a.Entity), a.Kind, db.Actor.Name)));
        await InStep.FollowAsync(db, [.. announced.Select(a => a.Entity)], ct);
    }

    /// <summary>Validates a new record and gives it its first version; for writers that go round the change tracker.</summary>
    public static void Prepare(Entity added)
    {
        Validation.Require(added);
        added.Version = 1;
    }

    private static void Prepare(EntityEntry<Entity> entry)
    {
        if (entry.State is not EntityState.Added && AppendOnly.GetOrAdd(entry.Metadata.ClrType, t => t.IsDefined(typeof(AppendOnlyAttribute), inherit: true)))
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is written once; correct it with a new row.");
        if (entry.State is EntityState.Added) Prepare(entry.Entity);
        if (entry.State is not EntityState.Modified) return;
        Validation.Require(entry.Entity);
        var version = entry.Property(e => e.Version);
        version.CurrentValue = version.OriginalValue + 1;
    }

    private static async Task SaveAsync(BackOfficeDb db, CancellationToken ct)
    {
        if (!db.ChangeTracker.HasChanges()) return;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (UniqueIndexes.IsViolatedBy(failure) && failure.InnerException!.Message.Contains(nameof(RequestAnswer), StringComparison.Ordinal))
        {
            // Not by its entries: a server takes many rows at once and would name them all.
            throw new RequestAlreadyAnswered();
        }
        catch (DbUpdateException failure) when ((UniqueIndexes.FaultOf(failure) ?? ForeignKeys.FaultOf(failure)) is { } fault)
        {
            throw new RuleBroken(fault);
        }
    }

    private static ChangeKind KindOf(EntityState state) => state switch
    {
        EntityState.Added => ChangeKind.Created,
        EntityState.Deleted => ChangeKind.Deleted,
        _ => ChangeKind.Changed,
    };
}
