using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using CsvHelper;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>The records of a text file as CsvHelper takes them apart, each with the line at which it begins and what is wrong with it.</summary>
internal sealed class CsvRecords : IDisposable
{
    private const int MostCells = 1_000;
    private const int LargestRecord = 8 * 1024 * 1024;

    private readonly CsvReader _csv;
    private readonly Dictionary<long, CsvMalformedReason> _malformed = [];

    /// <summary>Opens a file; without a delimiter it is found out from the first lines, or read from a first line "sep=;".</summary>
    public CsvRecords(string path, string encoding, char? delimiter)
    {
        var text = new StreamReader(path, TextEncoding.Find(encoding), detectEncodingFromByteOrderMarks: false, 65_536);
        if (text.Peek() == '\ufeff') _ = text.Read();
        _csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter, HasHeader = false, TrackLineNumbers = true, TrimWhitespace = true, MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => _malformed[record.LineNumber] = record.Reason,
        });
    }

    /// <summary>What stands between the cells; known once a row was read.</summary>
    public char Delimiter => _csv.Separator;

    /// <summary>The rows with anything in them; those of nothing but delimiters are what spreadsheets leave behind at the end of a file.</summary>
    /// <exception cref="RuleBroken">A quote is never closed.</exception>
    public IEnumerable<TableRow> Rows()
    {
        while (Next())
        {
            if (_csv.LineNumber == 1 && IsDelimiterLine()) continue;
            var row = Row((int)_csv.LineNumber);
            if (row.Fault is not null || row.Cells.Any(c => !c.IsEmpty)) yield return row;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private bool Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException tooLarge)
        {
            throw new RuleBroken(new Fault(null, "The row that begins in line {0} has more than {1} MB. A quote in it is probably never closed: close it, or double it if it belongs to the text.", tooLarge.LineNumber, LargestRecord >> 20));
        }
    }

    private TableRow Row(int line)
    {
        var fault = _malformed.Remove(line, out var reason) ? Malformed(line, reason) : null;
        var cells = new Cell[Math.Min(_csv.FieldCount, MostCells)];
        if (_csv.FieldCount > MostCells) fault ??= new Fault(null, "Line {0} has more than {1:N0} cells. Check the delimiter.", line, MostCells);
        for (var i = 0; i < cells.Length; i++)
        {
            var text = _csv.GetString(i);
            cells[i] = new Cell(text);
            if (text.Length > Cell.Longest)
                (cells[i], fault) = (Cell.Empty, fault ?? new Fault(null, "Line {0}, column {1}: the cell \"{2}\" has {3:N0} characters. A cell may hold {4:N0}.", line, i + 1, Cell.Shorten(text), text.Length, Cell.Longest));
            else if (text.Contains('\0', StringComparison.Ordinal))
                fault ??= new Fault(null, "Line {0}, column {1}: the cell contains a NUL character. Save the file as plain text again.", line, i + 1);
        }
        return new TableRow(line, cells, fault);
    }

    private Fault? Malformed(int line, CsvMalformedReason reason)
    {
        // A quote inside a cell that does not begin with one is an inch, and no fault.
        if (reason is CsvMalformedReason.StrayQuote) return null;
        if (reason is CsvMalformedReason.UnterminatedQuote)
        {
            var before = _csv.RawRecord[..^_csv.GetRawSpan(_csv.FieldCount - 1).Length];
            throw new RuleBroken(new Fault(null, "A quote opened in line {0}, column {1}, is never closed. Close it, or double it if it belongs to the text.", line + before.Count((byte)'\n'), _csv.FieldCount));
        }
        return new Fault(null, "Line {0}, column {1}: text follows a closing quote. Double every quote that belongs to the text.", line, Enumerable.Range(1, _csv.FieldCount).FirstOrDefault(i => IsOverrun(i - 1)));
    }

    private bool IsOverrun(int field)
    {
        var raw = Encoding.UTF8.GetString(_csv.GetRawSpan(field)).Trim();
        return raw.StartsWith('"') && raw != $"\"{_csv.GetString(field).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private bool IsDelimiterLine() => _csv.RawRecord is { Length: 4 or 5 } raw && Encoding.UTF8.GetString(raw).StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
