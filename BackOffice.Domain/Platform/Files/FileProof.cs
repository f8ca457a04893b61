using System.Globalization;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Files;

/// <summary>Every file that a record names lies in the store and is what was kept.</summary>
public sealed class FileProof(FileStore store) : IProof
{
    /// <inheritdoc/>
    public string Name => "Files";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var (faults, count) = (new List<string>(), 0);
        string? hash = null;
        KeptFile? there = null;
        await foreach (var file in db.Set<Attachment>().OrderBy(a => a.Hash).ThenBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (file.Hash != hash) (hash, there) = (file.Hash, await store.MeasureAsync(file.Hash, ct));
            if (there is null) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Name} of {file.Record}: its content is missing from the store."));
            else if (there.Hash != file.Hash || there.Bytes != file.Bytes) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Name} of {file.Record}: its content is not what was kept."));
        }
        return new ProofResult(Name, $"{count} files", faults);
    }
}

/// <summary>Sweeps content out of the store that no record names: its upload was broken off, or its last record gave it away.</summary>
[Recurring("platform.file-sweep", "30 3 * * *", "Removes stored content that no record names any more")]
public sealed class FileSweep(Office office, FileStore store) : IJob
{
    private const int Chunk = 500;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        // What came today may still wait for its row.
        var before = await office.ReadAsync(Permission.SignedIn, db => Task.FromResult(db.Now.AddDays(-1)), ct);
        foreach (var hashes in store.KeptBefore(before).Chunk(Chunk))
        {
            ct.ThrowIfCancellationRequested();
            var named = await office.ReadAsync(Permission.SignedIn, db => db.Set<Attachment>().Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash).Distinct().ToListAsync(ct), ct);
            var idle = hashes.Except(named).ToList();
            idle.ForEach(hash => store.Forget(hash, before));
            run.Touch(idle.Count);
        }
        run.Result(run.Touched == 0 ? new Saying("Nothing to sweep") : new Saying("{0:N0} files swept", run.Touched));
    }
}
