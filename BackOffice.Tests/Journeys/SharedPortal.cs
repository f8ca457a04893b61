using BackOffice.Tests.Platform.Security;
using Microsoft.Playwright;

namespace BackOffice.Tests.Journeys;

/// <summary>One portal with an empty office for all journeys that leave it as they found it; each opens a window of its own.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    private OpenPortal? _portal;

    /// <summary>Where it answers.</summary>
    public Uri Address => _portal!.Address;

    public async ValueTask InitializeAsync() => _portal = await OpenPortal.StartAsync();

    /// <summary>A window of an administrator who has just signed in.</summary>
    public async Task<Window> OpenAsync(int width = 1440, int height = 900, ColorScheme system = ColorScheme.Light)
    {
        var window = new Window(await Chromium.PageAsync(Address, width: width, height: height, colours: system));
        await window.Page.GotoAsync("/sign-in");
        await window.Page.ClickAsync("button[value=administrator]");
        await window.ReadyAsync();
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }
}

/// <summary>The journeys in the shared portal run one after the other.</summary>
[CollectionDefinition(nameof(SharedPortal))]
public sealed class InSharedPortal : ICollectionFixture<SharedPortal>;

/// <summary>A browser window.</summary>
/// <param name="page">What it shows.</param>
public sealed class Window(IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    /// <summary>What the browser's console said in anger: blocked scripts, failed requests, unhandled errors.</summary>
    public IReadOnlyList<string> Complaints => Chromium.Complaints.GetOrCreateValue(Page);

    /// <summary>Opens an address as typed into the address bar.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>The circuit is up once the shell has told the browser so.</summary>
    public Task ReadyAsync() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.ready === 'true'");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
