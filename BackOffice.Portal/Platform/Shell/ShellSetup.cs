using BackOffice.Portal.Platform.Live;
using BackOffice.Portal.Platform.Parts;
using MudBlazor;
using MudBlazor.Services;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>Sets up the frame that every page stands in.</summary>
internal static class ShellSetup
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomStart;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        builder.Services.AddScoped<Reader>();
        builder.Services.AddScoped<Trail>();
        builder.Services.AddScoped<OpenPages>();
        builder.Services.AddScoped<Confirm>();
        foreach (var counter in typeof(INavCounter).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(INavCounter))))
            builder.Services.AddScoped(typeof(INavCounter), counter);
        foreach (var shared in typeof(IShared).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IShared)))) builder.Services.AddSingleton(shared);
    }

    /// <summary>An address that leads nowhere and a page that fails both end in a page of the portal.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
