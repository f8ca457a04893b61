using Microsoft.Playwright;

namespace BackOffice.Tests.Platform.Security;

/// <summary>One Chromium for all tests; every page has a browser context, and so cookies, of its own.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    /// <summary>A page whose relative addresses belong to the portal. Whatever the page complains about in its console is kept in <see cref="Complaints"/>.</summary>
    public static async Task<IPage> PageAsync(Uri portal, string locale = "en-GB", int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light)
    {
        var context = await (await Browser.Value).NewContextAsync(new() { BaseURL = portal.ToString(), Locale = locale, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours });
        context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.GetOrCreateValue(page).Add($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complaints.GetOrCreateValue(page).Add(error);
        return page;
    }

    /// <summary>What each page has complained about: scripts that failed, content that the security policy refused.</summary>
    public static System.Runtime.CompilerServices.ConditionalWeakTable<IPage, List<string>> Complaints { get; } = [];

    private static async Task<IBrowser> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }
}
