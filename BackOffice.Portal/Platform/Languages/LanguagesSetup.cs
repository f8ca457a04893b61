using BackOffice.Domain.Platform.Rights;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>Sets up the languages: texts, the culture of each request and the switch.</summary>
internal static class LanguagesSetup
{
    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStringLocalizer, Texts>();
        builder.Services.AddTransient<MudLocalizer, MudTexts>();
    }

    public static void UseLanguages(this WebApplication app)
    {
        var cultures = Language.All.Select(l => l.Culture).ToList();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(cultures[0]),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()],
        });
    }

    /// <summary>The switch is a plain link, so that the whole page and its circuit start again in the other language.</summary>
    public static void MapLanguages(this WebApplication app) =>
        app.MapGet("/language/{code}", async (string code, string? returnUrl, HttpContext http, OwnAccount account) =>
        {
            if (Language.All.FirstOrDefault(l => l.Code == code) is not { } language) return Results.NotFound();
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Culture)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps });
            if (http.User.Identity is { IsAuthenticated: true }) await account.KeepLanguageAsync(code, http.RequestAborted);
            return Results.LocalRedirect(LocalAddress.Of(returnUrl));
        }).AllowAnonymous();
}

/// <summary>Addresses inside the portal, as they come back from a browser.</summary>
public static class LocalAddress
{
    /// <summary>The address when it stays inside the portal, else the start page.</summary>
    public static string Of(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl) ? address : "/";
}
