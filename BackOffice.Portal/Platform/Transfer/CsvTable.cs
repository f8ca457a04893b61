using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>A table in a text file: comma, semicolon, tab or bar between the cells, the titles in the first row.</summary>
public sealed class CsvTable : Table
{
    /// <summary>What may stand between two cells.</summary>
    public static IReadOnlyList<char> Delimiters { get; } = [',', ';', '\t', '|'];

    private readonly string _path;
    private readonly bool _hasDelimiterLine;

    /// <summary>Opens a file; what is not given is found out.</summary>
    /// <exception cref="RuleBroken">The file is empty or not a table.</exception>
    public CsvTable(string path, string? encoding = null, char? delimiter = null)
    {
        _path = path;
        using (var file = File.OpenRead(path)) EncodingName = encoding ?? TextEncoding.Detect(file);
        var sample = Damage.Named(Sample, EncodingName);
        _hasDelimiterLine = sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 4;
        if (delimiter is null && _hasDelimiterLine) delimiter = sample[4];
        Delimiter = delimiter ?? Delimiters.MaxBy(d => Likeness(sample, d));
        Columns = DistinctTitles(Damage.Named(Titles, EncodingName).Select(Cell.Shorten));
    }

    /// <summary>The encoding in use, as <see cref="TextEncoding.Names"/> lists them.</summary>
    public string EncodingName { get; }

    /// <summary>The delimiter in use.</summary>
    public char Delimiter { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IEnumerable<TableRow> Rows() => Damage.Named(ReadRows(), EncodingName);

    private IEnumerable<TableRow> ReadRows()
    {
        using var text = OpenText();
        var csv = Open(text);
        for (var titles = true; Next(csv); titles = false)
            if (!titles) yield return Row(csv);
        if (csv.Broken is { } broken) throw new RuleBroken(broken);
    }

    private TableRow Row(CsvReader csv)
    {
        var count = csv.Cells.Count;
        while (count > Columns.Count && string.IsNullOrWhiteSpace(csv.Cells[count - 1])) count--;
        var fault = csv.Fault;
        if (count > Columns.Count) fault ??= new Fault(null, "Line {0} has {1} cells, but there are {2} columns. Quote cells that contain the delimiter.", csv.Line, count, Columns.Count);
        else if (count < Columns.Count) fault ??= new Fault(null, "Line {0} has only {1} cells, but there are {2} columns. Add the missing delimiters.", csv.Line, count, Columns.Count);
        var cells = new Cell[Columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = i < count ? new Cell(csv.Cells[i]) : Cell.Empty;
        return new TableRow(csv.Line, cells, fault);
    }

    private List<string> Titles()
    {
        using var text = OpenText();
        var csv = Open(text);
        var any = Next(csv);
        if (csv.Broken is { } broken) throw new RuleBroken(broken);
        Rule.Require(any, "The file is empty. Its first row has to hold the titles of the columns.");
        if (csv.Fault is { } fault) throw new RuleBroken(fault);
        while (csv.Cells.Count > 1 && string.IsNullOrWhiteSpace(csv.Cells[^1])) csv.Cells.RemoveAt(csv.Cells.Count - 1);
        return csv.Cells;
    }

    // Rows of nothing but delimiters are what spreadsheets leave behind at the end of a file.
    private static bool Next(CsvReader csv)
    {
        while (csv.Read())
            if (csv.Fault is not null || csv.Cells.Exists(c => !string.IsNullOrWhiteSpace(c))) return true;
        return false;
    }

    private StreamReader OpenText()
    {
        var text = new StreamReader(_path, TextEncoding.Find(EncodingName), detectEncodingFromByteOrderMarks: false, 65_536);
        if (text.Peek() == '\ufeff') _ = text.Read();
        if (_hasDelimiterLine) text.ReadLine();
        return text;
    }

    private CsvReader Open(StreamReader text) => new(text, Delimiter, _hasDelimiterLine ? 2 : 1);

    private string Sample()
    {
        using var text = OpenText();
        var sample = new char[65_536];
        return new string(sample, 0, text.ReadBlock(sample));
    }

    // How much the text looks like a table with this delimiter: rows of equal length count, and count more the wider they are.
    private static int Likeness(string sample, char delimiter)
    {
        var csv = new CsvReader(new StringReader(sample), delimiter);
        var widths = new List<int>();
        while (widths.Count < 100 && Next(csv)) widths.Add(csv.Cells.Count);
        return widths.Count == 0 || widths[0] == 1 ? 0 : widths.Count(w => w == widths[0]) * 100 / widths.Count * Math.Min(widths[0], 20);
    }
}
