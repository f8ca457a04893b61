using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Portal.Inventory.Items;
using BackOffice.Portal.Inventory.Locations;
using BackOffice.Tests.Platform;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace BackOffice.Tests.Inventory;

/// <summary>Nothing is taken away before the person has read what follows from it.</summary>
public sealed class RemovalTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("suppliers", "Indus Office Supply is no longer asked for TON-0207.", "Nobody supplies it then. The reorder check still finds it, but it cannot be ordered.")]
    [InlineData("rules", "TON-0207 is no longer watched at LHR.", "Its suggestion leaves the reorder desk with the next check.")]
    [InlineData("packs", "Box of 10 pcs can no longer be chosen for TON-0207.", "Stock and orders stay as they are: they are counted in pcs.")]
    public async Task Removing_from_an_item_says_what_follows_and_waits_for_the_word(string tab, string question, string consequence)
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("TON-0207");
        await house.RuleAsync(item, 5, 10);
        await house.Get<ItemCatalog>().SavePacksAsync(item, [new PackSize { Name = "Box", Quantity = 10 }], Ct);
        await using var stage = new PageStage(house.House);
        var dialogs = stage.Render<MudDialogProvider>();
        var page = stage.Open(typeof(ItemPage), $"/inventory/items/{item}?tab={tab}", new Dictionary<string, object> { ["Id"] = item });
        page.WaitForElement(".sheet-table tbody tr");

        await AskAsync(page, dialogs);
        Assert.Equal(question, dialogs.Find(".mud-dialog-content p").TextContent);
        Assert.Contains(consequence, dialogs.FindAll(".consequences li").Select(l => l.TextContent));
        await dialogs.FindAll(".mud-dialog-actions button")[0].ClickAsync(new MouseEventArgs());
        Assert.NotEmpty(page.FindAll(".sheet-table tbody tr"));

        await AskAsync(page, dialogs);
        await dialogs.Find(".danger").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sheet-table tbody tr")));
        Assert.Equal(0, tab switch
        {
            "suppliers" => await house.ReadAsync(db => db.Set<SupplierItem>().CountAsync(s => s.ItemId == item, Ct)),
            "rules" => await house.ReadAsync(db => db.Set<ReorderRule>().CountAsync(r => r.ItemId == item, Ct)),
            _ => await house.ReadAsync(db => db.Set<PackSize>().CountAsync(p => p.ItemId == item, Ct)),
        });
    }

    [Fact]
    public async Task A_place_that_orders_name_stays_and_the_page_says_why()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var place = await house.Get<LocationTree>().SaveAsync(new Location { Code = "WEST", Name = "West", Kind = LocationKind.Site }, RequestKey.New(), Ct);
        await house.Get<BackOffice.Domain.Inventory.Purchasing.OrderBook>().StartAsync(house.IndusId, place, RequestKey.New(), Ct);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Get<LocationTree>().RemoveAsync(place, Ct));

        Assert.Equal("Other records still name it, so it cannot be removed.", refused.Message);
        await using var stage = new PageStage(house.House);
        var dialogs = stage.Render<MudDialogProvider>();
        var page = stage.Open(typeof(LocationsPage), "/inventory/locations");
        page.WaitForElement(".sheet-table tbody tr");
        _ = page.Find("button[aria-label='Remove WEST']").ClickAsync(new MouseEventArgs());
        dialogs.WaitForElement(".danger");
        Assert.Contains("To stop using a place, close it instead.", dialogs.FindAll(".consequences li").Select(l => l.TextContent));
        await dialogs.Find(".danger").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Equal("Other records still name it, so it cannot be removed.", page.Find(".act .note .grow").TextContent));
    }

    private static async Task AskAsync(IRenderedComponent<DynamicComponent> page, IRenderedComponent<MudDialogProvider> dialogs)
    {
        // The act goes on when the person has answered, so nobody waits for it here.
        _ = page.FindAll(".sheet-table button").Single(b => b.TextContent.Trim() == "Remove").ClickAsync(new MouseEventArgs());
        await dialogs.WaitForElementAsync(".consequences");
    }
}
