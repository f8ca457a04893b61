using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace BackOffice.Portal.Platform;

/// <summary>What happens around the start of the portal, whatever it is started for.</summary>
internal static class Startup
{
    /// <summary>Reads the one settings file, which lies beside the executable; the environment and the command line override it.</summary>
    public static void AddSettingsFile(this WebApplicationBuilder builder)
    {
        // The framework would read the same file from the working directory once more, above ASPNETCORE_URLS.
        foreach (var again in builder.Configuration.Sources.OfType<JsonConfigurationSource>().Where(s => s.Path == "appsettings.json").ToList()) builder.Configuration.Sources.Remove(again);
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
    }

    /// <summary>Says where the portal can be opened, once it really can.</summary>
    public static void PrintAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Console.WriteLine($"{app.Environment.ApplicationName.Replace('.', ' ')} is open at {address}");
    });
}
