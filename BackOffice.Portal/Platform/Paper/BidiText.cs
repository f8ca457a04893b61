using System.Globalization;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>
/// Finds the direction of every character of a line of mixed scripts: the Unicode bidirectional algorithm (UAX 9)
/// without its explicit embedding marks, which names and sentences of an office do not contain.
/// </summary>
internal static class BidiText
{
    private enum Kind : byte { Left, Right, Arabic, EuropeanNumber, ArabicNumber, Sign, Terminator, Separator, Mark, Neutral }

    /// <summary>The embedding level of every UTF-16 unit; odd levels run from right to left.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="rightToLeft">The direction where no letter tells another.</param>
    public static byte[] Levels(string text, bool rightToLeft)
    {
        var kinds = new Kind[text.Length];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = KindOf(text, i);
        var first = Array.Find(kinds, k => k is Kind.Left or Kind.Right or Kind.Arabic);
        var outside = kinds.Any(k => k is Kind.Left or Kind.Right or Kind.Arabic) ? first != Kind.Left : rightToLeft;
        var start = outside ? Kind.Right : Kind.Left;
        ResolveWeak(kinds, start);
        ResolveNeutral(kinds, start);
        var level = (byte)(outside ? 1 : 0);
        return Array.ConvertAll(kinds, k => k switch
        {
            Kind.Left => (byte)(level == 0 ? 0 : 2),
            Kind.Right => (byte)1,
            _ => (byte)2,
        });
    }

    /// <summary>The pieces of a line in the order in which they are drawn from left to right.</summary>
    public static List<(int Start, int Length, bool RightToLeft)> Visual(byte[] levels, int start, int length)
    {
        var runs = new List<(int Start, int Length, byte Level)>();
        for (var i = start; i < start + length;)
        {
            var from = i;
            while (i < start + length && levels[i] == levels[from]) i++;
            runs.Add((from, i - from, levels[from]));
        }
        for (var level = runs.Count == 0 ? 0 : runs.Max(r => r.Level); level > 0; level--)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var from = i;
                while (i < runs.Count && runs[i].Level >= level) i++;
                runs.Reverse(from, i - from);
            }
        }
        return runs.ConvertAll(r => (r.Start, r.Length, r.Level % 2 == 1));
    }

    // W1 to W7.
    private static void ResolveWeak(Kind[] kinds, Kind start)
    {
        var (strong, previous) = (start, start);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == Kind.Mark) kinds[i] = previous;
            if (kinds[i] is Kind.Left or Kind.Right or Kind.Arabic) strong = kinds[i];
            if (kinds[i] == Kind.EuropeanNumber && strong == Kind.Arabic) kinds[i] = Kind.ArabicNumber;
            previous = kinds[i];
        }
        for (var i = 1; i + 1 < kinds.Length; i++)
        {
            if (kinds[i] is not (Kind.Sign or Kind.Separator) || kinds[i - 1] != kinds[i + 1]) continue;
            if (kinds[i - 1] == Kind.EuropeanNumber || (kinds[i - 1] == Kind.ArabicNumber && kinds[i] == Kind.Separator)) kinds[i] = kinds[i - 1];
        }
        for (var i = 1; i < kinds.Length; i++)
            if (kinds[i] == Kind.Terminator && kinds[i - 1] == Kind.EuropeanNumber) kinds[i] = Kind.EuropeanNumber;
        for (var i = kinds.Length - 2; i >= 0; i--)
            if (kinds[i] == Kind.Terminator && kinds[i + 1] == Kind.EuropeanNumber) kinds[i] = Kind.EuropeanNumber;
        strong = start;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Kind.Sign or Kind.Separator or Kind.Terminator) kinds[i] = Kind.Neutral;
            if (kinds[i] == Kind.Arabic) kinds[i] = Kind.Right;
            if (kinds[i] is Kind.Left or Kind.Right) strong = kinds[i];
            else if (kinds[i] == Kind.EuropeanNumber && strong == Kind.Left) kinds[i] = Kind.Left;
        }
    }

    // N1 and N2; numbers count as running from right to left.
    private static void ResolveNeutral(Kind[] kinds, Kind start)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != Kind.Neutral) continue;
            var end = i;
            while (end < kinds.Length && kinds[end] == Kind.Neutral) end++;
            var before = i == 0 ? start : Side(kinds[i - 1]);
            var after = end == kinds.Length ? start : Side(kinds[end]);
            Array.Fill(kinds, before == after ? before : start, i, end - i);
            i = end - 1;
        }
    }

    private static Kind Side(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;

    private static Kind KindOf(string text, int index)
    {
        var c = text[index];
        switch (c)
        {
            case >= '0' and <= '9' or >= '\u06f0' and <= '\u06f9': return Kind.EuropeanNumber;
            case >= '\u0660' and <= '\u0669' or '\u066b' or '\u066c': return Kind.ArabicNumber;
            case '+' or '-' or '\u2212': return Kind.Sign;
            case ',' or '.' or '/' or ':' or '\u00a0' or '\u060c' or '\u202f': return Kind.Separator;
            case '#' or '%' or '\u00b0' or '\u066a' or '\u2030': return Kind.Terminator;
            case '\u200e': return Kind.Left;
            case '\u200f': return Kind.Right;
        }
        return CharUnicodeInfo.GetUnicodeCategory(text, index) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Mark,
            UnicodeCategory.CurrencySymbol => Kind.Terminator,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber => Letter(c),
            // The second half of a surrogate pair goes with the first.
            UnicodeCategory.Surrogate when index > 0 && char.IsLowSurrogate(c) => KindOf(text, index - 1),
            _ => Kind.Neutral,
        };
    }

    private static Kind Letter(char c) => c switch
    {
        >= '\u0590' and <= '\u05ff' or >= '\u07c0' and <= '\u085f' or >= '\ufb1d' and <= '\ufb4f' => Kind.Right,
        >= '\u0600' and <= '\u07bf' or >= '\u0860' and <= '\u08ff' or >= '\ufb50' and <= '\ufdff' or >= '\ufe70' and <= '\ufeff' => Kind.Arabic,
        _ => Kind.Left,
    };
}
