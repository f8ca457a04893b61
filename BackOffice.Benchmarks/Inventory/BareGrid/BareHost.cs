using BackOffice.Portal.Platform.Data;
using MudBlazor.Services;

namespace BackOffice.Benchmarks.Inventory.BareGrid;

/// <summary>The plain thing: a bare MudDataGrid with ServerData over the same table, in a web application that has nothing else.</summary>
internal static class BareHost
{
    /// <summary>What starts this application instead of the measurements.</summary>
    public const string Argument = "--bare-grid";

    public static async Task ServeAsync(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        // The portal's settings file lies in the same folder and would say otherwise.
        builder.WebHost.UseUrls(builder.Configuration["ASPNETCORE_URLS"]!);
        builder.Logging.ClearProviders();
        builder.Services.AddPooledDbContextFactory<SqliteDb>(o => o.UseSqlite($"Data Source={database}"));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<BareApp>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }
}
