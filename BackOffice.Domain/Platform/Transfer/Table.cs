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
    /// <summary>Characters a cell may hold; the same limit that spreadsheets have.</summary>
    public const int Longest = 32_767;

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
    // Among so many rows the titles are looked for.
    private const int Head = 20;

    /// <summary>The number of the row that holds the titles; what stands above it is left out.</summary>
    public abstract int TitleRow { get; }

    /// <summary>The titles of the columns, every one different and none empty.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the rows from the first on, never more than a few at a time; empty rows are left out.</summary>
    /// <exception cref="RuleBroken">The file cannot be read on from here.</exception>
    public abstract IEnumerable<TableRow> Rows();

    /// <summary>
    /// The row with the titles: the wanted one, or the first. A first row that fills much less than the table is wide is a heading;
    /// then it is the first row of words that is wide enough.
    /// </summary>
    /// <exception cref="RuleBroken">The wanted row is empty.</exception>
    protected static TableRow? FindTitles(IEnumerable<TableRow> rows, int? wanted)
    {
        if (wanted is { } number) return rows.TakeWhile(r => r.Number <= number).LastOrDefault(r => r.Number == number) ?? throw new RuleBroken(new Fault(null, "Row {0} is empty. Name the row that holds the titles of the columns.", number));
        var head = rows.Take(Head).ToList();
        if (head.Count == 0) return null;
        var widest = head.Max(Filled);
        bool IsWide(TableRow row) => Filled(row) * 3 >= widest * 2;
        return IsWide(head[0]) ? head[0] : head.Find(r => IsWide(r) && r.Cells.All(IsWordy)) ?? head[0];
    }

    private static int Filled(TableRow row) => row.Cells.Count(c => !c.IsEmpty);

    private static bool IsWordy(Cell cell) => cell.IsEmpty || (cell.Kind == CellKind.Text && cell.Text.Any(char.IsLetter));

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
