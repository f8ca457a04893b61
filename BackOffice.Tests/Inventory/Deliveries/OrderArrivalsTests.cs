using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Portal.Inventory.Purchasing;
using BackOffice.Tests.Platform;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace BackOffice.Tests.Inventory.Deliveries;

public sealed class OrderArrivalsTests
{
    private static async Task<(IRenderedComponent<DynamicComponent> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenAsync(PageStage stage, long order)
    {
        var dialogs = stage.Render<MudDialogProvider>();
        var page = stage.Open(typeof(PurchaseOrderPage), $"/inventory/orders/{order}", new Dictionary<string, object> { ["Id"] = order });
        page.WaitForElement(".mud-tab");
        await page.FindAll(".mud-tab")[1].ClickAsync(new MouseEventArgs());
        return (page, dialogs);
    }

    [Fact]
    public async Task A_second_delivery_is_announced_and_takes_its_part_off_the_first()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("TON-0207"), 8), (await house.ItemAsync("PAP-0131"), 60));
        await using var stage = new PageStage(house.House);
        var (page, dialogs) = await OpenAsync(stage, order.Id);

        await page.FindAll("button").Single(b => b.TextContent.Trim() == "Announce a delivery").ClickAsync(new MouseEventArgs());
        dialogs.WaitForElement("form.form .cell");
        Assert.Equal(["8", "60"], dialogs.FindAll("tbody td:nth-child(3)").Select(c => c.TextContent));
        await dialogs.Find("input[name=Carrier]").ChangeAsync(new ChangeEventArgs { Value = "TCS" });
        await dialogs.Find("form.form").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("Enter what the delivery brings.", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await dialogs.FindAll(".cell")[0].ChangeAsync(new ChangeEventArgs { Value = "9" });
        await dialogs.Find("form.form").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("Line 1: only 8 are outstanding, 9 are announced.", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await dialogs.FindAll(".cell")[0].ChangeAsync(new ChangeEventArgs { Value = "3" });
        await dialogs.Find("form.form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".mud-tab-panel tbody tr, .list tbody tr").Count(r => r.TextContent.Contains("Receive", StringComparison.Ordinal))));
        var deliveries = await house.DeliveriesAsync(order.Id);
        Assert.Equal(["5|60", "3"], deliveries.Select(d => string.Join('|', d.Lines.Where(l => l.Expected > 0).Select(l => l.Expected.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Equal("TCS", deliveries[1].Carrier);
    }

    [Fact]
    public async Task Every_promise_is_a_row_and_says_whether_it_was_kept()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("TON-0207"), 8), (await house.ItemAsync("PAP-0131"), 60));
        var today = DateOnly.FromDateTime(house.House.Clock.GetUtcNow().UtcDateTime);
        await house.Get<ReceivingDock>().PromiseAsync(order.Id, null, today.AddDays(1), "Mr Shah", RequestKey.New(), Xunit.TestContext.Current.CancellationToken);
        await house.Get<ReceivingDock>().PromiseAsync(order.Id, order.Lines[1].Id, today.AddDays(9), null, RequestKey.New(), Xunit.TestContext.Current.CancellationToken);
        house.House.Clock.Advance(TimeSpan.FromDays(3));
        await using var stage = new PageStage(house.House);
        var (page, _) = await OpenAsync(stage, order.Id);

        Assert.Equal(["Line 2: Item PAP-0131|Open", "The whole order|Overdue"], page.FindAll(".promises tbody tr").Select(r => $"{r.Children[1].TextContent}|{r.Children[5].TextContent.Trim()}"));
        await house.ReceiveAsync(order.Id, null);
        await page.InvokeAsync(() => Task.CompletedTask);
        var (later, _) = await OpenAsync(stage, order.Id);
        Assert.Contains("2 days late", later.Find(".promises").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_receive_sees_the_deliveries_and_announces_none()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("TON-0207"), 8));
        await using var stage = new PageStage(house.House, await house.House.PersonAsync("Viewer", InventoryPermissions.View), InventoryPermissions.View);
        var (page, _) = await OpenAsync(stage, order.Id);

        Assert.DoesNotContain("Announce a delivery", page.Markup, StringComparison.Ordinal);
    }
}
