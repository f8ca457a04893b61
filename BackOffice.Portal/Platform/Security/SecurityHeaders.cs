namespace BackOffice.Portal.Platform.Security;

/// <summary>Tells every browser what a page of the portal may load and who may frame it.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        // Signing out is a form that leads on to the directory.
        var forms = $"'self' {app.Services.GetRequiredService<SignInMode>().Origin}".TrimEnd();
        app.Use((http, next) => WriteAsync(http, next, forms));
    }

    private static Task WriteAsync(HttpContext http, RequestDelegate next, string forms)
    {
        var headers = http.Response.Headers;
        // Styles stay 'unsafe-inline': the component library positions its popovers by style attributes.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action {forms}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        http.Response.OnStarting(static state =>
        {
            // What a signed-in person saw must not come back out of a shared computer's cache.
            var context = (HttpContext)state;
            if (context.User.Identity is { IsAuthenticated: true } && !IsAsset(context)) context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static bool IsAsset(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
