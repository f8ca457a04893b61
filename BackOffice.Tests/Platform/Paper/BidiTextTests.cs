using BackOffice.Portal.Platform.Paper;

namespace BackOffice.Tests.Platform.Paper;

/// <summary>In these texts capital letters stand for Urdu ones; what is expected is how the line looks from left to right.</summary>
public class BidiTextTests
{
    private static string Urdu(string text) => string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)('\u0627' + (c - 'A')) : c));

    private static string Seen(string text, bool rightToLeft)
    {
        var urdu = Urdu(text);
        var levels = BidiText.Levels(urdu, rightToLeft);
        return string.Concat(BidiText.Visual(levels, 0, text.Length).Select(r =>
        {
            var piece = text.Substring(r.Start, r.Length).ToCharArray();
            if (r.RightToLeft) Array.Reverse(piece);
            return new string(piece);
        }));
    }

    [Theory]
    [InlineData("plain text 12.50", "plain text 12.50")]
    [InlineData("ABC DEF", "FED CBA")]
    [InlineData("ABC 12.50 DEF", "FED 12.50 CBA")]
    [InlineData("ABC 1,234 kg DEF", "FED kg 1,234 CBA")]
    [InlineData("ABC po-2026-00042", "po-2026-00042 CBA")]
    [InlineData("latin ABC DEF more", "latin FED CBA more")]
    [InlineData("latin ABC 12 more", "latin 12 CBA more")]
    [InlineData("ABC (latin) DEF", "FED )latin( CBA")]
    [InlineData("ABC 50% DEF", "FED %50 CBA")]
    [InlineData("ABC -5 DEF", "FED 5- CBA")]
    [InlineData("12 34", "12 34")]
    public void Mixed_scripts_stand_in_the_order_in_which_people_read_them(string written, string seen) => Assert.Equal(seen, Seen(written, rightToLeft: false));

    [Fact]
    public void A_text_without_letters_follows_the_paper()
    {
        Assert.Equal("12 - 34", Seen("12 - 34", rightToLeft: false));
        Assert.Equal("34 - 12", Seen("12 - 34", rightToLeft: true));
    }

    [Theory]
    [InlineData(0, 3, "CBA")]
    [InlineData(4, 5, "ab ED")]
    public void A_line_broken_off_is_ordered_by_itself(int start, int length, string seen)
    {
        const string text = "ABC DE ab";
        var levels = BidiText.Levels(Urdu(text), rightToLeft: true);
        var shown = string.Concat(BidiText.Visual(levels, start, length).Select(r => r.RightToLeft ? new string([.. text.Substring(r.Start, r.Length).Reverse()]) : text.Substring(r.Start, r.Length)));
        Assert.Equal(seen, shown);
    }
}
