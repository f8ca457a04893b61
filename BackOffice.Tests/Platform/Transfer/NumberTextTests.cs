using System.Globalization;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform.Transfer;

public class NumberTextTests
{
    [Theory]
    [InlineData("18", "18")]
    [InlineData("21.35", "21.35")]
    [InlineData("21,35", "21.35")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u00a0234\u202f567,8", "1234567.8")]
    [InlineData("1'234.50", "1234.5")]
    [InlineData("1’234.50", "1234.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12,34,567.89", "1234567.89")]
    [InlineData("0.125", "0.125")]
    [InlineData("0,125", "0.125")]
    [InlineData("1234,567", "1234.567")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("\u22125", "-5")]
    [InlineData("5-", "-5")]
    [InlineData("(1,234.50)", "-1234.5")]
    [InlineData("$18", "18")]
    [InlineData("-$18.5", "-18.5")]
    [InlineData("$-18.5", "-18.5")]
    [InlineData("18,50 €", "18.5")]
    [InlineData("PKR 1,200.00", "1200")]
    [InlineData("1200 PKR", "1200")]
    [InlineData("٤٢", "42")]
    [InlineData("۴۲٫۵", "42.5")]
    [InlineData("١٬٢٣٤٫٥", "1234.5")]
    [InlineData("４２", "42")]
    [InlineData("\u200e12.5\ufeff", "12.5")]
    [InlineData("  7  ", "7")]
    [InlineData("0012", "12")]
    [InlineData("900000000000000", "900000000000000")]
    [InlineData("2.50000000", "2.5")]
    public void A_number_that_can_mean_one_thing_is_read(string text, string expected)
    {
        Assert.True(NumberText.TryRead(new Cell(text), NumberFormat.Unknown, out var number, out var fault), fault?.Text);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1,234", "two ways")]
    [InlineData("1.234", "two ways")]
    [InlineData("-12,500", "two ways")]
    [InlineData("12a", "not a number")]
    [InlineData("abc", "not a number")]
    [InlineData("", "not a number")]
    [InlineData("-", "not a number")]
    [InlineData(".", "not a number")]
    [InlineData("--5", "not a number")]
    [InlineData("5-5", "not a number")]
    [InlineData("1;5", "not a number")]
    [InlineData("1،5", "not a number")]
    [InlineData("½", "not a number")]
    [InlineData("0x1F", "not a number")]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "not a number")]
    [InlineData("∞", "not a number")]
    [InlineData("TRUE", "not a number")]
    [InlineData("7/4/1996", "not a number")]
    [InlineData("USD EUR", "not a number")]
    [InlineData("=1+1", "not a number")]
    [InlineData("1e308", "too large")]
    [InlineData("1E+5", "scientific")]
    [InlineData("1,5e3", "scientific")]
    [InlineData("900000000000001", "too large")]
    [InlineData("99999999999999999999999999999999999999", "too large")]
    [InlineData("15%", "percentage")]
    [InlineData("1,2,3", "odd places")]
    [InlineData("12 34", "odd places")]
    [InlineData("1,234.567.8", "odd places")]
    [InlineData("0,123,456", "odd places")]
    [InlineData("1,2345,678", "odd places")]
    [InlineData("1.23456", "4 decimals")]
    public void Anything_else_is_refused_with_a_sentence_that_quotes_it(string text, string why)
    {
        Assert.False(NumberText.TryRead(new Cell(text), NumberFormat.Unknown, out var number, out var fault));
        Assert.Equal(0, number);
        Assert.Contains(why, fault.Text, StringComparison.Ordinal);
        Assert.StartsWith($"\"{text}\"", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234", NumberFormat.DecimalPoint, "1234")]
    [InlineData("1,234", NumberFormat.DecimalComma, "1.234")]
    [InlineData("1.234", NumberFormat.DecimalPoint, "1.234")]
    [InlineData("1.234", NumberFormat.DecimalComma, "1234")]
    public void The_format_of_the_column_decides_what_could_mean_two_things(string text, NumberFormat format, string expected)
    {
        Assert.True(NumberText.TryRead(new Cell(text), format, out var number, out _));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Fact]
    public void A_number_in_the_other_format_than_its_column_is_refused()
    {
        Assert.False(NumberText.TryRead(new Cell("1.234,56"), NumberFormat.DecimalPoint, out _, out var fault));
        Assert.Contains("does not fit", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234", "1.234")]
    [InlineData("-0.5", "-0.5")]
    public void A_spreadsheets_own_number_is_never_guessed_at(string text, string expected)
    {
        Assert.True(NumberText.TryRead(new Cell(text, CellKind.Number), NumberFormat.DecimalComma, out var number, out _));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData(NumberFormat.DecimalPoint, "1,234", "7", "9.5")]
    [InlineData(NumberFormat.DecimalComma, "1.234", "7", "9,5")]
    [InlineData(NumberFormat.DecimalPoint, "1", "2")]
    [InlineData(NumberFormat.Unknown, "1,234", "7")]
    [InlineData(NumberFormat.Unknown, "1,5", "1.5")]
    public void The_column_as_a_whole_tells_the_format(NumberFormat expected, params string[] cells)
    {
        var column = new NumberColumn();
        foreach (var cell in cells) column.Look(new Cell(cell));
        Assert.Equal(expected, column.Format);
    }

    [Fact]
    public void Currency_signs_are_left_out_and_told()
    {
        var column = new NumberColumn();
        column.Look(new Cell("$ 12.50"));
        column.Look(new Cell("€ 12.50"));
        Assert.Equal(["$", "€"], column.Currencies);
    }

    [Property]
    public void Every_amount_survives_being_written_in_either_format(decimal any)
    {
        var amount = decimal.Round(any % Money.Largest, 4);
        foreach (var (culture, format) in new[] { ("en-US", NumberFormat.DecimalPoint), ("de-DE", NumberFormat.DecimalComma), ("en-IN", NumberFormat.DecimalPoint), ("fr-FR", NumberFormat.DecimalComma) })
        {
            var text = amount.ToString("#,##0.####", CultureInfo.GetCultureInfo(culture));
            Assert.True(NumberText.TryRead(new Cell(text), format, out var number, out var fault), $"{culture}: {text}: {fault?.Text}");
            Assert.Equal(amount, number);
        }
    }

    [Property]
    public void No_text_whatever_makes_reading_fall_over(string? text)
    {
        if (!NumberText.TryRead(new Cell(text ?? ""), NumberFormat.Unknown, out _, out var fault)) Assert.NotEmpty(fault.Text);
    }

    [Theory]
    [InlineData("17850.0", true)]
    [InlineData("17850.5", false)]
    public void A_whole_number_has_no_fraction(string text, bool whole) =>
        Assert.Equal(whole, NumberText.TryReadWhole(new Cell(text), NumberFormat.DecimalPoint, out _, out _));
}
