using System.Globalization;
using System.Text;

namespace BackOffice.Domain.Tasks.Work;

/// <summary>The order of tasks inside a column: between any two keys there is room for another one, so a move writes one row.</summary>
/// <remarks>Ten digits and then any number more, none of which ends in 0. Digits only: on their order every collation of every database agrees.</remarks>
public static class RankKey
{
    private const int Whole = 10;

    /// <summary>Longer keys are not kept; the column is numbered anew instead.</summary>
    public const int Longest = 60;

    /// <summary>The key of the only task of a column.</summary>
    public static string First { get; } = At(0);

    /// <summary>The key of the task at a place, in a column that is numbered anew.</summary>
    public static string At(int place) => (5_000_000_000 + place).ToString(CultureInfo.InvariantCulture);

    /// <summary>A key that comes after one and before another; nothing means the end.</summary>
    public static string Between(string? before, string? after) => (before, after) switch
    {
        (null, null) => First,
        (_, null) => (Number(before) + 1).ToString($"D{Whole}", CultureInfo.InvariantCulture),
        (null, _) => (Number(after) - 1).ToString($"D{Whole}", CultureInfo.InvariantCulture),
        _ => Middle(before, after),
    };

    private static long Number(string key) => long.Parse(key.AsSpan(0, Whole), CultureInfo.InvariantCulture);

    private static string Middle(string before, string after)
    {
        if (string.CompareOrdinal(before, after) >= 0) throw new ArgumentException($"{before} does not come before {after}.", nameof(before));
        var key = new StringBuilder();
        var bounded = true;
        for (var i = 0; ; i++)
        {
            var low = i < before.Length ? before[i] - '0' : 0;
            var high = bounded ? after[i] - '0' : 10;
            if (high - low > 1)
            {
                key.Append((char)('0' + ((low + high) / 2)));
                return key.ToString().PadRight(Whole, '0');
            }
            key.Append((char)('0' + low));
            bounded &= low == high;
        }
    }
}
