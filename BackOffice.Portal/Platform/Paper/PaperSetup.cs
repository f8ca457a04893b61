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
    }

    /// <summary>Maps <c>/paper/{kind}/{id}.pdf</c>; the browser shows it.</summary>
    public static void MapPaper(this WebApplication app) =>
        app.MapGet("/paper/{kind}/{id:long}.pdf", async (string kind, long id, IEnumerable<PaperKind> kinds, IStringLocalizer texts, HttpContext http, CancellationToken ct) =>
        {
            if (kinds.FirstOrDefault(k => k.Name == kind) is not { } paper) return Results.NotFound();
            try
            {
                var document = await paper.MakeAsync(id, ct);
                var shown = new ContentDispositionHeaderValue(DispositionTypeNames.Inline);
                shown.SetHttpFileName($"{document.Title} {document.Subtitle}".TrimEnd() + ".pdf");
                http.Response.Headers.ContentDisposition = shown.ToString();
                return Results.Bytes(PaperWriter.Write(document), PaperWriter.ContentType);
            }
            catch (RuleBroken rule)
            {
                return Results.Text(string.Join('\n', rule.Faults.Select(f => texts.Say(f))), statusCode: rule is RecordMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
            }
            catch (AccessDenied)
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }
        });
}
