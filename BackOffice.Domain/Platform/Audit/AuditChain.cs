using System.Buffers.Binary;
using System.Security.Cryptography;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Platform.Audit;

/// <summary>Proves that no audit entry was edited, deleted, inserted, swapped or cut off since it was sealed, and says where if one was.</summary>
public sealed class AuditChain(AuditAnchor anchor) : IProof
{
    private const int Row = 8 + SHA256.HashSizeInBytes;

    /// <inheritdoc/>
    public string Name => "Audit trail";

    /// <summary>Seals entries that follow each other, onto the seal before.</summary>
    internal static AuditSeal Seal(IReadOnlyList<AuditEntry> entries, long id, byte[] previous, DateTime at)
    {
        var digests = new byte[entries.Count * Row];
        for (var i = 0; i < entries.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(digests.AsSpan(i * Row), entries[i].Id);
            entries[i].Digest().CopyTo(digests, i * Row + 8);
        }
        var seal = new AuditSeal { Id = id, At = at, FirstEntryId = entries[0].Id, LastEntryId = entries[^1].Id, Digests = digests, PreviousHash = previous };
        seal.Hash = seal.Recompute();
        return seal;
    }

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var faults = new List<string>();
        var (checkedEntries, previousHash, previousLast, previousId) = (0L, new byte[SHA256.HashSizeInBytes], long.MinValue, 0L);
        var heads = await anchor.ReadAsync(ct);
        var headOf = heads.ToLookup(h => h.SealId);
        await foreach (var seal in db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (seal.Id != previousId + 1) faults.Add($"Seals {previousId + 1} to {seal.Id - 1} are missing.");
            if (!seal.PreviousHash.AsSpan().SequenceEqual(previousHash) && seal.Id == previousId + 1) faults.Add($"Seal {seal.Id} does not continue seal {previousId}: one of them was edited.");
            if (!seal.Hash.AsSpan().SequenceEqual(seal.Recompute())) faults.Add($"Seal {seal.Id} was edited.");
            foreach (var head in headOf[seal.Id].Where(h => h.Hash != Convert.ToHexStringLower(seal.Hash)))
                faults.Add($"Seal {seal.Id} is not the one written down outside the database at {head.At:u}.");
            faults.AddRange(await CompareAsync(db, seal, previousLast, ct));
            checkedEntries += seal.Digests.Length / Row;
            (previousHash, previousLast, previousId) = (seal.Hash, seal.LastEntryId, seal.Id);
        }
        var highest = heads.Count > 0 ? heads.Max(h => h.SealId) : 0;
        if (highest > previousId) faults.Add($"The tail is cut: seal {highest} was written down outside the database, the last one inside is {previousId}.");
        // The newest head may be missing after a crash between the commit and the writing; more may not.
        if (highest < previousId - 1) faults.Add($"The heads written down outside the database end at seal {highest}, the chain inside goes on to seal {previousId}: {anchor.Path} was cut, or is not the file that all instances write to.");
        return new ProofResult(Name, new Saying("{0:N0} sealed entries in {1:N0} seals", checkedEntries, previousId), faults);
    }

    private static async Task<List<string>> CompareAsync(BackOfficeDb db, AuditSeal seal, long previousLast, CancellationToken ct)
    {
        var stated = new Dictionary<long, string>();
        for (var at = 0; at + Row <= seal.Digests.Length; at += Row)
            stated[BinaryPrimitives.ReadInt64LittleEndian(seal.Digests.AsSpan(at))] = Convert.ToHexString(seal.Digests.AsSpan(at + 8, SHA256.HashSizeInBytes));
        var faults = new List<string>();
        var edited = new List<AuditEntry>();
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(a => a.Id > previousLast && a.Id <= seal.LastEntryId).OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!stated.Remove(entry.Id, out var digest)) faults.Add($"Entry {entry.Id} was inserted after seal {seal.Id} was made.");
            else if (digest != Convert.ToHexString(entry.Digest())) edited.Add(entry);
        }
        faults.AddRange(stated.Keys.Select(id => $"Entry {id} was deleted (seal {seal.Id})."));
        faults.AddRange(edited.Select(e => $"Entry {e.Id} was edited or swapped: {e.Action} {e.Kind}/{e.RecordId} (seal {seal.Id})."));
        return faults;
    }
}
