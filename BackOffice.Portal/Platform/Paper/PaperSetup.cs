using System.Globalization;
using System.Net.Mime;
using BackOffice.Portal.Platform.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>Brings papers into the host.</summary>
internal static class PaperSetup
{
    /// <summary>Registers every kind of paper.</summary>
    public static void AddPaper(this WebApplicationBuilder builder)
    {
        foreach (var kind in typeof(PaperKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PaperKind)) && !t.IsAbstract)) builder.Services.AddScoped(typeof(PaperKind), kind);
        foreach (var kind in typeof(DrawingKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DrawingKind)) && !t.IsAbstract)) builder.Services.AddScoped(typeof(DrawingKind), kind);
    }

    /// <summary>Maps <c>/paper/{kind}/{id}.pdf</c> and <c>/drawing/{kind}.png</c> or <c>.pdf</c>; the browser shows them.</summary>
    public static void MapPaper(this WebApplication app)
    {
        app.MapGet("/paper/{kind}/{id:long}.pdf", async (string kind, long id, IEnumerable<PaperKind> kinds, IStringLocalizer texts, HttpContext http, CancellationToken ct) =>
            kinds.FirstOrDefault(k => k.Name == kind) is not { } paper ? Results.NotFound() : await ShowAsync(async () =>
            {
                var document = await paper.MakeAsync(id, ct);
                Name(http, $"{document.Title} {document.Subtitle}".TrimEnd() + ".pdf");
                return Results.Bytes(PaperWriter.Write(document), PaperWriter.ContentType);
            }, texts));
        app.MapGet("/drawing/{kind}.{format:regex(^(png|pdf)$)}", async (string kind, string format, IEnumerable<DrawingKind> kinds, IStringLocalizer texts, HttpContext http, CancellationToken ct) =>
            kinds.FirstOrDefault(k => k.Name == kind) is not { } drawn ? Results.NotFound() : await ShowAsync(async () =>
            {
                var drawing = await drawn.MakeAsync(http.Request.Query, ct);
                var rightToLeft = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;
                Name(http, $"{drawing.Title}.{format}");
                return format == "png" ? Results.Bytes(DrawingWriter.Png(drawing, rightToLeft), MediaTypeNames.Image.Png) : Results.Bytes(DrawingWriter.Pdf(drawing, rightToLeft), PaperWriter.ContentType);
            }, texts));
    }

    private static async Task<IResult> ShowAsync(Func<Task<IResult>> show, IStringLocalizer texts)
    {
        try
        {
            return await show();
        }
        catch (RuleBroken rule)
        {
            return Results.Text(string.Join('\n', rule.Faults.Select(f => texts.Say(f))), statusCode: rule is RecordMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        }
        catch (AccessDenied)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private static void Name(HttpContext http, string file)
    {
        var shown = new ContentDispositionHeaderValue(DispositionTypeNames.Inline);
        shown.SetHttpFileName(file);
        http.Response.Headers.ContentDisposition = shown.ToString();
    }
}
