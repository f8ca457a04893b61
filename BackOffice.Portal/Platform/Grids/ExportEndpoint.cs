using System.Reflection;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Transfer;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Hands out exactly what a person sees of a list, as a file: the same use case with the same question, under his own rights, chunk by chunk.</summary>
public static class ExportEndpoint
{
    private static readonly MethodInfo Typed = typeof(ExportEndpoint).GetMethod(nameof(WriteAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Maps <c>/export/{key}.csv</c> and <c>/export/{key}.xlsx</c>.</summary>
    public static void MapExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/export/{file}", async (string file, HttpContext http) =>
        {
            if (ExportableList.Find(Path.GetFileNameWithoutExtension(file)) is not { } list) return Results.NotFound();
            try
            {
                await (Task)Typed.MakeGenericMethod(list.Row).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [list, TableExport.FormatOf(file), http], null)!;
                return Results.Empty;
            }
            catch (RuleBroken rule) when (!http.Response.HasStarted)
            {
                var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
                return Results.Text(string.Join('\n', rule.Faults.Select(f => texts.Say(f))), statusCode: StatusCodes.Status400BadRequest);
            }
            catch (AccessDenied) when (!http.Response.HasStarted)
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }
        });

    private static async Task WriteAsync<TRow>(ExportableList list, ExportFormat format, HttpContext http) where TRow : class
    {
        var ct = http.RequestAborted;
        var asked = new GridAddress(new GridState()).Read(http.Request.QueryString.Value ?? "");
        var use = list.Open<TRow>(http.RequestServices, name => http.Request.Query[name]);
        var rows = GridPaging.StreamAsync(use, asked.ToQuery(null), ct);

        // The first chunk is read before the answer begins: whoever may not see the list gets an answer that says so.
        await using var reading = rows.GetAsyncEnumerator(ct);
        var any = await reading.MoveNextAsync();
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(
            http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, http.RequestServices.GetRequiredService<Company>().TimeZone));
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
        // The parts of a workbook are closed synchronously by the framework's own archive; only a few bytes are left to write then.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        http.Response.ContentType = TableExport.ContentType(format);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(FormattableString.Invariant($"{list.Key}-{day:yyyy-MM-dd}.{format.ToString().ToLowerInvariant()}"));
        http.Response.Headers.ContentDisposition = name.ToString();
        await TableExport.WriteAsync(http.Response.Body, format, ExportableList.Columns<TRow>(asked.Columns, words => texts[words]), Rest(reading, any), ct);
    }

    private static async IAsyncEnumerable<TRow> Rest<TRow>(IAsyncEnumerator<TRow> reading, bool any)
    {
        while (any)
        {
            yield return reading.Current;
            any = await reading.MoveNextAsync();
        }
    }
}
