using System.Globalization;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Characters that nobody sees and that make two equal codes differ: blanks, byte order marks, zero-width and direction marks.</summary>
public static class InvisibleText
{
    /// <summary>True for blanks, controls and format marks.</summary>
    public static bool Is(char c) => c switch
    {
        > ' ' and < '\u007f' => false,
        _ => char.IsWhiteSpace(c) || char.IsControl(c) || IsMark(c),
    };

    /// <summary>True for marks without a width: zero-width space and joiners, byte order mark, direction marks, soft hyphen.</summary>
    public static bool IsMark(char c) => c >= '\u00ad' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>Without invisible characters at either end; the joiners inside an Urdu or Persian word stay.</summary>
    public static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && Is(text[start])) start++;
        while (end > start && Is(text[end - 1])) end--;
        return start == 0 && end == text.Length ? text : text[start..end];
    }
}
