using System.Buffers;
using System.Globalization;
using System.Text;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Writes a table as comma-separated text that spreadsheets open as it is meant: UTF-8 with its mark, no text that could run.</summary>
internal sealed class CsvWriter(Stream target) : TableWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\t\r\n|");

    private readonly StreamWriter _text = new(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 65_536, leaveOpen: true);
    private readonly StringBuilder _line = new();

    public override Task WriteTitlesAsync(IReadOnlyList<string> titles, CancellationToken ct) => WriteRowAsync(titles, ct);

    public override Task WriteRowAsync(IReadOnlyList<object?> values, CancellationToken ct)
    {
        _line.Clear();
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) _line.Append(',');
            Append(Text(values[i]));
        }
        _line.Append("\r\n");
        return _text.WriteAsync(_line, ct);
    }

    public override Task CloseAsync(CancellationToken ct) => _text.FlushAsync(ct);

    public override ValueTask DisposeAsync() => _text.DisposeAsync();

    /// <summary>A value as text that every reader understands, whatever its language.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => FormulaGuard.Guard(text),
        bool answer => answer ? "yes" : "no",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other and not Enum => other.ToString(null, CultureInfo.InvariantCulture),
        _ => FormulaGuard.Guard(value.ToString() ?? ""),
    };

    private void Append(string text)
    {
        // Blanks at the ends are quoted too: many readers cut them off otherwise.
        var plain = text.Length == 0 || (!text.AsSpan().ContainsAny(Quoted) && text[0] != ' ' && text[^1] != ' ');
        if (plain) _line.Append(text);
        else _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
