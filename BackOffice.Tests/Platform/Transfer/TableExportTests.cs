using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;
using FsCheck.Xunit;
using MiniExcelLibs;

namespace BackOffice.Tests.Platform.Transfer;

public class TableExportTests
{
    private sealed record Line(string? Name, decimal Price, int Stock, DateOnly? Due, DateTime? At, bool Active, GridOperator Kind);

    private static readonly ExportColumn<Line>[] Columns =
    [
        new("Name", l => l.Name), new("Price", l => l.Price), new("Stock", l => l.Stock), new("Due", l => l.Due),
        new("At", l => l.At), new("Active", l => l.Active), new("Kind", l => l.Kind),
    ];

    private static readonly Line Tea = new("Tea, \"green\"", -1234.5m, -3, new DateOnly(2026, 11, 23), new DateTime(2026, 11, 23, 9, 41, 7), true, GridOperator.IsNot);

    private static Task<byte[]> WriteAsync(ExportFormat format, params IEnumerable<Line> lines) => WriteAsync(format, Columns, lines);

    private static async Task<byte[]> WriteAsync<T>(ExportFormat format, ExportColumn<T>[] columns, IEnumerable<T> lines)
    {
        using var target = new MemoryStream();
        await TableExport.WriteAsync(target, format, columns, lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    [Fact]
    public async Task A_CSV_file_carries_its_mark_and_plain_values()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, Tea, Tea with { Name = "=cmd|'/c'!A0", Due = null, At = null }));
        Assert.Equal("\ufeffName,Price,Stock,Due,At,Active,Kind\r\n"
            + "\"Tea, \"\"green\"\"\",-1234.5,-3,2026-11-23,2026-11-23 09:41:07,yes,IsNot\r\n"
            + "\"'=cmd|'/c'!A0\",-1234.5,-3,,,yes,IsNot\r\n", text);
    }

    [Fact]
    public async Task A_spreadsheet_has_typed_cells_as_another_reader_sees_them()
    {
        using var file = new MemoryStream(await WriteAsync(ExportFormat.Xlsx, Tea));
        var row = (IDictionary<string, object>)file.Query(useHeaderRow: true).Single();
        Assert.Equal(["Tea, \"green\"", -1234.5, -3.0, new DateTime(2026, 11, 23), new DateTime(2026, 11, 23, 9, 41, 7), true, "IsNot"], row.Values);
    }

    [Theory]
    [MemberData(nameof(FormulaGuardTests.LeadIns), MemberType = typeof(FormulaGuardTests))]
    public async Task No_lead_in_becomes_a_formula_in_either_format(string text)
    {
        var line = Tea with { Name = text };
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var file = new FileAtHand(await WriteAsync(format, line));
            var cell = TableFile.Open(file.Path).Rows().Single().Cells[0];
            if (format == ExportFormat.Csv) Assert.Equal("'" + text, cell.Text);
            else Assert.Equal(text, cell.Text);
            Assert.Equal(text, format == ExportFormat.Csv ? FormulaGuard.Unguard(cell.Text) : cell.Text);
        }
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync(ExportFormat.Xlsx, line)));
        var sheet = await new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<f", sheet, StringComparison.Ordinal);
        Assert.Contains("<c t=\"inlineStr\" s=\"2\">", sheet, StringComparison.Ordinal);
    }

    [Property(MaxTest = 60)]
    public async Task What_is_written_is_read_back_the_same(string?[] names, decimal[] numbers)
    {
        if (names.Length == 0) return;
        var lines = names.Select((name, i) => (Name: Legible(name), Number: numbers.Length == 0 ? 0 : decimal.Round(numbers[i % numbers.Length] % Money.Largest, 4))).ToList();
        ExportColumn<(string Name, decimal Number)>[] columns = [new("Id", _ => 1), new("Name", l => l.Name), new("Number", l => l.Number)];
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var file = new FileAtHand(await WriteAsync(format, columns, lines));
            var rows = TableFile.Open(file.Path).Rows().ToList();
            Assert.All(rows, r => Assert.Null(r.Fault));
            Assert.Equal(lines.Select(l => l.Name), rows.Select(r => format == ExportFormat.Csv ? FormulaGuard.Unguard(r.Cells[1].Text) : r.Cells[1].Text));
            Assert.Equal(lines.Select(l => l.Number), rows.Select(r => NumberText.TryRead(r.Cells[2], NumberFormat.DecimalPoint, out var n, out _) ? n : decimal.MinValue));
        }
    }

    // Text as people can type it: CSV knows no NUL, neither format half a surrogate pair, a spreadsheet no cell of mere blanks.
    private static string Legible(string? name)
    {
        var text = string.Concat((name ?? "").Where(c => c != '\0' && !char.IsSurrogate(c)));
        return string.IsNullOrWhiteSpace(text) ? "" : text;
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task The_same_list_gives_the_same_bytes(ExportFormat format) => Assert.Equal(await WriteAsync(format, Tea), await WriteAsync(format, Tea));

    [Fact]
    public async Task A_number_that_a_spreadsheet_would_round_keeps_its_digits_as_text()
    {
        ExportColumn<decimal>[] columns = [new("Amount", n => n)];
        using var file = new FileAtHand(await WriteAsync(ExportFormat.Xlsx, columns, [899_999_999_999_999.1234m]));
        Assert.Equal(new Cell("899999999999999.1234"), TableFile.Open(file.Path).Rows().Single().Cells[0]);
    }

    [Fact]
    public async Task A_spreadsheet_reads_from_right_to_left_where_the_person_does()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("ur");
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync(ExportFormat.Xlsx, Tea)));
        Assert.Contains("rightToLeft=\"1\"", await new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("items.csv", ExportFormat.Csv)]
    [InlineData("Items.XLSX", ExportFormat.Xlsx)]
    public void The_format_follows_the_name(string name, ExportFormat format) => Assert.Equal(format, TableExport.FormatOf(name));

    [Fact]
    public void An_unknown_ending_is_refused() => Assert.Equal("\"items.pdf\" names no format. End it with .csv or .xlsx.", Assert.Throws<RuleBroken>(() => TableExport.FormatOf("/tmp/items.pdf")).Message);
}
