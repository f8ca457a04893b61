using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Recomputes everything that must hold and says what does not.</summary>
internal sealed class VerifyErrand : Errand
{
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Option<bool> _json = new("--json") { Description = "Answer in JSON." };

    /// <summary>An errand with an option for scripts.</summary>
    public VerifyErrand() : base("verify", "Recomputes stored balances, numbers, the audit trail and files, and names every difference. Ends with 1 when there is one.") => Add(_json);

    /// <inheritdoc/>
    public override DatabaseNeed Needs => DatabaseNeed.Existing;

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(ParseResult asked, IServiceProvider house, TextWriter output, CancellationToken ct)
    {
        var results = await house.GetRequiredService<Verification>().RunAsync(ct);
        if (asked.GetValue(_json))
            await output.WriteLineAsync(JsonSerializer.Serialize(new { Holds = results.All(r => r.Holds), Proofs = results.Select(r => new { r.Name, Checked = r.Checked.Text, r.Holds, r.Faults }) }, Pretty));
        else
            await WriteAsync(results, output);
        return results.All(r => r.Holds) ? ExitCode.Fine : ExitCode.Fault;
    }

    /// <summary>Prints what was proved, the faults under their proof.</summary>
    internal static async Task WriteAsync(IReadOnlyList<ProofResult> results, TextWriter output)
    {
        foreach (var result in results)
        {
            await output.WriteLineAsync($"{(result.Holds ? "ok   " : "FAULT")} {result.Name}: {result.Checked}");
            foreach (var fault in result.Faults) await output.WriteLineAsync($"      {fault}");
        }
        var faults = results.Sum(r => r.Faults.Count);
        await output.WriteLineAsync(faults == 0 ? $"{results.Count} proofs, no difference." : $"{faults} faults in {results.Count(r => !r.Holds)} of {results.Count} proofs.");
    }
}
