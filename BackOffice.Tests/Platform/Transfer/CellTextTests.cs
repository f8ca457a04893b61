using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

public class CellTextTests
{
    [Theory]
    [InlineData("  Chai ", "Chai")]
    [InlineData("\ufeffCH-001\u200b", "CH-001")]
    [InlineData("چائے", "چائے")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("🫖 Tea", "🫖 Tea")]
    [InlineData("'=SUM(A1)", "=SUM(A1)")]
    [InlineData("'quoted'", "'quoted'")]
    public void A_text_loses_only_what_nobody_sees(string text, string expected)
    {
        Assert.True(CellText.TryRead(new Cell(text), 100, out var read, out _));
        Assert.Equal(expected, read);
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_cut_but_refused()
    {
        Assert.False(CellText.TryRead(new Cell(new string('x', 200)), 100, out _, out var fault));
        Assert.Contains("has 200 characters. Shorten it to 100.", fault.Text, StringComparison.Ordinal);
        Assert.True(fault.Text.Length < 130);
    }

    [Fact]
    public void A_control_character_is_refused()
    {
        Assert.False(CellText.TryRead(new Cell("a\u0001b"), 100, out _, out var fault));
        Assert.Contains("control character", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_spreadsheet_is_never_a_value()
    {
        Assert.False(CellText.TryRead(new Cell("#REF!", CellKind.Error), 100, out _, out var text));
        Assert.False(NumberText.TryRead(new Cell("#REF!", CellKind.Error), NumberFormat.Unknown, out _, out var number));
        Assert.Equal(text.Text, number.Text);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-1", true)]
    [InlineData("Yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("ہاں", true)]
    [InlineData("0", false)]
    [InlineData("no", false)]
    [InlineData("نہیں", false)]
    public void Yes_and_no_have_many_words(string text, bool expected)
    {
        Assert.True(CellText.TryRead(new Cell(text), out bool answer, out _));
        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("perhaps")]
    [InlineData("")]
    public void Anything_else_is_neither(string text) => Assert.False(CellText.TryRead(new Cell(text), out bool _, out _));

    [Theory]
    [InlineData("StartsWith")]
    [InlineData("starts with")]
    [InlineData("STARTS-WITH")]
    public void One_of_a_list_is_found_by_its_name(string text)
    {
        Assert.True(CellText.TryRead(new Cell(text), typeof(GridOperator), out var choice, out _));
        Assert.Equal(GridOperator.StartsWith, choice);
    }

    [Fact]
    public void An_unknown_word_is_answered_with_the_list()
    {
        Assert.False(CellText.TryRead(new Cell("3"), typeof(DateOrder), out _, out var fault));
        Assert.Equal("\"3\" is not known here. Enter one of: Unknown, DayFirst, MonthFirst.", fault.Text);
    }
}
