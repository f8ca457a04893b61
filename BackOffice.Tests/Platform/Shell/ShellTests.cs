using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Platform.Shell;

public sealed class ShellTests : OnScreen
{
    [Theory]
    [InlineData("Dark.Compact.Rail.NoKeys")]
    [InlineData("System.Regular.Wide.Keys")]
    public void A_kept_look_comes_back_as_it_was(string kept) => Assert.Equal(kept, Look.Parse(kept).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Dark")]
    [InlineData("7.99.Rail")]
    public void A_look_that_somebody_tampered_with_is_the_default(string? kept) => Assert.Equal(Look.Default, Look.Parse(kept));

    [Theory]
    [InlineData("dark", "compact", "Dark.Compact.Rail.Keys")]
    [InlineData("system", "normal", "Light.Roomy.Rail.Keys")]
    [InlineData("pink", "99", "Light.Roomy.Rail.Keys")]
    public void What_the_account_keeps_wins_over_this_computer_where_it_was_chosen_and_is_understood(string theme, string density, string look)
    {
        var here = Look.Parse("Light.Roomy.Rail.Keys").With(theme, density);
        Assert.Equal(look, here.ToString());
        Assert.Equal(here, (Look.Default with { Rail = true }).With(here.KeptTheme, here.KeptDensity));
    }

    [Fact]
    public void A_number_that_names_no_theme_is_none() => Assert.Equal(ThemeChoice.System, Look.Parse("99.-1.Wide.Keys").Theme);

    [Theory]
    [InlineData("/inventory/items?sort=-Name", "/inventory/items?sort=-Name")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/ok\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void An_address_that_comes_back_from_a_browser_never_leads_out_of_the_portal(string? asked, string taken) => Assert.Equal(taken, LocalAddress.Of(asked));

    [Fact]
    public void The_navigation_stands_in_the_order_person_domains_administration()
    {
        Assert.Equal(SiteMap.Groups.Select(g => g.Kind).Order(), SiteMap.Groups.Select(g => g.Kind));
        Assert.Equal("/", SiteMap.Groups[0].Entries[0].Address);
        Assert.Equal(SiteMap.Entries.Select(e => e.Entry.Address).Distinct().Count(), SiteMap.Entries.Count());
    }

    [Fact]
    public void Every_page_of_the_navigation_is_guarded() => Assert.Empty(SiteMap.Entries.Where(e => e.Entry.Rights.Count == 0).Select(e => e.Entry.Page.Name));

    [Fact]
    public void The_start_page_is_not_the_home_of_every_address()
    {
        Assert.Equal("/", SiteMap.At("/")?.Entry.Address);
        Assert.Equal("/notices", SiteMap.At("/notices/7")?.Entry.Address);
        Assert.Null(SiteMap.At("/nowhere"));
    }

    [Fact]
    public async Task Somebody_sees_only_the_entries_he_may_open()
    {
        var person = AddAuthorization();
        person.SetAuthorized("Ayesha Khan");
        person.SetPolicies();
        var state = await Services.GetRequiredService<Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider>().GetAuthenticationStateAsync();
        var open = (await Services.GetRequiredService<OpenPages>().ForAsync(state.User)).SelectMany(g => g.Entries).ToList();
        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, e => e.Rights.Any(r => r.Policy is not null));
    }

    [Fact]
    public async Task A_page_that_fails_leaves_the_shell_alive_and_tells_a_number_that_stands_in_the_log()
    {
        var fence = Render<PageFence>(p => p.AddChildContent<Fragile>());
        await fence.Find("button").ClickAsync(new());
        Assert.Matches("number E-[0-9A-F]+\\.", fence.Find("[role=alert]").TextContent);
        await fence.Find("button.as-link").ClickAsync(new());
        Assert.Equal("Break", fence.Find("button").TextContent);
    }

    [Fact]
    public void A_page_whose_record_is_gone_says_so_instead_of_failing()
    {
        var fence = Render<PageFence>(p => p.AddChildContent<Gone>());
        Assert.Contains("There is no item 42. It may have been deleted.", fence.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reader_turns_with_his_system_only_while_he_left_the_choice_to_it()
    {
        var reader = Services.GetRequiredService<Reader>();
        reader.Arrive(Look.Default, systemIsDark: false);
        reader.SystemTurned(dark: true);
        Assert.True(reader.IsDark);
        reader.Arrive(Look.Default with { Theme = ThemeChoice.Light }, systemIsDark: true);
        Assert.False(reader.IsDark);
    }

    [Fact]
    public void The_theme_repeats_the_tokens_exactly()
    {
        var tokens = File.ReadAllText(Path.Combine(Languages.SpokenSentences.Root, "BackOffice.Portal/Platform/Shell/tokens.css"));
        var (light, dark) = (tokens[..tokens.IndexOf("[data-theme=\"dark\"]", StringComparison.Ordinal)], tokens[tokens.IndexOf("[data-theme=\"dark\"]", StringComparison.Ordinal)..]);
        foreach (var (sheet, palette) in new (string, MudBlazor.Palette)[] { (light, HouseTheme.Theme.PaletteLight), (dark, HouseTheme.Theme.PaletteDark) })
        {
            foreach (var (token, colour) in new[]
            {
                ("accent", palette.Primary), ("ink", palette.TextPrimary), ("ink-2", palette.TextSecondary), ("ink-3", palette.TextDisabled), ("bg", palette.Background), ("bg-side", palette.DrawerBackground),
                ("line", palette.LinesDefault), ("line-control", palette.LinesInputs), ("ok", palette.Success), ("warn", palette.Warning), ("bad", palette.Error), ("info", palette.Info), ("bg-hover", palette.TableHover), ("accent-ink", palette.Tertiary),
            })
            {
                Assert.Contains($"--{token}: {colour.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex)};", sheet, StringComparison.Ordinal);
            }
        }
    }

    private sealed class Fragile : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => throw new InvalidOperationException("The shelf fell over.")));
            builder.AddContent(2, "Break");
            builder.CloseElement();
        }
    }

    private sealed class Gone : ComponentBase
    {
        protected override void OnInitialized() => throw new RecordMissing("item", 42);
    }
}
