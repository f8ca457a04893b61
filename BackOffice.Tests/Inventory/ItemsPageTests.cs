using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Portal.Inventory.Items;
using BackOffice.Portal.Platform.Grids;
using BackOffice.Tests.Platform;
using Bunit;

namespace BackOffice.Tests.Inventory;

public sealed class ItemsPageTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_low_item_stands_in_the_list_with_its_figures_and_its_chip()
    {
        await using var house = await BuyingHouse.OpenAsync();
        await house.ItemAsync("LAB-0022", onHand: 40);
        await using var stage = new PageStage(house.House);
        var page = stage.Open(typeof(ItemsPage), "/inventory/items");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal("LAB-0022|Item LAB-0022||40|–|–|40|–|pcs|8.00|In stock|10:00", string.Join('|', page.FindAll("tbody td:not(.pick)").Select(td => td.TextContent)));
        Assert.EndsWith("/inventory/items/1", page.Find("tbody a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_item_is_entered_in_the_dialog_and_stands_in_the_list()
    {
        await using var house = await BuyingHouse.OpenAsync();
        await using var stage = new PageStage(house.House);
        var dialogs = stage.Render<MudBlazor.MudDialogProvider>();
        var page = stage.Open(typeof(ItemsPage), "/inventory/items");
        page.WaitForElement(".empty");
        page.Find(".head .btn.p").Click();
        dialogs.WaitForElement("form.form input[name=Name]");
        dialogs.Find("form.form").Submit();
        dialogs.WaitForAssertion(() => Assert.Contains("need a change before this item can be saved", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        dialogs.Find("input[name=Name]").Change("Barcode label 70 × 40");
        dialogs.Find("input[name=Sku]").Change("LAB-0034");
        dialogs.Find("form.form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Barcode label 70 × 40", page.Find("tbody a").TextContent));
        Assert.Equal("EUR", (await house.Get<ItemCatalog>().GetAsync(1, Ct)).Currency);
    }

    [Fact]
    public async Task Who_may_only_look_gets_no_acts()
    {
        await using var house = await BuyingHouse.OpenAsync();
        await house.ItemAsync("LAB-0022", onHand: 40);
        var visitor = await house.House.PersonAsync("Visitor", InventoryPermissions.View);
        await using var stage = new PageStage(house.House, visitor, InventoryPermissions.View);
        var page = stage.Open(typeof(ItemsPage), "/inventory/items");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.DoesNotContain("New item", page.Markup, StringComparison.Ordinal);
        var grid = page.FindComponent<RecordGrid<ItemRow>>();
        await grid.InvokeAsync(() => grid.Instance.ReportAsync(new GridAct("pick", 0, Turn: 1)));
        Assert.Equal("Print labels", page.Find(".foot.sel .btn.s:not(.t)").TextContent.Trim());
        Assert.Single(page.FindAll(".foot.sel .btn.s:not(.t)"));
    }

    [Fact]
    public void A_barcode_has_a_start_its_characters_a_check_and_a_stop()
    {
        Assert.Equal([104, 48, 42, 42, 17, 18, 19, 16], Code128.Symbols("PJJ123"));
        Assert.Equal((11 * 8) + 13, Code128.Draw("PJJ123").Modules);
        Assert.False(Code128.CanWrite("اردو"));
    }
}
