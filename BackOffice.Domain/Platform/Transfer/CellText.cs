using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Reads words: texts, yes and no, and one of a list.</summary>
public static class CellText
{
    internal const string SpreadsheetError = "\"{0}\" is an error of the spreadsheet. Mend the formula or clear the cell.";

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "1", "-1", "true", "t", "yes", "y", "x", "\u2713", "\u2714", "on", "ja", "j", "wahr", "oui", "vrai", "s\u00ed", "si", "ہاں", "جی ہاں" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "0", "false", "f", "no", "n", "-", "off", "nein", "falsch", "non", "faux", "نہیں" };
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Enum>> Words = new();

    /// <summary>Reads a text: without invisible characters at its ends and without the apostrophe of <see cref="FormulaGuard"/>.</summary>
    public static bool TryRead(Cell cell, int longest, out string text, [NotNullWhen(false)] out Fault? fault)
    {
        text = "";
        fault = null;
        var read = FormulaGuard.Unguard(InvisibleText.Trim(cell.Text));
        if (cell.Kind == CellKind.Error) fault = new Fault(null, SpreadsheetError, cell.Shown);
        else if (read.Length > longest) fault = new Fault(null, "\"{0}\" has {1} characters. Shorten it to {2}.", cell.Shown, read.Length, longest);
        else if (read.AsSpan().ContainsAnyInRange('\0', '\u0008')) fault = new Fault(null, "\"{0}\" contains a control character. Remove it.", new string([.. cell.Shown.Where(c => !char.IsControl(c))]));
        else text = read;
        return fault is null;
    }

    /// <summary>Reads yes or no.</summary>
    public static bool TryRead(Cell cell, out bool answer, [NotNullWhen(false)] out Fault? fault)
    {
        var word = InvisibleText.Trim(cell.Text);
        answer = Yes.Contains(word);
        fault = answer || No.Contains(word) ? null : new Fault(null, "\"{0}\" is neither yes nor no. Enter one of them.", cell.Shown);
        return fault is null;
    }

    /// <summary>Reads one of a list of words, without regard to case, blanks and hyphens.</summary>
    public static bool TryRead(Cell cell, Type list, [NotNullWhen(true)] out Enum? choice, [NotNullWhen(false)] out Fault? fault)
    {
        var words = Words.GetOrAdd(list, static type => Enum.GetValues(type).Cast<Enum>().ToDictionary(v => v.ToString(), StringComparer.OrdinalIgnoreCase));
        var word = string.Concat(cell.Text.Where(char.IsLetterOrDigit));
        fault = words.TryGetValue(word, out choice) ? null : new Fault(null, "\"{0}\" is not known here. Enter one of: {1}.", cell.Shown, string.Join(", ", words.Keys));
        return fault is null;
    }
}
