namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Keeps texts that leave the office from being run as a formula by whoever opens the file in a spreadsheet.</summary>
/// <remarks>
/// A guarded text carries a leading apostrophe, which spreadsheets read as "this is text".
/// Guarding is undone when the file comes back: <c>Unguard(Guard(x)) == x</c> for every text, so a round trip changes nothing.
/// </remarks>
public static class FormulaGuard
{
    /// <summary>The text with an apostrophe before it when a spreadsheet might run it.</summary>
    public static string Guard(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="Guard"/>.</summary>
    public static string Unguard(string text) => text is ['\'', ..] && IsDangerous(text.AsSpan(1)) ? text[1..] : text;

    /// <summary>
    /// True when the first character that counts starts a formula. Blanks, quotes and invisible marks before it do not count:
    /// spreadsheets and the tools between them drop one or the other.
    /// </summary>
    public static bool IsDangerous(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsLeadIn(c)) return true;
            if (!IsSkipped(c)) return false;
        }
        return false;
    }

    // Tab, carriage return and line feed count themselves: some spreadsheets start a new cell behind them.
    private static bool IsLeadIn(char c) => c is '=' or '+' or '-' or '@' or '|' or '%' or '\t' or '\r' or '\n'
        or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' or '\ufe66' or '\ufe62' or '\ufe63' or '\ufe6b' or '\u2212' or '\uff5c' or '\uff05';

    private static bool IsSkipped(char c) => InvisibleText.Is(c) || c is '\'' or '"' or '`' or '\u00b4'
        or '\u2018' or '\u2019' or '\u201a' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '\uff07' or '\uff02' or ';' or ',';
}
