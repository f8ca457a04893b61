using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Portal.Inventory.Deliveries;
using BackOffice.Portal.Inventory.Purchasing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BackOffice.Tests.Inventory.Purchasing;

public sealed class PurchaseOrderPageTests : BuyingStage
{
    [Fact]
    public async Task An_order_in_approval_shows_its_way_its_sums_and_who_may_act()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.DraftAsync((await house.ItemAsync("TON-0207", price: 245), 8), (await house.ItemAsync("PAP-0131", price: 19.6m), 60));
        await house.MoveAsync(order, OrderState.Submitted);
        StandOn(house, await house.House.PersonAsync("Ayesha Khan", InventoryPermissions.View, InventoryPermissions.ApproveOrder));

        var page = Render<PurchaseOrderPage>(p => p.Add(o => o.Id, order));
        page.WaitForElement(".order-lines tbody tr");

        Assert.Equal("PO-2026-00001", page.Find("h1").TextContent);
        Assert.Equal("In approval", page.Find(".steps .now").TextContent.Trim());
        Assert.Equal(["1,960.00", "1,176.00"], page.FindAll(".order-lines tbody tr").Select(r => r.QuerySelector("td:last-child")!.TextContent.Trim()));
        Assert.Equal("3,136.00", page.Find(".sums dd.whole").TextContent);
        Assert.Empty(page.FindAll(".order-lines button.link"));

        await page.FindAll(".rec .btn.p").Single(b => b.TextContent.Trim() == "Approve").ClickAsync(new MouseEventArgs());

        Assert.Equal("Approved", page.Find(".steps .now").TextContent.Trim());
        Assert.Contains("Ayesha Khan", page.Find(".panel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".rec .btn.p"));
        Assert.Equal(OrderState.Approved, (await house.OrderAsync(order)).State);
    }

    [Fact]
    public async Task Half_of_a_delivery_is_received_at_the_dock()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("TON-0207");
        var order = await house.SentAsync((item, 8));
        var delivery = (await house.DeliveriesAsync(order.Id)).Single();
        StandOn(house, await house.House.PersonAsync("Dock", InventoryPermissions.View, InventoryPermissions.Receive));

        var page = Render<DeliveryPage>(p => p.Add(d => d.Id, delivery.Id));
        page.WaitForElement(".arrivals input[type=number]");
        Assert.Equal("8", page.Find(".arrivals input[type=number]").GetAttribute("value"));
        await page.Find(".arrivals input[type=number]").ChangeAsync(new ChangeEventArgs { Value = "9" });
        await page.FindAll(".rec .btn.p").Single().ClickAsync(new MouseEventArgs());
        Assert.Contains("Line 1 asks for 8; with a tolerance of 10 %", page.Find(".act .note").TextContent, StringComparison.Ordinal);

        await page.Find(".arrivals input[type=number]").ChangeAsync(new ChangeEventArgs { Value = "4" });
        await page.FindAll(".rec .btn.p").Single().ClickAsync(new MouseEventArgs());

        Assert.Equal("GR-2026-00001", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll(".arrivals input"));
        Assert.Equal((4m, 4m), ((await house.StockAsync(item)).OnHand, (await house.StockAsync(item)).OnOrder));
    }

    [Fact]
    public async Task The_board_puts_each_delivery_where_its_day_says()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        await house.SentAsync((item, 8));
        house.House.Clock.Advance(TimeSpan.FromDays(5));
        await house.SentAsync((item, 3));
        StandOn(house, await house.House.PersonAsync("Dock", InventoryPermissions.View));

        var page = Render<DeliveriesPage>();
        page.WaitForElement(".lane .ticket");

        Assert.Equal(["1", "0", "1", "0"], page.FindAll(".lane header .tab").Select(c => c.TextContent));
        Assert.Contains("2 days late", page.FindAll(".lane")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is expected today.", page.FindAll(".lane")[1].TextContent, StringComparison.Ordinal);
    }
}
