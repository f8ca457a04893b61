using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>A table in a text file: comma, semicolon, tab or bar between the cells.</summary>
public sealed class CsvTable : Table
{
    private readonly string _path;

    /// <summary>Opens a file; what is not given is found out.</summary>
    /// <exception cref="RuleBroken">The file is empty or not a table.</exception>
    public CsvTable(string path, string? encoding = null, char? delimiter = null, int? titleRow = null)
    {
        _path = path;
        using (var file = File.OpenRead(path)) EncodingName = encoding ?? TextEncoding.Detect(file);
        (Delimiter, TitleRow, Columns) = Damage.Named(() => Open(delimiter, titleRow), EncodingName);
    }

    /// <summary>The encoding in use, as <see cref="TextEncoding.Names"/> lists them.</summary>
    public string EncodingName { get; }

    /// <summary>The delimiter in use.</summary>
    public char Delimiter { get; }

    /// <inheritdoc/>
    public override int TitleRow { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IEnumerable<TableRow> Rows() => Damage.Named(ReadRows(), EncodingName);

    private IEnumerable<TableRow> ReadRows()
    {
        using var records = new CsvRecords(_path, EncodingName, Delimiter);
        foreach (var row in records.Rows())
            if (row.Number > TitleRow) yield return Fit(row);
    }

    private TableRow Fit(TableRow row)
    {
        var (count, fault) = (row.Cells.Length, row.Fault);
        while (count > Columns.Count && row.Cells[count - 1].IsEmpty) count--;
        if (count > Columns.Count) fault ??= new Fault(null, "Line {0} has {1} cells, but there are {2} columns. Quote cells that contain the delimiter.", row.Number, count, Columns.Count);
        else if (count < Columns.Count) fault ??= new Fault(null, "Line {0} has only {1} cells, but there are {2} columns. Add the missing delimiters.", row.Number, count, Columns.Count);
        if (row.Cells.Length == Columns.Count) return row with { Fault = fault };
        var cells = new Cell[Columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = i < count ? row.Cells[i] : Cell.Empty;
        return new TableRow(row.Number, cells, fault);
    }

    private (char Delimiter, int TitleRow, IReadOnlyList<string> Columns) Open(char? delimiter, int? wanted)
    {
        using var records = new CsvRecords(_path, EncodingName, delimiter);
        var titles = FindTitles(records.Rows(), wanted) ?? throw new RuleBroken("The file is empty. Its first row has to hold the titles of the columns.");
        if (titles.Fault is { } fault) throw new RuleBroken(fault);
        return (records.Delimiter, titles.Number, DistinctTitles(titles.Cells.Select(c => c.Shown).Take(1 + Array.FindLastIndex(titles.Cells, c => !c.IsEmpty))));
    }
}
