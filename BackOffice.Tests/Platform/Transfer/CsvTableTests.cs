using System.Text;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

public class CsvTableTests
{
    static CsvTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static List<string[]> Texts(Table table) => [.. table.Rows().Select(r => r.Cells.Select(c => c.Text).ToArray())];

    private static RuleBroken Refused(string text)
    {
        using var file = new FileAtHand(text);
        return Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path).Rows().Count());
    }

    private static TableRow Row(string text, int index = 0)
    {
        using var file = new FileAtHand(text);
        return TableFile.Open(file.Path).Rows().ElementAt(index);
    }

    public static TheoryData<string, string, bool> Encodings => new()
    {
        { "utf-8", "utf-8", false }, { "utf-8", "utf-8", true }, { "utf-16", "utf-16", true }, { "utf-16", "utf-16", false },
        { "utf-16BE", "utf-16BE", true }, { "utf-16BE", "utf-16BE", false }, { "windows-1252", "windows-1252", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found_out(string written, string expected, bool mark)
    {
        var encoding = Encoding.GetEncoding(written);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Code,Name\r\n1,Café Häagen\r\n")];
        using var file = new FileAtHand(bytes);
        var table = Assert.IsType<CsvTable>(TableFile.Open(file.Path));
        Assert.Equal(expected, table.EncodingName);
        Assert.Equal(["Code", "Name"], table.Columns);
        Assert.Equal(["1", "Café Häagen"], Texts(table).Single());
    }

    [Fact]
    public void Urdu_and_emoji_arrive_whole_in_UTF_16_without_a_mark()
    {
        using var file = new FileAtHand(Encoding.Unicode.GetBytes("نام,قیمت\nچائے 🫖,12\nقہوہ,۱۵\n"));
        var table = (CsvTable)TableFile.Open(file.Path);
        Assert.Equal("utf-16", table.EncodingName);
        Assert.Equal("چائے 🫖", Texts(table)[0][0]);
    }

    [Fact]
    public void One_bad_byte_far_into_the_file_is_enough_to_know_it_is_not_UTF_8()
    {
        var text = "Code,Name\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{i},Größe\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. "x,Caf\u00e9\n".Select(c => (byte)c)];
        using var good = new FileAtHand(text);
        using var bad = new FileAtHand(bytes);
        Assert.Equal("utf-8", ((CsvTable)TableFile.Open(good.Path)).EncodingName);
        Assert.Equal("windows-1252", ((CsvTable)TableFile.Open(bad.Path)).EncodingName);
    }

    [Fact]
    public void A_chosen_encoding_that_does_not_fit_is_refused_instead_of_showing_question_marks()
    {
        using var file = new FileAtHand([.. "Code,Name\n1,Caf"u8, 0xE9, .. "\n"u8]);
        var refusal = Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path, new TableOptions(Encoding: "utf-8")));
        Assert.Equal("The file contains bytes that are not valid utf-8. Choose the encoding in which it was saved.", refusal.Message);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_out(char delimiter)
    {
        using var file = new FileAtHand(string.Join('\n', new[] { "Code", "Name, full", "Price; net" }.Select(t => $"\"{t}\"")).Replace('\n', delimiter)
            + string.Concat(Enumerable.Repeat($"\n1{delimiter}\"a,b;c|d\"{delimiter}2", 3)));
        var table = (CsvTable)TableFile.Open(file.Path);
        Assert.Equal(delimiter, table.Delimiter);
        Assert.Equal(["Code", "Name, full", "Price; net"], table.Columns);
    }

    [Fact]
    public void A_file_that_names_its_delimiter_is_believed_and_its_lines_are_still_counted()
    {
        using var file = new FileAtHand("sep=|\nA|B,C\n1|2,3\n");
        var table = (CsvTable)TableFile.Open(file.Path);
        Assert.Equal(["A", "B,C"], table.Columns);
        Assert.Equal(3, table.Rows().Single().Number);
    }

    [Fact]
    public void The_delimiter_can_be_changed()
    {
        using var file = new FileAtHand("A;B,C\n1;2,3\n");
        Assert.Equal(["A;B", "C"], TableFile.Open(file.Path, new TableOptions(Delimiter: ',')).Columns);
    }

    [Fact]
    public void Quotes_lines_and_delimiters_inside_a_cell_belong_to_it_and_lines_are_counted_through()
    {
        using var file = new FileAtHand("A,B\r\n\"say \"\"yes\"\", then\r\ngo\",2\r\n5\" pipe,4\r\n\r\n , \r\n\"\",6");
        var rows = TableFile.Open(file.Path).Rows().ToList();
        Assert.Equal([2, 4, 7], rows.Select(r => r.Number));
        Assert.Equal("say \"yes\", then\r\ngo", rows[0].Cells[0].Text);
        Assert.Equal("5\" pipe", rows[1].Cells[0].Text);
        Assert.All(rows, r => Assert.Null(r.Fault));
    }

    [Fact]
    public void A_quote_never_closed_is_one_error_that_names_its_line() =>
        Assert.Equal("A quote opened in line 3, column 2, is never closed. Close it, or double it if it belongs to the text.",
            Refused("A,B\n1,2\n3,\"four\n" + string.Concat(Enumerable.Repeat("5,6\n", 100_000))).Message);

    [Fact]
    public void A_quote_that_swallows_megabytes_ends_the_reading_before_it_fills_the_memory() =>
        Assert.Equal("The row that begins in line 3 has more than 8 MB. A quote in it is probably never closed: close it, or double it if it belongs to the text.",
            Refused("A,B\n1,2\n3,\"four\n" + string.Concat(Enumerable.Repeat("5,6\n", 3_000_000))).Message);

    [Fact]
    public void A_heading_above_the_titles_is_left_out_and_another_row_can_be_named()
    {
        using var file = new FileAtHand("Stock list, Northern store\nas of 1 March\n\nSKU;Name;On hand;Price\nA1;Chai;5;1,50\nA2;Chang;;2,50\n");
        var table = TableFile.Open(file.Path);
        Assert.Equal(4, table.TitleRow);
        Assert.Equal(["SKU", "Name", "On hand", "Price"], table.Columns);
        Assert.Equal([5, 6], table.Rows().Select(r => r.Number));
        Assert.Equal(["A1", "Chai", "5", "1,50"], TableFile.Open(file.Path, new TableOptions(TitleRow: 5)).Columns);
        Assert.Equal("Row 3 is empty. Name the row that holds the titles of the columns.", Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path, new TableOptions(TitleRow: 3))).Message);
    }

    [Theory]
    [InlineData("SKU,Name,\nA,b,c\n", 1)]
    [InlineData("SKU,Name\nA,b\n,\nTotal,12\n", 1)]
    [InlineData("Item,,Price,\nSKU,Name,Buy,Sell\nA,b,1,2\n", 2)]
    [InlineData("Codes\nA\nB\n", 1)]
    [InlineData("List\n1,2,3\n4,5,6\n", 1)]
    public void The_first_row_holds_the_titles_unless_it_is_much_narrower_than_a_row_of_words_below(string text, int row)
    {
        using var file = new FileAtHand(text);
        Assert.Equal(row, TableFile.Open(file.Path).TitleRow);
    }

    [Fact]
    public void A_quote_closed_too_early_costs_its_own_row_only()
    {
        const string text = "A,B\n1,\"two\" three\n4,5\n";
        Assert.Contains("Line 2, column 2: text follows a closing quote.", Row(text).Fault!.Text, StringComparison.Ordinal);
        Assert.Null(Row(text, 1).Fault);
    }

    [Fact]
    public void A_cell_of_a_megabyte_costs_its_own_row_and_is_named_by_line_and_column()
    {
        var text = $"A,B\n1,{new string('x', 1_000_000)}\n2,3\n";
        Assert.Equal($"Line 2, column 2: the cell \"{new string('x', 57)}...\" has 1,000,000 characters. A cell may hold 32,767.", Row(text).Fault!.Text);
        Assert.Equal("3", Row(text, 1).Cells[1].Text);
    }

    [Fact]
    public void A_NUL_character_costs_its_row() =>
        Assert.StartsWith("Line 2, column 1: the cell contains a NUL", Row("A,B\n1\0,2\n").Fault!.Text, StringComparison.Ordinal);

    [Fact]
    public void A_row_that_is_too_short_or_too_long_is_told_with_both_counts()
    {
        Assert.Equal("Line 2 has only 1 cells, but there are 3 columns. Add the missing delimiters.", Row("A,B,C\n1\n").Fault!.Text);
        Assert.Equal("Line 2 has 4 cells, but there are 3 columns. Quote cells that contain the delimiter.", Row("A,B,C\n1,2,3,4\n").Fault!.Text);
        Assert.Null(Row("A,B,C\n1,2,3,,\n").Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n , \n")]
    [InlineData("\ufeff")]
    public void An_empty_file_is_refused(string text) => Assert.StartsWith("The file is empty.", Refused(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Titles_that_are_missing_or_repeated_can_be_told_apart()
    {
        using var file = new FileAtHand("\ufeffName,,name,Name ,\n1,2,3,4\n");
        Assert.Equal(["Name", "Column B", "name (2)", "Name (3)"], TableFile.Open(file.Path).Columns);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "password-protected")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "not a table")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, "not a table")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, "damaged")]
    public void Other_kinds_of_files_are_refused_by_their_first_bytes(byte[] head, string why)
    {
        using var file = new FileAtHand(head);
        Assert.Contains(why, Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path)).Message, StringComparison.Ordinal);
    }
}
