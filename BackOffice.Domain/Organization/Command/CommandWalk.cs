using System.Runtime.InteropServices;

namespace BackOffice.Domain.Organization.Command;

/// <summary>A position reports to another one on the days from <paramref name="From"/> to before <paramref name="Until"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SolidLine(long Position, long Superior, DateOnly From, DateOnly Until);

/// <summary>A position stands above another one on those days, so many lines away.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rank(long Above, long Below, int Depth, DateOnly From, DateOnly Until);

/// <summary>Walks up the solid lines day by day: everybody above a position, as long as each line on the way holds.</summary>
internal static class CommandWalk
{
    /// <summary>Everybody above a position. Whoever comes back to where he started stands above himself: that circle is in the answer, once.</summary>
    public static List<Rank> Above(long position, ILookup<long, SolidLine> lines)
    {
        var found = new List<Rank>();
        var path = new HashSet<long> { position };
        Climb(position, 1, DateOnly.MinValue, DateOnly.MaxValue);
        return Joined(found);

        void Climb(long from, int depth, DateOnly first, DateOnly end)
        {
            foreach (var line in lines[from])
            {
                var (start, until) = (line.From > first ? line.From : first, line.Until < end ? line.Until : end);
                if (start >= until) continue;
                if (line.Superior == position || path.Add(line.Superior))
                {
                    found.Add(new Rank(line.Superior, position, depth, start, until));
                    if (line.Superior == position) continue;
                    Climb(line.Superior, depth + 1, start, until);
                    path.Remove(line.Superior);
                }
            }
        }
    }

    // A placement that changed the department only leaves the command as it was.
    private static List<Rank> Joined(List<Rank> ranks)
    {
        var joined = new List<Rank>(ranks.Count);
        foreach (var rank in ranks.OrderBy(r => r.Above).ThenBy(r => r.Depth).ThenBy(r => r.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && (last.Above, last.Depth, last.Until) == (rank.Above, rank.Depth, rank.From)) joined[^1] = last with { Until = rank.Until };
            else joined.Add(rank);
        }
        return joined;
    }
}
