using System.Text;

namespace BackOffice.Portal.Inventory.Items;

/// <summary>Bars of a Code 128 barcode, as every scanner of a stock room reads it.</summary>
public static class Code128
{
    private const int StartB = 104;
    private const string Stop = "2331112";

    // Widths of bar, space, bar, space, bar, space of every symbol (ISO/IEC 15417).
    private static readonly string[] Widths = ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 "
        + "221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 "
        + "231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
        + "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
        + "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 "
        + "114131 311141 411131 211412 211214 211232").Split(' ');

    /// <summary>Whether a text can be written in it: printable characters of ASCII.</summary>
    public static bool CanWrite(string text) => text.Length > 0 && text.All(c => c is >= ' ' and <= '~');

    /// <summary>The values of the symbols: start, characters, check.</summary>
    public static IReadOnlyList<int> Symbols(string text)
    {
        var values = text.Select(c => c - ' ').ToList();
        var check = (StartB + values.Select((value, i) => value * (i + 1)).Sum()) % 103;
        return [StartB, .. values, check];
    }

    /// <summary>The bars as one SVG path on a grid of modules, and how many modules it is wide.</summary>
    public static (string Path, int Modules) Draw(string text)
    {
        var path = new StringBuilder();
        var x = 0;
        foreach (var (width, i) in (string.Concat(Symbols(text).Select(s => Widths[s])) + Stop).Select((c, i) => (c - '0', i)))
        {
            if (i % 2 == 0) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} 0h{width}v1h-{width}z");
            x += width;
        }

        return (path.ToString(), x);
    }
}
