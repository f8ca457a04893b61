using Microsoft.AspNetCore.Antiforgery;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Turns away requests that another site made a browser send.</summary>
internal static class RequestGuards
{
    /// <summary>A circuit is opened by our own pages only: its socket and its negotiation name the site they come from, and browsers do not let scripts change that.</summary>
    public static void UseOriginCheck(this WebApplication app) => app.Use((http, next) =>
        !http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || IsOwn(http.Request)
            ? next(http)
            : RefuseAsync(http, StatusCodes.Status403Forbidden, "A circuit is opened by the portal's own pages only."));

    /// <summary>Whatever changes something over plain HTTP carries the token that our own forms hold; a new endpoint cannot forget it.</summary>
    public static void UseTokenCheck(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (IsUnsafe(http.Request) && !http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "This form is out of date. Load the page again and repeat it.");
            return;
        }
        await next(http);
    });

    /// <summary>Answers in a sentence.</summary>
    public static Task RefuseAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence, http.RequestAborted);
    }

    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        // A browser names the origin at every socket and every POST; only plain reading goes without.
        return !IsUnsafe(request) && request.Headers.Upgrade.Count == 0;
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
}
