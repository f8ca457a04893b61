namespace BackOffice.Domain.Organization.Deputies;

/// <summary>Who stands in for whom on one day: A to B to C is followed, whoever is away is passed over, a circle ends where it began.</summary>
/// <remarks>Two questions to the database whatever is asked; everything else is answered from what they brought.</remarks>
public sealed class StandIns
{
    private readonly ILookup<long, long> _deputies;
    private readonly ILookup<long, long> _represented;
    private readonly HashSet<long> _away;

    internal StandIns(IEnumerable<(long For, long Deputy)> pairs, IEnumerable<long> away)
    {
        var all = pairs.Distinct().ToList();
        (_deputies, _represented, _away) = (all.ToLookup(p => p.For, p => p.Deputy), all.ToLookup(p => p.Deputy, p => p.For), [.. away]);
    }

    /// <summary>Reads who stands in for whom on a day.</summary>
    public static async Task<StandIns> OnAsync(BackOfficeDb db, DateOnly day, DeputyScope scope, CancellationToken ct)
    {
        var pairs = await db.Set<Deputy>().AsNoTracking().Where(d => d.FromOn <= day && (d.ToOn == null || d.ToOn >= day) && (d.Scope == DeputyScope.Both || d.Scope == scope))
            .OrderBy(d => d.Id).Select(d => new { d.ForPersonId, d.DeputyPersonId }).ToListAsync(ct);
        var away = await db.Set<Absence>().Where(a => a.FromOn <= day && a.ToOn >= day).Select(a => a.PersonId).ToListAsync(ct);
        return new StandIns(pairs.Select(p => (p.ForPersonId, p.DeputyPersonId)), away);
    }

    /// <summary>Whether somebody is away on that day.</summary>
    public bool IsAway(long personId) => _away.Contains(personId);

    /// <summary>Everybody who may act for a person and is at work, the nearest first; not the person himself.</summary>
    public IReadOnlyList<long> For(long personId) => Follow(personId, _deputies, passOver: true);

    /// <summary>Everybody for whom a person may act, the nearest first; nobody while he is away himself.</summary>
    public IReadOnlyList<long> WhomFor(long personId) => IsAway(personId) ? [] : Follow(personId, _represented, passOver: false);

    private List<long> Follow(long from, ILookup<long, long> along, bool passOver)
    {
        var found = new List<long>();
        var seen = new HashSet<long> { from };
        var next = new Queue<long>([from]);
        while (next.TryDequeue(out var person))
        {
            foreach (var other in along[person].Where(seen.Add))
            {
                next.Enqueue(other);
                if (!passOver || !IsAway(other)) found.Add(other);
            }
        }
        return found;
    }
}
