using System.Globalization;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;
using BackOffice.Portal.Platform.Languages;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Brings imports into the host.</summary>
internal static class TransferSetup
{
    /// <summary>Registers where files are kept.</summary>
    public static void AddTransfer(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(house => new ImportFiles(builder.Configuration["Import:Folder"] ?? "data/imports", house.GetRequiredService<TimeProvider>()));

    /// <summary>Maps the files that hold an import's rejected rows with their reasons.</summary>
    public static void MapTransfer(this WebApplication app) =>
        app.MapGet("/imports/{id:long}/{name:regex(^rejected\\.(csv|xlsx)$)}", async (long id, string name, ImportBook book, ImportFiles files, IStringLocalizer texts, HttpContext http, CancellationToken ct) =>
        {
            try
            {
                var table = files.Open((await book.FindAsync(id, ct)).FileKey);
                var reasons = await book.ReasonsAsync(id, ct);
                var format = TableExport.FormatOf(name);
                http.Response.ContentType = TableExport.ContentType(format);
                http.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"import-{id}-{name}\"");
                await RejectedRows.WriteAsync(http.Response.Body, format, table, reasons, texts.Say, ct);
                return Results.Empty;
            }
            catch (RuleBroken rule) when (!http.Response.HasStarted)
            {
                return Results.Text(string.Join('\n', rule.Faults.Select(f => texts.Say(f))), statusCode: StatusCodes.Status400BadRequest);
            }
            catch (AccessDenied) when (!http.Response.HasStarted)
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }
        });
}

/// <summary>Writes the rows that an import rejected, each with its number, the column to blame and the reason, so that they can be mended and handed in again.</summary>
internal static class RejectedRows
{
    public static Task<int> WriteAsync(Stream target, ExportFormat format, Table table, IReadOnlyDictionary<int, Fault> reasons, Func<Fault, string> say, CancellationToken ct)
    {
        ExportColumn<TableRow>[] columns =
        [
            .. table.Columns.Select((title, i) => new ExportColumn<TableRow>(title, row => FormulaGuard.Unguard(row.Cells[i].Text))),
            new("Rejected row", row => row.Number), new("Rejected column", row => reasons[row.Number].Field), new("Rejected because", row => say(reasons[row.Number])),
        ];
        return TableExport.WriteAsync(target, format, columns, table.Rows().Where(r => reasons.ContainsKey(r.Number)).ToAsyncEnumerable(), ct);
    }
}
