using System.Buffers;
using System.Globalization;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>A number as it was written, taken apart: its sign, its currency sign, and what remains of digits and separators.</summary>
internal readonly record struct WrittenNumber
{
    private const int Longest = 80;

    // What remains, in a small alphabet of its own: 0-9, '.' and ',' as they stood,
    // Group for a separator that can only part off thousands, Point for one that can only part off decimals.
    private const char Group = '_';
    private const char Point = 'd';

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("0123456789.,_d");
    private static readonly SearchValues<char> Simple = SearchValues.Create("0123456789.,");

    private readonly string _digits;
    private readonly bool _negative;

    private WrittenNumber(string digits, bool negative, string currency)
    {
        (_digits, _negative, Currency) = (digits, negative, currency);
        if (!digits.AsSpan().ContainsAnyInRange('0', '9') || digits.AsSpan().ContainsAnyExcept(Alphabet)) Wrong = WhyNot(digits);
        else if (!CanBe('.') && !CanBe(',')) Wrong = "\"{0}\" has its separators in odd places. Write it without thousands separators.";
        else Wrong = null;
    }

    /// <summary>The sentence that says why this is no number, or null.</summary>
    public string? Wrong { get; }

    /// <summary>The currency sign or code that stood beside the digits, or nothing.</summary>
    public string Currency { get; }

    /// <summary>True when it reads as a number with this decimal separator.</summary>
    public bool CanBe(char point)
    {
        var text = _digits.AsSpan();
        var at = text.IndexOfAny(point, Point);
        if (at < 0) return IsGrouped(text, point);
        return !text[(at + 1)..].ContainsAnyExceptInRange('0', '9') && (at == 0 || IsGrouped(text[..at], point));
    }

    /// <summary>True when either decimal separator is possible and the two readings differ.</summary>
    public bool HasTwoMeanings => CanBe('.') && CanBe(',') && _digits.AsSpan().ContainsAny('.', ',');

    /// <summary>The value with this decimal separator; false when it is larger than any decimal.</summary>
    public bool TryValue(char point, out decimal value)
    {
        Span<char> plain = stackalloc char[_digits.Length];
        var length = 0;
        foreach (var c in _digits)
            if (char.IsAsciiDigit(c)) plain[length++] = c;
            else if (c == Point || c == point) plain[length++] = '.';
        var read = decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        if (_negative) value = -value;
        return read;
    }

    /// <summary>Takes a cell apart.</summary>
    public static WrittenNumber Of(Cell cell)
    {
        var text = InvisibleText.Trim(cell.Text);
        if (text.Length > Longest) return new("", negative: false, "");
        // The spreadsheet's own number: nothing to guess.
        if (cell.Kind == CellKind.Number) return new(text.TrimStart('-').Replace('.', Point), text is ['-', ..], "");
        if (!text.AsSpan().ContainsAnyExcept(Simple)) return new(text, negative: false, "");

        // 1,500/- is how whole rupees are written in Pakistan and India.
        if (text is [_, .., '/', '-']) text = InvisibleText.Trim(text[..^2]);
        var negative = text is ['(', .., ')'];
        if (negative) text = InvisibleText.Trim(text[1..^1]);
        var currency = TakeCurrency(ref text);
        negative = negative || TakeMinus(ref text);
        if (currency.Length == 0) currency = TakeCurrency(ref text);
        else negative = negative || TakeMinus(ref text);
        return new(string.Concat(text.Where(c => !InvisibleText.IsMark(c)).Select(Plain)), negative, currency);
    }

    // 1,234,567 as most do, and 12,34,567 as it is written in Pakistan and India.
    private static bool IsGrouped(ReadOnlySpan<char> whole, char point)
    {
        var other = point == '.' ? ',' : '.';
        var at = whole.LastIndexOfAny(other, Group);
        if (at < 0) return !whole.ContainsAnyExceptInRange('0', '9');
        var separator = whole[at];
        if (whole[0] == '0' || whole.Length - at != 4) return false;
        var size = 0;
        for (var rest = whole[..at]; ; rest = rest[..at])
        {
            if (whole[(at + 1)..].IndexOfAnyExceptInRange('0', '9') is var end && end >= 0 && whole[at + 1 + end] != separator) return false;
            at = rest.LastIndexOf(separator);
            var group = rest.Length - at - 1;
            if (at < 0) return group >= 1 && group <= (size == 0 ? 3 : size) && !rest.ContainsAnyExceptInRange('0', '9');
            if (size == 0) size = group;
            if (group != size || size is not (2 or 3)) return false;
        }
    }

    private static string WhyNot(string digits)
    {
        if (digits is [.., '%']) return "\"{0}\" is a percentage. Enter a plain number.";
        var plain = digits.Replace(',', '.').Replace(Point, '.');
        if (digits.AsSpan().IndexOfAny('e', 'E') <= 0 || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return "\"{0}\" is not a number. Enter digits with at most one decimal separator.";
        return Math.Abs(value) > (double)Money.Largest ? NumberText.TooLarge : "\"{0}\" is written in scientific notation, which hides digits. Write it out.";
    }

    private static char Plain(char c) => c switch
    {
        '.' or ',' or 'e' or 'E' or '+' or '-' => c,
        '%' or '\u066a' => '%',
        '\u066b' => Point,
        '\u066c' or '\'' or '\u2019' => Group,
        _ when char.IsWhiteSpace(c) => Group,
        _ => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : '?',
    };

    private static bool TakeMinus(ref string text)
    {
        var negative = text.Length > 1 && (IsMinus(text[0]) || IsMinus(text[^1]));
        if (negative) text = InvisibleText.Trim(IsMinus(text[0]) ? text[1..] : text[..^1]);
        else if (text is ['+', _, ..]) text = InvisibleText.Trim(text[1..]);
        return negative;
    }

    private static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2013' or '\ufe63' or '\uff0d';

    private static string TakeCurrency(ref string text)
    {
        var (before, after) = (SignLength(text, atEnd: false), SignLength(text, atEnd: true));
        if (before + after == 0 || before + after >= text.Length) return "";
        var sign = before > 0 ? text[..before] : text[^after..];
        text = InvisibleText.Trim(before > 0 ? text[before..] : text[..^after]);
        return sign;
    }

    // A currency sign, an ISO code of three capital letters, or the rupee's "Rs.".
    private static int SignLength(string text, bool atEnd)
    {
        if (text.Length == 0) return 0;
        if (!atEnd && text.StartsWith("Rs", StringComparison.OrdinalIgnoreCase)) return text is [_, _, '.', ..] ? 3 : 2;
        if (char.GetUnicodeCategory(atEnd ? text[^1] : text[0]) == UnicodeCategory.CurrencySymbol) return 1;
        if (text.Length < 4 || char.IsLetter(atEnd ? text[^4] : text[3])) return 0;
        return (atEnd ? text.AsSpan(text.Length - 3) : text.AsSpan(0, 3)).ContainsAnyExceptInRange('A', 'Z') ? 0 : 3;
    }
}
