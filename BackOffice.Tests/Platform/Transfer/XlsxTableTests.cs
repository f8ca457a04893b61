using System.IO.Compression;
using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

public class XlsxTableTests
{
    private const string Titles = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Code</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Price</t></is></c></row>";

    private static TableRow Row(string row, string? styles = null, string? strings = null, string book = "")
    {
        using var file = FileAtHand.Spreadsheet(Titles + row, styles, strings, book);
        return TableFile.Open(file.Path).Rows().Single();
    }

    private static Cell First(string cell, string? styles = null, string? strings = null, string book = "") =>
        Row($"<row>{cell}</row>", styles, strings, book).Cells[0];

    [Fact]
    public void The_first_visible_sheet_and_its_first_row_with_anything_in_it_count()
    {
        using var file = FileAtHand.Spreadsheet("<row r=\"1\"/>" + Titles);
        var table = Assert.IsType<XlsxTable>(TableFile.Open(file.Path));
        Assert.Equal(["Stock"], table.Sheets);
        Assert.Equal(["Code", "Column B", "Price"], table.Columns);
        Assert.Empty(table.Rows());
    }

    [Fact]
    public void Sparse_rows_and_cells_keep_their_places()
    {
        var row = Row("<row r=\"4\"/><row r=\"70000\"><c r=\"C70000\"><v>7</v></c></row>");
        Assert.Equal(70_000, row.Number);
        Assert.Equal(["", "", "7"], row.Cells.Select(c => c.Text));
        Assert.Null(row.Fault);
    }

    [Fact]
    public void A_value_beyond_the_titles_is_told_and_not_dropped() =>
        Assert.Equal("Row 3 has a value in column XFD, but the titles end at column C. Give the column a title or clear the cell.",
            Row("<row r=\"3\"><c r=\"XFD3\"><v>7</v></c></row>").Fault!.Text);

    [Theory]
    [InlineData("<c t=\"s\"><v>0</v></c>", "Chai", CellKind.Text)]
    [InlineData("<c t=\"s\"><v>1</v></c>", "Two runs", CellKind.Text)]
    [InlineData("<c t=\"inlineStr\"><is><r><t>چا</t></r><r><t>ئے</t></r></is></c>", "چائے", CellKind.Text)]
    [InlineData("<c t=\"str\"><f>A1&amp;B1</f><v>joined</v></c>", "joined", CellKind.Text)]
    [InlineData("<c><f>1+1</f><v>2</v></c>", "2", CellKind.Number)]
    [InlineData("<c t=\"b\"><v>1</v></c>", "TRUE", CellKind.Text)]
    [InlineData("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", CellKind.Error)]
    [InlineData("<c><v>0.30000000000000004</v></c>", "0.3", CellKind.Number)]
    [InlineData("<c><v>1.5E-3</v></c>", "0.0015", CellKind.Number)]
    [InlineData("<c><v>1E+308</v></c>", "1E+308", CellKind.Number)]
    [InlineData("<c><v>123456789012345</v></c>", "123456789012345", CellKind.Number)]
    [InlineData("<c t=\"str\"><v>a_x000D_b</v></c>", "a\rb", CellKind.Text)]
    [InlineData("<c t=\"d\"><v>2024-05-06</v></c>", "2024-05-06", CellKind.Text)]
    public void Every_kind_of_cell_gives_its_value(string cell, string text, CellKind kind) =>
        Assert.Equal(new Cell(text, kind), First(cell, strings: "<si><t>Chai</t><rPh><t>x</t></rPh></si><si><r><t>Two</t></r><r><t xml:space=\"preserve\"> runs</t></r></si>"));

    [Theory]
    [InlineData("45000", "2023-03-15")]
    [InlineData("45000.75", "2023-03-15T18:00:00")]
    [InlineData("1", "1900-01-01")]
    [InlineData("61", "1900-03-01")]
    [InlineData("0.5", "12:00:00")]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("1E+308", "1E+308")]
    [InlineData("-1", "-1")]
    public void A_number_in_a_date_style_is_a_date(string value, string expected) =>
        Assert.Equal(expected, First($"<c s=\"1\"><v>{value}</v></c>", "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>").Text);

    [Theory]
    [InlineData("dd\\.mm\\.yyyy", true)]
    [InlineData("[$-409]d\\-mmm\\-yy;@", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("#,##0.00 \"days\"", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("General", false)]
    [InlineData("_-* #,##0.00\\ \\d_-", false)]
    public void Own_formats_are_told_apart(string code, bool date)
    {
        var cell = First("<c s=\"0\"><v>45000</v></c>", $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>");
        Assert.Equal(date ? CellKind.Text : CellKind.Number, cell.Kind);
    }

    [Fact]
    public void A_calendar_that_begins_in_1904_is_understood() =>
        Assert.Equal("2027-03-16", First("<c s=\"0\"><v>45000</v></c>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", book: "<workbookPr date1904=\"1\"/>").Text);

    [Fact]
    public void A_cell_of_a_megabyte_is_refused_with_row_and_column() =>
        Assert.Contains("Row 3, column A: the cell \"xxx", Row($"<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>{new string('x', 1_000_000)}</t></is></c></row>").Fault!.Text, StringComparison.Ordinal);

    [Fact]
    public void A_sheet_is_asked_for_by_name_and_a_wrong_one_is_answered_with_the_names()
    {
        using var file = FileAtHand.Spreadsheet(Titles);
        Assert.Equal("Stock", ((XlsxTable)TableFile.Open(file.Path, new TableOptions(Sheet: "stock"))).Sheet);
        Assert.Equal("The spreadsheet has no sheet \"Sales\". Choose one of: Stock.",
            Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path, new TableOptions(Sheet: "Sales"))).Message);
    }

    [Theory]
    [InlineData("<row><c><v>1</v></row>")]
    [InlineData("<row><c t=\"inlineStr\"><is><t>\u0001</t></is></c></row>")]
    [InlineData("<row><c t=\"s\"><v>99</v></c></row>")]
    public void A_broken_sheet_is_a_sentence(string rows)
    {
        using var file = FileAtHand.Spreadsheet(Titles + rows);
        Assert.Contains("damaged", Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path).Rows().Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_zip_file_is_refused()
    {
        using var file = new FileAtHand(stream =>
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            FileAtHand.Add(zip, "content.xml", "<x/>");
        });
        Assert.Equal("The file is not a spreadsheet that can be read. Save it as .xlsx or .csv.", Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path)).Message);
    }

    [Fact]
    public void A_file_cut_short_is_a_sentence()
    {
        using var whole = FileAtHand.Spreadsheet(Titles);
        using var file = new FileAtHand(File.ReadAllBytes(whole.Path)[..^40]);
        Assert.Equal("The spreadsheet is damaged. Save it again as .xlsx.", Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path)).Message);
    }
}
