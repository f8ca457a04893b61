using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Proofs;

/// <summary>Runs every proof of the house; a fault becomes a notice to the administrators.</summary>
public sealed class Verification(Office office, IEnumerable<IProof> proofs)
{
    /// <summary>Runs all proofs, one after the other.</summary>
    public async Task<IReadOnlyList<ProofResult>> RunAsync(CancellationToken ct = default)
    {
        var results = new List<ProofResult>();
        foreach (var proof in proofs.OrderBy(p => p.Name, StringComparer.Ordinal))
            results.Add(await office.ReadAsync(PlatformPermissions.Audit, db => proof.RunAsync(db, ct), ct));
        return results;
    }
}

/// <summary>Recomputes every stored balance, number series and the audit chain while the office sleeps.</summary>
[Recurring("platform.nightly-proof", "0 2 * * *", "Recomputes stored balances, number series and the audit chain, and reports any difference")]
public sealed class NightlyProof(Verification verification, Office office) : IJob
{
    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        var results = await verification.RunAsync(ct);
        foreach (var result in results) await run.StepAsync(result.Holds ? new Saying("{0}: {1}, in order", new Word(result.Name), result.Checked) : new Saying("{0}: {1}, {2:N0} faults", new Word(result.Name), result.Checked, result.Faults.Count), ct);
        var faults = results.SelectMany(r => r.Faults).ToList();
        if (faults.Count > 0)
            await office.ChangeAsync(PlatformPermissions.Audit, db => NoticeBoard.TellHoldersAsync(db, PlatformPermissions.Audit, PlatformNotices.ProofFailed, NoticeLevel.Bad, "The nightly proof found {0} faults. The first: {1}", [faults.Count, faults[0]], null, ct), ct);
        run.Result(faults.Count == 0 ? new Saying("{0} proofs, no difference", results.Count) : new Saying("{0:N0} faults in {1} of {2} proofs", faults.Count, results.Count(r => !r.Holds), results.Count));
    }
}
