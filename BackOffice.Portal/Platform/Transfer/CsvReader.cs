using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Takes delimited text apart, one record at a time, and knows at which line it is.</summary>
/// <remarks>
/// Written here and not taken from CsvHelper because the person has to be told at which line an unclosed quote was opened,
/// and because one monstrous cell must reject its row instead of filling the memory or stopping the file.
/// </remarks>
public sealed class CsvReader(TextReader text, char delimiter, int firstLine = 1)
{
    /// <summary>Characters a cell may hold; the same limit that spreadsheets have.</summary>
    public const int LongestCell = 32_767;

    private const int MostCells = 1_000;

    private readonly char[] _buffer = new char[16_384];
    private readonly StringBuilder _cell = new();
    private int _length;
    private int _at;
    private int _line = firstLine;

    /// <summary>The cells of the record read last.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>The line at which that record began.</summary>
    public int Line { get; private set; }

    /// <summary>Why that record cannot be used, or null.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>Why nothing can be read any more, or null: a quote was opened and never closed.</summary>
    public Fault? Broken { get; private set; }

    /// <summary>Reads the next record; false at the end.</summary>
    public bool Read()
    {
        Cells.Clear();
        Fault = null;
        Line = _line;
        if (Peek() < 0) return false;
        while (ReadCell()) { }
        return Broken is null;
    }

    // True when another cell of the same record follows.
    private bool ReadCell()
    {
        _cell.Clear();
        var length = 0;
        var quoted = Peek() == '"';
        if (quoted) ReadQuoted(ref length);
        while (true)
        {
            var c = Take();
            if (c == delimiter || c is '\n' or '\r' or < 0)
            {
                if (c == '\r' && Peek() == '\n') Take();
                if (c is '\n' or '\r') _line++;
                Keep(length);
                return c == delimiter;
            }
            if (!quoted) Append((char)c, ref length);
            else if (c != ' ') Refuse("Line {0}, column {1}: text follows a closing quote. Double every quote that belongs to the text.", Line, Cells.Count + 1);
        }
    }

    private void ReadQuoted(ref int length)
    {
        var opened = _line;
        Take();
        while (true)
        {
            var c = Take();
            if (c < 0)
            {
                Broken = new Fault(null, "A quote opened in line {0}, column {1}, is never closed. Close it, or double it if it belongs to the text.", opened, Cells.Count + 1);
                return;
            }
            if (c == '"')
            {
                if (Peek() != '"') return;
                Take();
            }
            if (c == '\n' || (c == '\r' && Peek() != '\n')) _line++;
            Append((char)c, ref length);
        }
    }

    private void Append(char c, ref int length)
    {
        if (length++ < LongestCell) _cell.Append(c);
        if (c == '\0') Refuse("Line {0}, column {1}: the cell contains a NUL character. Save the file as plain text again.", Line, Cells.Count + 1);
    }

    private void Keep(int length)
    {
        if (length > LongestCell)
            Refuse("Line {0}, column {1}: the cell \"{2}\" has {3:N0} characters. A cell may hold {4:N0}.", Line, Cells.Count + 1, Cell.Shorten(_cell.ToString(0, 100)), length, LongestCell);
        if (Cells.Count < MostCells) Cells.Add(_cell.Length == 0 ? "" : _cell.ToString());
        else Refuse("Line {0} has more than {1:N0} cells. Check the delimiter.", Line, MostCells);
    }

    private void Refuse(string sentence, params object?[] args) => Fault ??= new Fault(null, sentence, args);

    private int Peek() => _at < _length || Fill() ? _buffer[_at] : -1;

    private int Take() => _at < _length || Fill() ? _buffer[_at++] : -1;

    private bool Fill()
    {
        _at = 0;
        _length = text.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }
}
