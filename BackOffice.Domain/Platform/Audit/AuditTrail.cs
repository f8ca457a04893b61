using System.Security.Cryptography;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Audit;

/// <summary>The office's memory of who did what: history of a record, reading of sensitive fields, sealing.</summary>
public sealed class AuditTrail(Office office, AuditAnchor anchor)
{
    internal const string LockName = "audit";

    /// <summary>Entries in one seal at most; small, so that a fault is found near its place.</summary>
    public const int SealSize = 500;

    /// <summary>What happened to a record, newest first, for whoever may read the record.</summary>
    public Task<IReadOnlyList<AuditEntry>> HistoryAsync(RecordRef record, int take = 100, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<AuditEntry>>(Permission.SignedIn, async db =>
        {
            await RecordSight.RequireAsync(db, record, ct);
            return await db.Set<AuditEntry>().Where(a => a.Kind == record.Kind && a.RecordId == record.Id).OrderByDescending(a => a.Id).Take(take).ToListAsync(ct);
        }, ct);

    /// <summary>One entry.</summary>
    public Task<AuditEntry> EntryAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Audit, async db => await db.Set<AuditEntry>().FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new RecordMissing("platform.audit", id), ct);

    /// <summary>A page of everything that happened.</summary>
    [List("platform.audit")]
    public Task<Page<AuditRow>> PageAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Audit, db => AuditRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>Reads a sensitive field in full; that it was read, by whom and why, is written down in the same transaction.</summary>
    /// <param name="id">The record.</param>
    /// <param name="field">Which field.</param>
    /// <param name="name">Its name, for the trail.</param>
    /// <param name="reason">Why it is needed, at least five letters.</param>
    /// <param name="ct">Cancels.</param>
    public Task<string> RevealAsync<T>(long id, Func<T, Secret?> field, string name, string reason, CancellationToken ct = default) where T : Entity =>
        office.ChangeAsync(PlatformPermissions.Reveal, async db =>
        {
            Rule.RequireField("Reason", reason.Trim().Length >= 5, "Say in a few words why you need to see this.");
            await RightsCheck.RequireAsync(db, RecordKinds.Of(typeof(T)).Permission, ct);
            var record = await db.FindAsync<T>(id, ct);
            await db.LockAsync(LockName, exclusive: false, ct);
            db.Add(Entry(db, AuditAction.Revealed, RecordRef.Of(record), AuditFields.Write(w => AuditFields.Pair(w, name, null, reason.Trim()))));
            return field(record)?.Text ?? "";
        }, ct);

    /// <summary>Seals what is not sealed yet, one small batch a transaction, and writes the head outside the database.</summary>
    /// <returns>How many entries were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken ct = default)
    {
        var total = 0;
        for (var sealedNow = SealSize; sealedNow == SealSize; total += sealedNow)
        {
            var (count, head) = await office.ChangeAsync(PlatformPermissions.Audit, db => SealBatchAsync(db, ct), ct);
            sealedNow = count;
            if (head is not null) await anchor.WriteAsync(head, ct);
        }
        return total;
    }

    private static async Task<(int Count, AuditHead? Head)> SealBatchAsync(BackOfficeDb db, CancellationToken ct)
    {
        // Exclusive: whoever got a lower id has committed by now, so ids rise from seal to seal.
        await db.LockAsync(LockName, exclusive: true, ct);
        var last = await db.Set<AuditSeal>().OrderByDescending(s => s.Id).Select(s => new { s.Id, s.LastEntryId, s.Hash }).FirstOrDefaultAsync(ct);
        var after = last?.LastEntryId ?? 0;
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(SealSize).ToListAsync(ct);
        if (entries.Count == 0) return (0, null);
        var seal = AuditChain.Seal(entries, (last?.Id ?? 0) + 1, last?.Hash ?? new byte[SHA256.HashSizeInBytes], db.Now);
        db.Add(seal);
        await db.FlushAsync(ct);
        return (entries.Count, new AuditHead(seal.Id, seal.LastEntryId, Convert.ToHexStringLower(seal.Hash), seal.At));
    }

    /// <summary>Writes down under a record, in words, what became of rows that belong to it.</summary>
    internal static async Task NoteAsync(BackOfficeDb db, RecordRef record, string field, string before, string after, CancellationToken ct)
    {
        if (before == after) return;
        await db.LockAsync(LockName, exclusive: false, ct);
        db.Add(Entry(db, AuditAction.Changed, record, AuditFields.Write(w => AuditFields.Pair(w, field, before, after))));
    }

    internal static AuditEntry Entry(BackOfficeDb db, AuditAction action, RecordRef record, string changes) => new()
    {
        At = db.Now, ActorName = db.Actor.Name, UserId = db.Actor.UserId, OnBehalfOf = db.Actor.OnBehalfOfName, Request = db.Actor.Request,
        Action = action, Kind = record.Kind, RecordId = record.Id, Changes = changes,
    };
}

/// <summary>An entry of the trail in the list.</summary>
public sealed class AuditRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>When, in UTC.</summary>
    [NotSorted]
    public DateTime At { get; init; }

    /// <summary>Who.</summary>
    [NotSorted]
    [Searched]
    public string ActorName { get; init; } = "";

    /// <summary>On whose behalf.</summary>
    [NotSorted, NotFiltered]
    public string? OnBehalfOf { get; init; }

    /// <summary>What happened.</summary>
    [NotSorted]
    public AuditAction Action { get; init; }

    /// <summary>The kind of record.</summary>
    [NotSorted]
    public string Kind { get; init; } = "";

    /// <summary>Its id.</summary>
    [NotSorted]
    public long RecordId { get; init; }

    /// <summary>JSON: field to [old, new].</summary>
    [NotSorted, NotFiltered]
    public string Changes { get; init; } = "";

    /// <summary>In which request, run or command.</summary>
    [NotSorted]
    [Searched]
    public string Request { get; init; } = "";

    internal static IQueryable<AuditRow> From(BackOfficeDb db) => db.Set<AuditEntry>().Select(a => new AuditRow
    {
        Id = a.Id, At = a.At, ActorName = a.ActorName, OnBehalfOf = a.OnBehalfOf, Action = a.Action, Kind = a.Kind, RecordId = a.RecordId, Changes = a.Changes, Request = a.Request,
    });
}
