using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Writes a table as a spreadsheet with typed cells. Texts are marked as text, so nothing in them can run.</summary>
internal sealed class XlsxWriter : TableWriter
{
    private const int LastRow = 1_048_576;
    private const int LongestCell = Cell.Longest;
    private const int FlushAt = 32_768;

    // Places in the styles part below.
    private const string Title = " s=\"1\"", MarkedText = " s=\"2\"", Day = " s=\"3\"", Moment = " s=\"4\"";

    private readonly ZipArchive _zip;
    private readonly StringBuilder _xml = new();
    private Stream? _sheet;
    private int _row;
    private int _columns;

    private XlsxWriter(ZipArchive zip) => _zip = zip;

    /// <summary>Begins a spreadsheet; the target needs no seeking.</summary>
    public static async Task<XlsxWriter> OpenAsync(Stream target, CancellationToken ct) =>
        new(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct));

    public override async Task WriteTitlesAsync(IReadOnlyList<string> titles, CancellationToken ct)
    {
        await WritePartAsync("[Content_Types].xml", XlsxPartTexts.ContentTypes, ct);
        await WritePartAsync("_rels/.rels", XlsxPartTexts.PackageRelations, ct);
        await WritePartAsync("xl/workbook.xml", XlsxPartTexts.Workbook, ct);
        await WritePartAsync("xl/_rels/workbook.xml.rels", XlsxPartTexts.WorkbookRelations, ct);
        await WritePartAsync("xl/styles.xml", XlsxPartTexts.Styles, ct);
        _sheet = await CreateAsync("xl/worksheets/sheet1.xml", ct);
        _columns = titles.Count;
        var direction = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? " rightToLeft=\"1\"" : "";
        _xml.Append(XlsxPartTexts.SheetStart.Replace("{direction}", direction, StringComparison.Ordinal));
        BeginRow();
        foreach (var title in titles) AppendText(title, Title);
        await EndRowAsync(ct);
    }

    public override async Task WriteRowAsync(IReadOnlyList<object?> values, CancellationToken ct)
    {
        Rule.Require(_row < LastRow, "A spreadsheet holds {0:N0} rows and the list has more. Export it as CSV or filter it.", LastRow);
        BeginRow();
        foreach (var value in values) Append(value);
        await EndRowAsync(ct);
    }

    public override async Task CloseAsync(CancellationToken ct)
    {
        _xml.Append("</sheetData>");
        if (_columns > 0) _xml.Append(CultureInfo.InvariantCulture, $"<autoFilter ref=\"A1:{Table.Letters(_columns)}{_row}\"/>");
        _xml.Append("</worksheet>");
        await FlushAsync(ct);
        await _sheet!.DisposeAsync();
        _sheet = null;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_sheet is not null) await _sheet.DisposeAsync();
        await _zip.DisposeAsync();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null or "":
                _xml.Append("<c/>");
                break;
            case bool answer:
                _xml.Append("<c t=\"b\"><v>").Append(answer ? '1' : '0').Append("</v></c>");
                break;
            case DateOnly day when day.Year >= 1900:
                AppendNumber(day.ToDateTime(TimeOnly.MinValue).ToOADate(), Day);
                break;
            case DateTime moment when moment.Year >= 1900:
                AppendNumber(moment.ToOADate(), Moment);
                break;
            // Spreadsheets compute with 15 digits; a longer number keeps all of its digits as text.
            case decimal or int or long or short or byte when Digits(value) is { Length: <= 16 } digits:
                AppendNumber(digits, "");
                break;
            case double number when double.IsFinite(number):
                AppendNumber(number, "");
                break;
            default:
                AppendText(value as string ?? CsvWriter.Text(value), MarkedText);
                break;
        }
    }

    private static string Digits(object number) => ((IFormattable)number).ToString(number is decimal ? "0.############################" : null, CultureInfo.InvariantCulture);

    private void AppendNumber(IFormattable number, string style) => AppendNumber(number.ToString(null, CultureInfo.InvariantCulture), style);

    private void AppendNumber(string number, string style) => _xml.Append("<c").Append(style).Append("><v>").Append(number).Append("</v></c>");

    private void AppendText(string text, string style)
    {
        _xml.Append("<c t=\"inlineStr\"").Append(style).Append("><is><t xml:space=\"preserve\">");
        for (var i = 0; i < Math.Min(text.Length, LongestCell); i++) AppendCharacter(text, i);
        _xml.Append("</t></is></c>");
    }

    private void AppendCharacter(string text, int i)
    {
        var c = text[i];
        if (c == '<') _xml.Append("&lt;");
        else if (c == '>') _xml.Append("&gt;");
        else if (c == '&') _xml.Append("&amp;");
        else if (c == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_') _xml.Append("_x005F_");
        else if (char.IsHighSurrogate(c) && i + 1 < Math.Min(text.Length, LongestCell) && char.IsLowSurrogate(text[i + 1])) _xml.Append(c);
        else if (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])) _xml.Append(c);
        else if (c is '\r' or '\ufffe' or '\uffff' || (c < ' ' && c is not ('\t' or '\n')) || char.IsSurrogate(c)) _xml.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        else _xml.Append(c);
    }

    private void BeginRow() => _xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{++_row}\">");

    private Task EndRowAsync(CancellationToken ct)
    {
        _xml.Append("</row>");
        return _xml.Length < FlushAt ? Task.CompletedTask : FlushAsync(ct);
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await _sheet!.WriteAsync(Encoding.UTF8.GetBytes(_xml.ToString()), ct);
        _xml.Clear();
    }

    private async Task WritePartAsync(string name, string text, CancellationToken ct)
    {
        await using var part = await CreateAsync(name, ct);
        await part.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private async Task<Stream> CreateAsync(string name, CancellationToken ct)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        // The same list gives the same file.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return await entry.OpenAsync(ct);
    }
}
