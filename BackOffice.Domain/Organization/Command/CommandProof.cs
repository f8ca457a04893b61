using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Organization.Command;

/// <summary>The stored chain of command is what a walk over all placements finds, and nobody stands above himself.</summary>
public sealed class CommandProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Chain of command";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var lines = await CommandClosure.AllLinesAsync(db, ct);
        var walked = lines.SelectMany(l => CommandWalk.Above(l.Key, lines)).ToHashSet();
        var faults = walked.Where(r => r.Above == r.Below).Select(r => $"position {r.Below} stands above itself from {r.From:yyyy-MM-dd} on.").ToList();
        var stored = 0;
        await foreach (var link in db.Set<CommandLink>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            stored++;
            var rank = new Rank(link.AboveId, link.BelowId, link.Depth, link.FromOn, link.End());
            if (!walked.Remove(rank)) faults.Add($"{Words(rank)} is stored, but the placements do not say so.");
        }
        faults.AddRange(walked.Where(r => r.Above != r.Below).Select(r => $"{Words(r)} is missing."));
        return new ProofResult(Name, new Saying("{0:N0} links", stored), [.. faults.Take(1000)]);
    }

    private static string Words(Rank rank) => $"position {rank.Above} above {rank.Below} at depth {rank.Depth} from {rank.From:yyyy-MM-dd} until {rank.Until:yyyy-MM-dd}";
}

/// <summary>No seat is held by two people on one day, and nobody has two positions of his own.</summary>
public sealed class HoldingProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Holders of positions";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var holdings = db.Set<Holding>();
        var pairs = from a in holdings
                    from b in holdings
                    where a.Id < b.Id && (a.PositionId == b.PositionId || (a.PersonId == b.PersonId && !a.Besides && !b.Besides))
                        && (b.UntilOn == null || a.FromOn < b.UntilOn) && (a.UntilOn == null || b.FromOn < a.UntilOn)
                    select new { First = a.Id, Second = b.Id, a.PositionId, Seat = a.PositionId == b.PositionId, a.PersonId };
        var wrong = await pairs.OrderBy(p => p.First).Take(1000).ToListAsync(ct);
        return new ProofResult(Name, new Saying("{0:N0} holdings", await holdings.CountAsync(ct)), [.. wrong.Select(w => w.Seat
            ? $"position {w.PositionId} is held twice at a time (holdings {w.First} and {w.Second})."
            : $"person {w.PersonId} has two positions of his own at a time (holdings {w.First} and {w.Second}).")]);
    }
}
