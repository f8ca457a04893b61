using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>A row of a file with its cells read, before anything was looked up.</summary>
internal sealed record ReadRow(int Number, object?[] Values, string Label, Fault? Fault);

/// <summary>Reads the rows of a table as a kind and a mapping understand them, and notices rows that say the same key twice.</summary>
internal sealed class ImportReading
{
    private readonly Table _table;
    private readonly int _width;
    private readonly List<(ImportColumn Column, int At, ColumnFormat Format)> _columns;
    private readonly ImportColumn[] _keys;
    private readonly ImportColumn[] _missing;
    private readonly ImportColumn? _name;

    // Half a hash stands for a key: a file of a million rows would hold its keys in memory otherwise.
    private readonly Dictionary<UInt128, int> _seen = [];

    public ImportReading(Table table, ImportKind kind, ImportMapping mapping)
    {
        var titles = table.Columns.ToList();
        (_table, _width) = (table, kind.Columns.Count);
        _columns = [.. kind.Columns.Where(c => mapping.Columns.ContainsKey(c.Name))
            .Select(c => (c, titles.IndexOf(mapping.Columns[c.Name]), mapping.Formats.GetValueOrDefault(c.Name) ?? new ColumnFormat()))];
        _keys = [.. kind.Columns.Where(c => c.IsKey)];
        _name = kind.Columns.FirstOrDefault(c => c is ImportColumn<string> { IsKey: false });
        _missing = [.. kind.Columns.Where(c => c.IsRequired)];
    }

    /// <summary>All rows of the table, in order.</summary>
    public IEnumerable<ReadRow> Rows() => _table.Rows().Select(Read);

    private ReadRow Read(TableRow row)
    {
        var values = new object?[_width];
        var fault = row.Fault;
        foreach (var (column, at, format) in _columns)
        {
            var cell = row.Cells[at];
            if (fault is not null || cell.IsEmpty) continue;
            if (!column.TryRead(cell, format, out values[column.Ordinal], out var wrong)) fault = wrong! with { Field = column.Name };
            else if (values[column.Ordinal] is "") values[column.Ordinal] = null;
        }
        if (fault is null && Array.Find(_missing, c => values[c.Ordinal] is null) is { } missing) fault = new Fault(missing.Name, "This cell is empty. Enter a value.");
        var key = string.Join('\u001f', _keys.Select(k => values[k.Ordinal]));
        var label = _name is null ? key : $"{key}\u001f{values[_name.Ordinal]}";
        return new ReadRow(row.Number, values, Cell.Shorten(label.Replace('\u001f', ' ').Trim()), fault ?? Twice(row.Number, key));
    }

    private Fault? Twice(int number, string key)
    {
        if (_keys.Length == 0) return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.ToUpperInvariant()), hash);
        var half = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        return _seen.TryAdd(half, number) ? null
            : new Fault(_keys[0].Name, "\"{0}\" stands in row {1} already. Keep one of the two rows.", Cell.Shorten(key.Replace('\u001f', ' ')), _seen[half]);
    }
}
