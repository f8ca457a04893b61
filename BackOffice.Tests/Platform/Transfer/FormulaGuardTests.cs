using System.Globalization;
using BackOffice.Domain.Platform.Transfer;
using FsCheck.Xunit;

namespace BackOffice.Tests.Platform.Transfer;

public class FormulaGuardTests
{
    public static TheoryData<string> LeadIns =>
    [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\r\n=1",
        "\tplain", "\rplain", "\nplain", " =1", "   =1", "\u00a0=1", "\u3000=1", "\u2003+1", "\ufeff=1", "\u200b=1",
        "\u200d=1", "\u2060@A", "\u200e=1", "\u202e=1", "\u00ad=1", "\0=1", "\u0001=1", "\"=1", "\"\"=1", "'=1",
        "''=1", "`=1", "“=1", "’=1", "«=1", "＝1", "＋1", "－1", "＠A", "\u2212A1",
        "%0A=1", "|calc", ";=1", ",=1", " \ufeff\"'\t=1", "﹢1", "﹣1", "﹦1", "﹫A", "-5 apples",
    ];

    [Theory]
    [MemberData(nameof(LeadIns))]
    public void A_lead_in_is_made_harmless_and_comes_back_as_it_was(string text)
    {
        var guarded = FormulaGuard.Guard(text);
        Assert.Equal("'" + text, guarded);
        Assert.Equal(text, FormulaGuard.Unguard(guarded));
    }

    [Theory]
    [InlineData("Chai")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A=1")]
    [InlineData("3 - 4")]
    [InlineData("'Quoted' name")]
    [InlineData("(030) 0074321")]
    [InlineData("چائے")]
    public void A_harmless_text_is_left_alone(string text) => Assert.Equal(text, FormulaGuard.Guard(text));

    [Property]
    public void Guarding_is_undone_exactly_for_every_text(string? any)
    {
        var text = any ?? "";
        Assert.Equal(text, FormulaGuard.Unguard(FormulaGuard.Guard(text)));
        Assert.Equal(text, FormulaGuard.Unguard(FormulaGuard.Guard("=" + text))[1..]);
    }

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Assert.Equal("-5.5", BackOffice.Portal.Platform.Transfer.CsvWriter.Text(decimal.Parse("-5.50", CultureInfo.InvariantCulture)));
}
