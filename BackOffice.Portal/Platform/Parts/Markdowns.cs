using Ganss.Xss;
using Markdig;

namespace BackOffice.Portal.Platform.Parts;

/// <summary>Turns Markdown that people entered into HTML that can do no harm: what is not on a short list of tags is taken out after rendering.</summary>
public static class Markdowns
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly HtmlSanitizer Sanitizer = Strict();

    /// <summary>Safe HTML.</summary>
    public static string ToHtml(string text) => Sanitizer.Sanitize(Markdown.ToHtml(text, Pipeline));

    private static HtmlSanitizer Strict()
    {
        var strict = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "strong", "em", "del", "ins", "mark", "sub", "sup", "code", "pre", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "a", "table", "thead", "tbody", "tr", "th", "td", "input"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "rel", "target", "type", "checked", "disabled", "start"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        strict.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Dom.IElement { LocalName: "input" } box && box.GetAttribute("type") != "checkbox") box.Remove();
            if (e.Node is not AngleSharp.Dom.IElement { LocalName: "a" } link) return;
            // Whoever is led out of the portal is told nothing about where he came from.
            link.SetAttribute("rel", "noopener noreferrer nofollow");
            link.SetAttribute("target", "_blank");
        };
        return strict;
    }
}
