namespace BackOffice.Benchmarks.Platform.BareCounter;

/// <summary>The plain thing of everything live: a page with one shared number, in a web application that has nothing else.</summary>
internal static class CounterHost
{
    /// <summary>What starts this application instead of the measurements.</summary>
    public const string Argument = "--bare-counter";

    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The portal's settings file lies in the same folder and would say otherwise.
        builder.WebHost.UseUrls(builder.Configuration["ASPNETCORE_URLS"]!);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<SharedCounter>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<CounterApp>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }

    /// <summary>A number that all pages show.</summary>
    internal sealed class SharedCounter
    {
        public event EventHandler? Changed;

        public int Value { get; private set; }

        public void Add()
        {
            Value++;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
