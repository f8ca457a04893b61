
namespace BackOffice.Domain.Platform.Proofs;

/// <summary>Something that must always hold of what is stored, recomputed from the ground up; every class that implements it is found and run by <c>verify</c> and by the nightly proof.</summary>
public interface IProof
{
    /// <summary>What is proved, in words.</summary>
    string Name { get; }

    /// <summary>Recomputes and compares.</summary>
    Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct);
}

/// <summary>What a proof found.</summary>
/// <param name="Name">What was proved.</param>
/// <param name="Checked">How much was looked at, in words.</param>
/// <param name="Faults">One sentence each, with the place; empty when all is well.</param>
public sealed record ProofResult(string Name, Saying Checked, IReadOnlyList<string> Faults)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Holds => Faults.Count == 0;
}
