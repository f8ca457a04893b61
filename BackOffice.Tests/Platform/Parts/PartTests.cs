using BackOffice.Portal.Platform.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BackOffice.Tests.Platform.Parts;

public sealed class PartTests : OnScreen
{
    [Fact]
    public void A_normal_state_is_a_dot_and_plain_text_and_only_an_exception_is_filled()
    {
        Assert.Equal("st calm", Render<StatusChip>(p => p.Add(c => c.Text, "In stock")).Find("span").ClassName);
        Assert.Equal("st bad", Render<StatusChip>(p => p.Add(c => c.Text, "Out of stock").Add(c => c.Tone, Tone.Bad)).Find("span").ClassName);
    }

    [Theory]
    [InlineData(1024837.2, "PKR", "PKR 1,024,837.20")]
    [InlineData(-640, "PKR", "PKR −640.00")]
    [InlineData(1250, "JPY", "JPY 1,250")]
    [InlineData(0.5, "KWD", "KWD 0.500")]
    public void Money_carries_its_currencys_decimals_and_the_true_minus(double amount, string currency, string text) =>
        Assert.Equal(text, Render<MoneyText>(p => p.Add(m => m.Value, new Money((decimal)amount, currency)).Add(m => m.WithCurrency, true)).Find("bdi").TextContent);

    [Fact]
    public void Money_stays_in_latin_digits_in_urdu()
    {
        Read("ur");
        Assert.Equal("−1,385.00", Render<MoneyText>(p => p.Add(m => m.Value, new Money(-1385m, "PKR"))).Find("bdi").TextContent);
    }

    [Theory]
    [InlineData("2026-11-23T04:41:00Z", "09:41")]
    [InlineData("2026-11-22T20:00:00Z", "01:00")]
    [InlineData("2026-11-22T18:59:00Z", "Yesterday")]
    [InlineData("2026-11-20T06:00:00Z", "Fri 20 Nov")]
    [InlineData("2025-11-20T06:00:00Z", "20 Nov 2025")]
    public void An_instant_is_as_short_as_the_day_of_reading_allows_in_the_readers_own_zone(string at, string text) =>
        Assert.Equal(text, Render<When>(p => p.Add(w => w.At, Utc(at))).Find("time").TextContent);

    [Fact]
    public void An_instant_tells_the_exact_time_and_its_zone_on_demand()
    {
        var time = Render<When>(p => p.Add(w => w.At, Utc("2026-11-20T06:00:05Z"))).Find("time");
        Assert.Equal("Fri 20 Nov 2026, 11:00:05 (Asia/Karachi)", time.GetAttribute("title"));
        Assert.Equal("2026-11-20T06:00:05Z", time.GetAttribute("datetime"));
    }

    [Fact]
    public void A_deadline_carries_weekday_and_time() =>
        Assert.Equal("Tomorrow, 17:00", Render<When>(p => p.Add(w => w.At, Utc("2026-11-24T12:00:00Z")).Add(w => w.WithTime, true)).Find("time").TextContent);

    [Fact]
    public void A_day_that_was_never_entered_is_a_dash() => Assert.Equal("–", Render<When>().Find("span").TextContent);

    [Fact]
    public void Urdu_names_the_weekday_in_its_own_script()
    {
        Read("ur");
        Assert.Equal("جمعہ 20 نومبر", Render<When>(p => p.Add(w => w.On, new DateOnly(2026, 11, 20))).Find("time").TextContent);
    }

    [Fact]
    public void Steps_tell_a_screen_reader_which_one_is_now()
    {
        var steps = Render<StateSteps>(p => p.Add(s => s.Steps, ["Draft", "In approval", "Approved"]).Add(s => s.Current, 1)).FindAll("li");
        Assert.Equal(["done", "now", null], steps.Select(s => s.ClassName is "" ? null : s.ClassName));
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
    }

    [Fact]
    public void A_sparkline_has_a_name_runs_left_to_right_and_survives_a_flat_year()
    {
        var line = Render<Sparkline>(p => p.Add(s => s.Values, [5m, 5m, 5m]).Add(s => s.Label, "Stock value stayed at 5 for 3 months"));
        Assert.Equal("Stock value stayed at 5 for 3 months", line.Find("svg").GetAttribute("aria-label"));
        Assert.Equal("ltr", line.Find("svg").GetAttribute("dir"));
        Assert.Equal("3.0,18.0 66.0,18.0 129.0,18.0", line.Find("polyline").GetAttribute("points"));
    }

    [Theory]
    [InlineData("Ayesha Khan", "AK")]
    [InlineData("Maria", "M")]
    [InlineData("عائشہ خان", "ع")]
    public void Initials_are_two_letters_but_one_where_letters_join(string name, string initials) =>
        Assert.Equal(initials, Render<Avatar>(p => p.Add(a => a.Name, name)).Find(".av").TextContent);

    [Fact]
    public void The_page_head_gives_the_page_its_name_in_the_breadcrumbs()
    {
        Render<PageHead>(p => p.Add(h => h.Title, "Items").Add(h => h.Count, "1,284"));
        Assert.Equal("Items", Services.GetRequiredService<BackOffice.Portal.Platform.Shell.Trail>().Title);
    }

    [Fact]
    public async Task A_confirmation_spells_out_what_follows_and_only_the_act_agrees()
    {
        var screen = Render<MudDialogProvider>();
        var confirm = Services.GetRequiredService<Confirm>();
        Task<bool> Ask() => confirm.AskAsync("Cancel the order", "PO-2026-00042 will be cancelled.", "Cancel the order", dangerous: true, "The supplier is told by mail.");

        var declined = screen.InvokeAsync(Ask);
        screen.WaitForElement(".consequences");
        Assert.Equal("The supplier is told by mail.", screen.Find(".consequences li").TextContent);
        await screen.FindAll(".mud-dialog-actions button")[0].ClickAsync(new());
        Assert.False(await declined);

        var agreed = screen.InvokeAsync(Ask);
        screen.WaitForElement(".danger");
        await screen.Find(".danger").ClickAsync(new());
        Assert.True(await agreed);
    }

    [Fact]
    public async Task A_choice_says_its_values_in_words_and_reports_the_chosen_one()
    {
        var chosen = BackOffice.Portal.Platform.Shell.Density.Regular;
        var choice = Render<Choice<BackOffice.Portal.Platform.Shell.Density>>(p => p.Add(c => c.Label, "Rows").Add(c => c.ValueChanged, EventCallback.Factory.Create<BackOffice.Portal.Platform.Shell.Density>(this, d => chosen = d)));
        Assert.Equal(["Regular", "Compact", "Roomy"], choice.FindAll("button").Select(b => b.TextContent));
        await choice.FindAll("button")[1].ClickAsync(new());
        Assert.Equal(BackOffice.Portal.Platform.Shell.Density.Compact, chosen);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);
}
