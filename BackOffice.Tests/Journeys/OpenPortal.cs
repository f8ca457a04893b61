using BackOffice.Tests.Platform;
using Microsoft.Playwright;

namespace BackOffice.Tests.Journeys;

/// <summary>One running portal with an empty office and one Chromium, shared by all journeys; each journey opens a window of its own.</summary>
public sealed class OpenPortal : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private PortalProcess? _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the portal answers.</summary>
    public Uri Address => _portal!.Address;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(_folder.Path, new Dictionary<string, string> { ["SignIn__PerMinute"] = "1000" }, "--empty");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>A window in which nobody has signed in yet.</summary>
    public async Task<Window> OpenAsync(int width = 1440, int height = 900, ColorScheme system = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = Address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = system, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB" });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null) await _portal.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>The journeys run one after the other in the same portal.</summary>
[CollectionDefinition(nameof(SharedPortal))]
public sealed class SharedPortal : ICollectionFixture<OpenPortal>;

/// <summary>A browser window that remembers everything the browser complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser's console said in anger: blocked scripts, failed requests, unhandled errors.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Comes in as the holder of a role and waits until the page answers to clicks.</summary>
    public async Task SignInAsync(string role = "administrator", string to = "/")
    {
        await Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(to)}");
        await Page.ClickAsync($"button[value=\"{role}\"]");
        await ReadyAsync();
    }

    /// <summary>Opens an address as typed into the address bar.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>The circuit is up once the shell has told the browser its keys.</summary>
    public Task ReadyAsync() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.ready === 'true'");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
