using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Portal.Inventory.Reordering;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderDeskPageTests : BuyingStage
{
    private async Task<(BuyingHouse House, IRenderedComponent<ReorderDeskPage> Page)> OpenAsync(params string[] permissions)
    {
        var house = await BuyingHouse.OpenAsync();
        await house.ChangeAsync(async db => (await db.FindAsync<Supplier>(house.IndusId, Ct)).MinimumOrder = 200);
        await house.RuleAsync(await house.ItemAsync("LAB-0022", onHand: 28, price: 6.4m, pack: 10), 35, 58);
        await house.RuleAsync(await house.ItemAsync("PKG-0322", onHand: 5), 6, 20);
        await house.CheckAsync();
        StandOn(house, permissions.Length == 0 ? Actor.Operator("test") : await house.House.PersonAsync("Viewer", permissions));
        var page = Render<ReorderDeskPage>();
        page.WaitForElement(".desk .r");
        return (house, page);
    }

    [Fact]
    public async Task Every_row_gives_its_reason_in_one_sentence_and_its_total()
    {
        var (house, page) = await OpenAsync();
        await using var _ = house;

        var row = page.Find(".desk .r");
        Assert.Equal("On hand 28 − reserved 0 + on order 0 = 28, at or below reorder point 35; order 30 = up to 58, rounded to boxes of 10", row.QuerySelector(".ex")!.TextContent);
        Assert.Equal(("30", "192.00"), (row.QuerySelector("input")!.GetAttribute("value"), row.QuerySelectorAll("td.num")[1].TextContent));
        Assert.Contains("Lead time 3 days · minimum order EUR 200", page.Find(".desk .g").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 suggestions from 1 suppliers", page.Find(".head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_stays_in_its_place_and_is_told_in_the_foot()
    {
        var (house, page) = await OpenAsync();
        await using var _ = house;

        await page.FindAll(".desk .r .seg button")[0].ClickAsync(new MouseEventArgs());
        Assert.Equal("Accepted", page.FindAll(".desk .r .seg button")[0].TextContent);
        Assert.Contains("1 accepted, 8 below the minimum", page.Find(".desk .g").TextContent, StringComparison.Ordinal);
        await house.Get<ReorderDesk>().RejectAsync([(await house.SuggestionsAsync())[1].Id], "Not any more", RequestKey.New(), Ct);
        await page.FindAll(".desk .r input")[0].ChangeAsync(new ChangeEventArgs { Value = "40" });

        Assert.Equal(2, page.FindAll(".desk .r").Count);
        Assert.Equal("Rejected: Not any more", page.FindAll(".desk .r")[1].QuerySelector(".ex")!.TextContent);
        Assert.Contains("1 accepted, minimum met", page.Find(".desk .g").TextContent, StringComparison.Ordinal);
        Assert.Contains("0 snoozed, 1 rejected, 0 undecided", page.Find(".desk-foot").TextContent, StringComparison.Ordinal);
        Assert.Contains("EUR 256.00", page.Find(".desk-foot").TextContent, StringComparison.Ordinal);
        Assert.Equal("Create 1 purchase order", page.Find(".desk-foot .btn.p").TextContent.Trim());
    }

    [Fact]
    public async Task The_keyboard_decides_too_and_leads_to_the_order()
    {
        var (house, page) = await OpenAsync();
        await using var _ = house;

        await page.FindAll(".desk .r")[1].KeyDownAsync(new KeyboardEventArgs { Key = "a" });
        await page.Find(".desk-foot .btn.p").ClickAsync(new MouseEventArgs());

        var order = await house.ReadAsync(db => db.Set<PurchaseOrder>().Include(o => o.Lines).SingleAsync(Ct));
        Assert.Equal(15m, Assert.Single(order.Lines).Quantity);
        Assert.EndsWith($"inventory/orders/{order.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_picked_and_decided_at_once_with_one_reason()
    {
        var (house, page) = await OpenAsync();
        await using var _ = house;
        var dialogs = Render<MudBlazor.MudDialogProvider>();

        await page.Find(".desk .g .tick").ClickAsync(new MouseEventArgs());
        Assert.Equal(("2 selected", "EUR 342.00"), (page.Find(".foot.sel [role=status]").TextContent, page.Find(".foot.sel .key").TextContent));
        Assert.Equal(["Clear selection", "Reject 2", "Snooze 2", "Accept 2"], page.FindAll(".foot.sel button").Select(b => b.TextContent));
        await page.FindAll(".foot.sel button")[1].ClickAsync(new MouseEventArgs());
        dialogs.WaitForElement("form.form");
        Assert.Equal("Reject 2 suggestions", dialogs.Find("h1").TextContent);
        await dialogs.Find("input[name=Reason]").ChangeAsync(new ChangeEventArgs { Value = "Out of season" });
        await dialogs.Find("form.form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("0 snoozed, 2 rejected, 0 undecided", page.Find(".desk-foot").TextContent, StringComparison.Ordinal));
        Assert.All(await house.SuggestionsAsync(), s => Assert.Equal((SuggestionState.Rejected, "Out of season"), (s.State, s.Reason)));
        await page.FindAll(".desk .r")[0].KeyDownAsync(new KeyboardEventArgs { Key = "x" });
        await page.FindAll(".desk .r")[1].KeyDownAsync(new KeyboardEventArgs { Key = "X", ShiftKey = true });
        await page.Find(".foot.sel .btn.p").ClickAsync(new MouseEventArgs());
        Assert.All(await house.SuggestionsAsync(), s => Assert.Equal(SuggestionState.Accepted, s.State));
        Assert.Empty(page.FindAll(".foot.sel"));
    }

    [Fact]
    public async Task What_one_may_not_do_or_cannot_mean_is_said_and_nothing_changes()
    {
        var (house, page) = await OpenAsync(InventoryPermissions.View);
        await using var _ = house;

        await page.FindAll(".desk .r .seg button")[0].ClickAsync(new MouseEventArgs());
        Assert.Contains("This needs the permission", page.Find(".note.bad").TextContent, StringComparison.Ordinal);
        await page.FindAll(".desk .r input")[0].ChangeAsync(new ChangeEventArgs { Value = "many" });
        Assert.Contains("many", page.Find(".note.bad").TextContent, StringComparison.Ordinal);

        Assert.All(await house.SuggestionsAsync(), s => Assert.Equal(SuggestionState.Open, s.State));
    }
}
