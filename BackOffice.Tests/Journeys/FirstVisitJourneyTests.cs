using BackOffice.Tests.Platform.Security;

namespace BackOffice.Tests.Journeys;

[Collection(nameof(SharedPortal))]
public sealed class FirstVisitJourneyTests(SharedPortal portal)
{
    [Theory]
    [InlineData("", "inter"), InlineData("?culture=ur", "inter|naskh")]
    public async Task A_page_with_a_list_needs_seven_files_and_the_letters_of_its_own_language_only(string language, string fonts)
    {
        await using var signedIn = await portal.OpenAsync();
        if (language.Length > 0) await signedIn.Page.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = "c=ur|uic=ur", Url = portal.Address.ToString() }]);
        await using var window = new Window(await Chromium.PageAsync(portal.Address));
        await window.Page.Context.AddCookiesAsync((await signedIn.Page.Context.CookiesAsync()).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var asked = new List<string>();
        window.Page.Request += (_, request) =>
        {
            lock (asked) asked.Add(new Uri(request.Url).AbsolutePath);
        };

        await window.GoAsync("/inventory/items");
        await window.Page.WaitForSelectorAsync(".empty");
        await window.Page.EvaluateAsync("() => document.fonts.ready");

        Assert.Equal(fonts, string.Join('|', asked.Where(a => a.EndsWith(".woff2", StringComparison.Ordinal)).Select(a => a.Contains("naskh", StringComparison.Ordinal) ? "naskh" : "inter").Order(StringComparer.Ordinal)));
        Assert.Equal(7, asked.Count(a => !a.Contains("naskh", StringComparison.Ordinal)));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Every_letter_typed_into_a_list_is_searched_at_once()
    {
        await using var window = await portal.OpenAsync();
        await window.GoAsync("/inventory/items");
        await window.Page.ClickAsync(".quick input");
        // The browser's own clock stands still: nothing may wait for it.
        await window.Page.EvaluateAsync("() => { window.setTimeout = () => 0; }");
        await window.Page.Keyboard.TypeAsync("zx");
        await Microsoft.Playwright.Assertions.Expect(window.Page.Locator(".empty h2")).ToHaveTextAsync("No items match “zx”");
    }
}
