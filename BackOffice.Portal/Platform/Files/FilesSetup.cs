using BackOffice.Domain.Platform.Files;
using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace BackOffice.Portal.Platform.Files;

/// <summary>Keeps files on disk and hands them out to whoever may see their record.</summary>
public static class FilesSetup
{
    /// <summary>Keeps files in a folder.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, string folder) =>
        services.AddSingleton<FileStore>(sp => new DiskFileStore(folder, sp.GetRequiredService<TimeProvider>()));

    /// <summary>Files:Folder; without it a folder beside the embedded database, or beside the head of the audit trail when the database is on a server.</summary>
    public static string FolderOf(IConfiguration settings) => Path.GetFullPath(settings["Files:Folder"] is { Length: > 0 } folder
        ? folder : Path.Combine(Path.GetDirectoryName(Presence.EmbeddedFile(settings) ?? Path.GetFullPath(settings["Audit:HeadFile"] ?? "data/audit-head.log"))!, "files"));

    /// <summary>Maps <c>/files/{id}/{name}</c>. A file is always something to save, never a page of the portal: whatever it contains, the browser does not run it here.</summary>
    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/files/{id:long}/{name?}", async (long id, FileRoom room, IStringLocalizer texts, HttpContext http, CancellationToken ct) =>
        {
            try
            {
                var (file, content) = await room.OpenAsync(id, ct);
                var name = new ContentDispositionHeaderValue("attachment");
                name.SetHttpFileName(file.Name);
                http.Response.Headers.ContentDisposition = name.ToString();
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                http.Response.Headers.CacheControl = "private, no-store";
                return Results.Stream(content, "application/octet-stream", enableRangeProcessing: true);
            }
            catch (RecordMissing)
            {
                return Results.NotFound();
            }
            catch (RuleBroken rule)
            {
                return Results.Text(string.Join('\n', rule.Faults.Select(f => texts.Say(f))), statusCode: StatusCodes.Status400BadRequest);
            }
            catch (AccessDenied)
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }
        });
}
