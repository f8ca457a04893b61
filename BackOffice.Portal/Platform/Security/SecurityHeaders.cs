using System.Security.Cryptography;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Tells every browser what a page of the portal may load and who may frame it.</summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>The word that this answer's own inline script carries; new for every answer.</summary>
    public static string NonceOf(HttpContext http) =>
        http.Items[NonceKey] as string ?? throw new InvalidOperationException("The security headers stand before everything that answers.");

    public static void UseSecurityHeaders(this WebApplication app)
    {
        // Signing out is a form that leads on to the directory.
        var forms = $"'self' {app.Services.GetRequiredService<SignInMode>().Origin}".TrimEnd();
        app.Use((http, next) => WriteAsync(http, next, forms));
    }

    private static Task WriteAsync(HttpContext http, RequestDelegate next, string forms)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;
        var headers = http.Response.Headers;
        // Styles stay 'unsafe-inline': the component library positions its popovers by style attributes.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action {forms}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'";
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
