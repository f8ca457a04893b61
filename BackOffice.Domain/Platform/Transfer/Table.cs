namespace BackOffice.Domain.Platform.Transfer;

/// <summary>How a cell was written in its file.</summary>
public enum CellKind
{
    /// <summary>As text; a number or a date in it still has to be read.</summary>
    Text,

    /// <summary>As a number without any notation: plain digits with a decimal point.</summary>
    Number,

    /// <summary>A formula that the spreadsheet could not compute, such as #N/A.</summary>
    Error,
}

/// <summary>One cell of a table from outside.</summary>
/// <param name="Text">What stands in it; dates of a spreadsheet in ISO form.</param>
/// <param name="Kind">How it was written.</param>
public readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new("");

    /// <summary>True when nothing but blanks stands in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text, shortened so that a sentence about it stays readable.</summary>
    public string Shown => Shorten(Text);

    /// <summary>At most 60 characters on one line, without cutting a character in two.</summary>
    public static string Shorten(string text)
    {
        var shown = text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[56]) ? 56 : 57)] + "...";
        return shown.AsSpan().ContainsAnyInRange('\0', '\u001f') ? string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)) : shown;
    }
}

/// <summary>One row of a table from outside.</summary>
/// <param name="Number">The row's number as a person sees it: the line of a text file at which the row begins, the row of a spreadsheet.</param>
/// <param name="Cells">As many as the table has columns.</param>
/// <param name="Fault">Why the row as a whole cannot be used, or null.</param>
public sealed record TableRow(int Number, Cell[] Cells, Fault? Fault = null);

/// <summary>A table from outside: named columns, and rows that are read one after the other and can be read again.</summary>
public abstract class Table
{
    /// <summary>The titles of the columns, every one different and none empty.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the rows from the first on, never more than a few at a time; empty rows are left out.</summary>
    /// <exception cref="RuleBroken">The file cannot be read on from here.</exception>
    public abstract IEnumerable<TableRow> Rows();

    /// <summary>Titles as they can be told apart: nameless columns take their letter, repeated ones a number.</summary>
    public static IReadOnlyList<string> DistinctTitles(IEnumerable<string> titles)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<string>();
        foreach (var title in titles)
        {
            var name = InvisibleText.Trim(title);
            if (name.Length == 0) name = "Column " + Letters(distinct.Count + 1);
            var unique = name;
            for (var n = 2; !seen.Add(unique); n++) unique = FormattableString.Invariant($"{name} ({n})");
            distinct.Add(unique);
        }
        return distinct;
    }

    /// <summary>The spreadsheet's name of a column: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
