using BackOffice.Portal.Platform.Parts;

namespace BackOffice.Tests.Tasks;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**bold**", "<p><strong>bold</strong></p>")]
    [InlineData("- a\n- b", "<ul>")]
    [InlineData("[x](https://example.org)", "rel=\"noopener noreferrer nofollow\"")]
    [InlineData("- [x] done", "type=\"checkbox\"")]
    public void What_is_meant_well_is_shown(string text, string html) => Assert.Contains(html, Markdowns.ToHtml(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("![x](https://example.org/track.png)", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:")]
    [InlineData("<a href=\"vbscript:x\">x</a>", "<a href=\"vbscript")]
    [InlineData("<style>body{display:none}</style>", "<style")]
    [InlineData("<iframe src=https://example.org></iframe>", "<iframe")]
    [InlineData("<p style=\"position:fixed\">x</p>", "<p style")]
    public void What_could_do_harm_is_taken_out(string text, string html) => Assert.DoesNotContain(html, Markdowns.ToHtml(text), StringComparison.OrdinalIgnoreCase);
}
