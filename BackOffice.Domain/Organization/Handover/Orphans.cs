namespace BackOffice.Domain.Organization.Handover;

/// <summary>Work of one sort that would be left without anybody.</summary>
/// <param name="Words">What sort, in the plural.</param>
/// <param name="Records">The most urgent ones.</param>
/// <param name="More">There are more than these.</param>
public sealed record Orphans(string Words, IReadOnlyList<OwnedRecord> Records, bool More)
{
    private const int Shown = 50;

    private static readonly IReadOnlyList<IOwnedWork> All =
    [
        .. typeof(IOwnedWork).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IOwnedWork)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IOwnedWork)Activator.CreateInstance(t)!),
    ];

    /// <summary>What would be left, sort by sort; sorts of which there is nothing are missing.</summary>
    internal static async Task<IReadOnlyList<Orphans>> FindAsync(BackOfficeDb db, Leaving leaving, CancellationToken ct)
    {
        var found = new List<Orphans>();
        foreach (var work in All)
        {
            var records = await work.FindAsync(db, leaving, Shown + 1, ct);
            if (records.Count > 0) found.Add(new Orphans(work.Words, [.. records.Take(Shown)], records.Count > Shown));
        }
        return found;
    }

    /// <summary>Hands everything that would be left to somebody, who must be named when there is anything.</summary>
    internal static async Task HandOverAsync(BackOfficeDb db, Leaving leaving, long? toPersonId, string name, CancellationToken ct)
    {
        if (toPersonId is { } to)
        {
            foreach (var work in All) await work.HandOverAsync(db, leaving, to, ct);
            return;
        }
        var left = await FindAsync(db, leaving, ct);
        Rule.RequireField("SuccessorId", left.Count == 0, "Something of {0} would be left without anybody: {1}. Choose who takes it over.", name, left.Count == 0 ? "" : left[0].Records[0].Title);
    }
}
