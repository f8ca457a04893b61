using System.Buffers;
using System.Globalization;
using BackOffice.Domain.Platform.Transfer;
using CsvHelper;
using Csv = CsvHelper.CsvWriter;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Writes a table as comma-separated text that spreadsheets open as it is meant: UTF-8 with its mark, no text that could run.</summary>
internal sealed class CsvWriter(Stream target) : TableWriter
{
    // Whatever a reader may take for the delimiter is quoted, not only our comma.
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(";\t|");

    // Blanks at the ends are quoted too: many readers cut them off otherwise.
    private readonly Csv _csv = Csv.Create(target, new CsvWriterOptions { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace }, leaveOpen: true);

    public override Task WriteTitlesAsync(IReadOnlyList<string> titles, CancellationToken ct) => WriteRowAsync(titles, ct);

    public override async Task WriteRowAsync(IReadOnlyList<object?> values, CancellationToken ct)
    {
        foreach (var value in values) Write(Text(value));
        await _csv.EndRecordAsync(ct);
    }

    public override async Task CloseAsync(CancellationToken ct) => await _csv.FlushAsync(ct);

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

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

    private void Write(string text)
    {
        if (text.AsSpan().ContainsAny(Delimiters)) _csv.WriteField(text, CsvQuoting.Always);
        else _csv.WriteField(text);
    }
}
