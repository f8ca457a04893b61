using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Journeys;

[Collection(nameof(SharedPortal))]
public sealed class ShellJourneyTests(SharedPortal portal)
{
    [Fact]
    public async Task The_shell_opens_without_a_complaint_of_the_browser()
    {
        await using var window = await portal.OpenAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Today"));
        await window.Page.ClickAsync(".me");
        await Expect(window.Page.GetByText("Sign out")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.ClickAsync("a[href='/notices'].nav");
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Notices");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_person_reaches_a_page_with_the_keyboard_alone()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.Keyboard.PressAsync("Control+k");
        await Expect(window.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("notic");
        await Expect(window.Page.Locator(".hit.on")).ToContainTextAsync("Notices");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page).ToHaveURLAsync(new Uri(portal.Address, "/notices").ToString());
        await Expect(window.Page.GetByRole(AriaRole.Combobox)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_navigation_shrinks_by_key_and_stays_so_after_a_reload()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.Keyboard.PressAsync("Control+b");
        await Expect(window.Page.Locator(".app.railed")).ToBeVisibleAsync();
        await window.GoAsync("/");
        await Expect(window.Page.Locator(".app.railed")).ToBeVisibleAsync();
        Assert.Equal(52, (await window.Page.Locator(".side").BoundingBoxAsync())!.Width);
    }

    [Fact]
    public async Task Urdu_turns_the_whole_page_and_english_turns_it_back()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.ClickAsync(".me");
        await window.Page.ClickAsync("text=اردو");
        await window.ReadyAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("آج");
        var side = (await window.Page.Locator(".side").BoundingBoxAsync())!;
        Assert.Equal(1440, side.X + side.Width);
        await window.Page.ClickAsync(".me");
        await window.Page.ClickAsync("text=English");
        await window.ReadyAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
    }

    [Fact]
    public async Task The_colours_follow_the_system_until_the_person_chooses_for_all_his_computers()
    {
        await using var window = await portal.OpenAsync(system: ColorScheme.Dark);
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await window.Page.ClickAsync(".me");
        await window.Page.ClickAsync("text=Light");
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await using var elsewhere = await portal.OpenAsync(system: ColorScheme.Dark);
        await Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await elsewhere.Page.ClickAsync(".me");
        await elsewhere.Page.ClickAsync("text=System");
        await Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task On_a_phone_the_navigation_is_a_drawer_and_nothing_runs_out_of_the_screen()
    {
        await using var window = await portal.OpenAsync(390, 844);
        await Expect(window.Page.Locator(".side")).ToBeHiddenAsync();
        await window.Page.ClickAsync("button[aria-label='Open the navigation']");
        await window.Page.ClickAsync(".side a[href='/notices']");
        await Expect(window.Page).ToHaveURLAsync(new Uri(portal.Address, "/notices").ToString());
        await Expect(window.Page.Locator(".side")).ToBeHiddenAsync();
        Assert.Equal(390, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task An_address_without_a_page_says_so_within_the_shell()
    {
        await using var window = await portal.OpenAsync();
        await window.GoAsync("/no/such/page");
        await Expect(window.Page.Locator("h2")).ToHaveTextAsync("There is nothing at this address");
        await Expect(window.Page.Locator(".side")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_connection_leaves_the_page_readable_and_says_what_waits()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await Expect(window.Page.Locator("#components-reconnect-modal")).ToContainTextAsync("You can read and copy; saving waits.");
        await Expect(window.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        await window.Page.Context.SetOfflineAsync(false);
        await Expect(window.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await window.Page.ClickAsync(".me");
        await Expect(window.Page.GetByText("Sign out")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_signs_out_has_to_sign_in_again()
    {
        await using var window = await portal.OpenAsync();
        await window.Page.ClickAsync(".me");
        await window.Page.ClickAsync("text=Sign out");
        await Expect(window.Page).ToHaveURLAsync(new Uri(portal.Address, "/signed-out").ToString());
        await window.Page.GotoAsync("/");
        Assert.Contains("/sign-in", window.Page.Url, StringComparison.Ordinal);
    }
}
