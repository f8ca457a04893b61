using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Search;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>What happens to every change before it is committed: validate, raise versions, write audit rows, index, announce.</summary>
internal static class SavingSteps
{
    public static async Task RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var entries = db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
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
        foreach (var pending in audited) db.Add(pending.ToEntry(db));
        await SearchIndex.FollowAsync(db, searched, ct);
        if (audited.Count > 0 || searched.Count > 0) await db.SaveChangesAsync(ct);
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
        var appendOnly = entry.Metadata.ClrType.IsDefined(typeof(AppendOnlyAttribute), inherit: true);
        if (appendOnly && entry.State is not EntityState.Added)
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is written once; correct it with a new row.");
        if (entry.State is EntityState.Added) Prepare(entry.Entity);
        if (entry.State is not EntityState.Modified) return;
        Validation.Require(entry.Entity);
        var version = entry.Property(e => e.Version);
        version.CurrentValue = version.OriginalValue + 1;
    }

    private static async Task SaveAsync(BackOfficeDb db, CancellationToken ct)
    {
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
