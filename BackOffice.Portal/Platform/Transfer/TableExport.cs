using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>In what form a list leaves the office.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated text in UTF-8.</summary>
    Csv,

    /// <summary>A spreadsheet.</summary>
    Xlsx,
}

/// <summary>One column of a list that leaves the office.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Value">Text, number, day, point of time, yes or no, one of a list, or null.</param>
public sealed record ExportColumn<T>(string Title, Func<T, object?> Value);

/// <summary>Writes lists as files, row by row: the memory they take does not grow with the list.</summary>
public static class TableExport
{
    /// <summary>The media type of a format.</summary>
    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="RuleBroken">It asks for none that can be written.</exception>
    public static ExportFormat FormatOf(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".CSV" => ExportFormat.Csv,
        ".XLSX" => ExportFormat.Xlsx,
        _ => throw new RuleBroken(new Fault(null, "\"{0}\" names no format. End it with .csv or .xlsx.", Path.GetFileName(fileName))),
    };

    /// <summary>Writes the rows with their titles and returns how many rows there were.</summary>
    /// <exception cref="RuleBroken">There are more rows than a spreadsheet holds.</exception>
    public static async Task<int> WriteAsync<T>(Stream target, ExportFormat format, IReadOnlyList<ExportColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using TableWriter writer = format == ExportFormat.Csv ? new CsvWriter(target) : await XlsxWriter.OpenAsync(target, ct);
        await writer.WriteTitlesAsync([.. columns.Select(c => c.Title)], ct);
        var values = new object?[columns.Count];
        var count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            for (var i = 0; i < values.Length; i++) values[i] = columns[i].Value(row);
            await writer.WriteRowAsync(values, ct);
            count++;
        }
        await writer.CloseAsync(ct);
        return count;
    }
}

/// <summary>Writes one table into a stream.</summary>
internal abstract class TableWriter : IAsyncDisposable
{
    /// <summary>The first row.</summary>
    public abstract Task WriteTitlesAsync(IReadOnlyList<string> titles, CancellationToken ct);

    /// <summary>One more row.</summary>
    public abstract Task WriteRowAsync(IReadOnlyList<object?> values, CancellationToken ct);

    /// <summary>Completes the file; without it the file is not whole.</summary>
    public abstract Task CloseAsync(CancellationToken ct);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
