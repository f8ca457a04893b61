using BackOffice.Domain.Platform.Rights;
using Bogus;

namespace BackOffice.Portal.Platform.Demo;

/// <summary>A company to try the portal with: the same on every machine, entered through the same door as everything.</summary>
public sealed class DemoCompany(IServiceProvider services, Office office)
{
    private const int Seed = 20_261_123;

    /// <summary>Fills an empty database.</summary>
    /// <exception cref="RuleBroken">There are records already.</exception>
    public async Task FillAsync(TextWriter output, CancellationToken ct)
    {
        var present = await PresentAsync(ct);
        Rule.Require(present is null, "The database holds records already ({0}). The demo company is only for an empty one.", present);
        foreach (var samples in typeof(ISamples).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISamples))).Select(t => (ISamples)ActivatorUtilities.CreateInstance(services, t)).OrderBy(s => s.Order))
        {
            await output.WriteLineAsync($"  {samples.Words}");
            // Each part has its own chance, so that one more record in a domain does not change all others.
            await samples.FillAsync(new Faker("en") { Random = new Randomizer(Seed + samples.Order) }, ct);
        }
    }

    /// <summary>A kind of business record that the database holds, or null when it is empty.</summary>
    private Task<string?> PresentAsync(CancellationToken ct) => office.ReadAsync(PlatformPermissions.Audit, async db =>
    {
        foreach (var (_, kind) in RecordKinds.All.OrderBy(k => k.Value.Number))
        {
            if (!kind.Kind.StartsWith("platform.", StringComparison.Ordinal) && await db.Set<BackOffice.Domain.Platform.Audit.AuditEntry>().AnyAsync(a => a.Kind == kind.Kind, ct)) return kind.Kind;
        }
        return null;
    }, ct);
}
