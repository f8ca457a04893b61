using System.Security.Claims;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BackOffice.Portal.Platform.Security;

/// <summary>Signing in and out: the cookie, and the endpoints that both ways of recognising people share.</summary>
internal static class SignIn
{
    public const string Address = "/sign-in";

    public static void AddSignIn(this WebApplicationBuilder builder, SignInMode mode)
    {
        var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme);
        if (mode.ByDirectory) authentication.AddDirectory(builder.Configuration, mode);
        else authentication.AddCookie();
        builder.Services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
        {
            cookie.Cookie = SecuritySetup.CookieOf("bo", builder.Environment);
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = Address;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnValidatePrincipal = RequireAccountAsync;
            cookie.Events.OnRedirectToLogin = SendToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = context => RequestGuards.RefuseAsync(context.HttpContext, StatusCodes.Status403Forbidden, "Your roles do not allow this. An administrator can grant it.");
        });
    }

    public static void MapSecurity(this WebApplication app)
    {
        var mode = app.Services.GetRequiredService<SignInMode>();
        if (mode.ByDirectory)
        {
            app.MapGet(Address, (string? returnUrl) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = LocalAddress.Of(returnUrl) }, [OpenIdConnectDefaults.AuthenticationScheme]))
                .AllowAnonymous().RequireRateLimiting(SecuritySetup.SignInLimit);
        }
        else
        {
            app.MapDevelopmentSignIn();
        }
        app.MapPost("/sign-out", () => TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/signed-out" },
            mode.ByDirectory ? [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme] : [CookieAuthenticationDefaults.AuthenticationScheme])).AllowAnonymous();
        app.MapGet("/signed-out", () => Note("You are signed out", "Whoever uses this computer next cannot see what you did.")).AllowAnonymous();
    }

    /// <summary>Lets somebody in whom the directory (or the developer) has named: finds or writes his account.</summary>
    public static async Task<Admission> AdmitAsync(HttpContext http, Arrival arrival)
    {
        http.RequestServices.GetRequiredService<CurrentActor>().Actor = Actor.Job("sign-in", http.TraceIdentifier);
        return await http.RequestServices.GetRequiredService<SignInDesk>().ArriveAsync(arrival, http.RequestAborted);
    }

    /// <summary>Tells somebody whose account is switched off whom to ask.</summary>
    public static async Task<RazorComponentResult<SignInNote>> RefusalAsync(HttpContext http)
    {
        var names = await http.RequestServices.GetRequiredService<SignInDesk>().WhomToAskAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Note("Your account is switched off", "The directory knows you, but this portal does not let you in. Ask an administrator: {0}.", names.Count > 0 ? string.Join(", ", names) : "-");
    }

    /// <summary>A page that says one thing.</summary>
    public static RazorComponentResult<SignInNote> Note(string title, string text, params object[] args) =>
        new(new Dictionary<string, object?> { [nameof(SignInNote.Title)] = title, [nameof(SignInNote.Text)] = text, [nameof(SignInNote.Args)] = args });

    private static async Task RequireAccountAsync(CookieValidatePrincipalContext context)
    {
        var rights = context.HttpContext.RequestServices.GetRequiredService<RightsWatch>();
        if (PersonClaims.AccountOf(context.Principal ?? new ClaimsPrincipal()) is { } id && (await rights.OfAsync(id, context.HttpContext.RequestAborted)).Enabled) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static Task SendToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Only a page that a person opens leads to the sign-in; a script that asks is told.
        var page = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
        if (!page) return RequestGuards.RefuseAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "Sign in first.");
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
