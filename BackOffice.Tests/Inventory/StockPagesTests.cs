using BackOffice.Domain.Inventory.Counts;
using BackOffice.Domain.Inventory.Transfers;
using BackOffice.Portal.Inventory;
using BackOffice.Portal.Inventory.Counts;
using BackOffice.Portal.Inventory.Suppliers;
using BackOffice.Portal.Inventory.Transfers;
using BackOffice.Portal.Platform.Forms;
using BackOffice.Tests.Platform;
using Bunit;

namespace BackOffice.Tests.Inventory;

public sealed class StockPagesTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blind_count_is_keyed_in_line_by_line_and_shows_the_books_only_afterwards()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var (bolt, nut) = (await warehouse.ItemAsync("BOLT"), await warehouse.ItemAsync("NUT"));
        await warehouse.ReceiveAsync(bolt, 10, 2);
        await warehouse.ReceiveAsync(nut, 5, 1);
        var id = await warehouse.House.Get<StockCounting>().PlanAsync(warehouse.Main.Id, null, new DateOnly(2026, 11, 23), isBlind: true, ct: Ct);
        await using var stage = new PageStage(warehouse.House);
        var page = stage.Open(typeof(StockCountPage), $"/inventory/counts/{id}", new Dictionary<string, object> { ["Id"] = id });
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".cell").Count));
        Assert.DoesNotContain("In the books", page.Markup, StringComparison.Ordinal);
        var sheet = page.FindComponent<CountSheet>().Instance;

        await page.FindAll(".cell")[0].ChangeAsync(new() { Value = "8" });
        page.WaitForAssertion(() => Assert.Equal("8", page.FindAll(".cell")[0].GetAttribute("value")));
        stage.JSInterop.VerifyFocusAsyncInvoke();
        Assert.Same(sheet, page.FindComponent<CountSheet>().Instance);
        await page.FindAll(".cell")[1].ChangeAsync(new() { Value = "5" });
        await page.Find(".act .btn.p").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("−2", page.Find("td.strong.t-bad").TextContent, StringComparison.Ordinal));
        await page.Find("select.cell").ChangeAsync(new() { Value = nameof(DifferenceReason.Missing) });
        var line = Assert.Single((await warehouse.House.Get<StockCounting>().SheetAsync(id, new GridQuery { Filters = [new GridFilter("Sku", GridOperator.Is, "BOLT")] }, Ct)).Rows);
        Assert.Equal((8m, -2m, DifferenceReason.Missing), (line.Counted, line.Difference, line.Reason));
    }

    [Fact]
    public async Task What_turned_up_during_a_count_is_added_to_its_sheet()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("BOLT"), 10, 2);
        await warehouse.ItemAsync("MILK", i => i.TracksLots = true);
        var id = await warehouse.House.Get<StockCounting>().PlanAsync(warehouse.Main.Id, null, new DateOnly(2026, 11, 23), isBlind: true, ct: Ct);
        await using var stage = new PageStage(warehouse.House);
        var dialogs = stage.Render<MudBlazor.MudDialogProvider>();
        var page = stage.Open(typeof(StockCountPage), $"/inventory/counts/{id}", new Dictionary<string, object> { ["Id"] = id });
        page.WaitForElement(".cell");

        await page.FindAll(".acts button").Single(b => b.TextContent.Trim() == "Add what turned up").ClickAsync(new());
        dialogs.WaitForElement("form.form input[name=Counted]");
        var item = dialogs.FindComponents<MudBlazor.MudAutocomplete<Pick>>()[0];
        await item.InvokeAsync(() => item.Instance.ValueChanged.InvokeAsync(new Pick(2, "MILK")));
        await dialogs.Find("input[name=Counted]").ChangeAsync(new() { Value = "7" });
        await dialogs.Find("input[name=LotCode]").ChangeAsync(new() { Value = "L-77" });
        await dialogs.Find("form.form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["", "7"], page.FindAll(".cell").Select(c => c.GetAttribute("value"))));
        var line = (await warehouse.House.Get<StockCounting>().SheetAsync(id, new GridQuery(), Ct)).Rows.Single(r => r.Sku == "MILK");
        Assert.Equal(("L-77", 7m, 1), (line.Lot, line.Counted, line.Times));
    }

    [Fact]
    public async Task What_cannot_be_read_stays_in_the_cell_and_is_not_counted()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("BOLT"), 10, 2);
        var id = await warehouse.House.Get<StockCounting>().PlanAsync(warehouse.Main.Id, null, new DateOnly(2026, 11, 23), isBlind: true, ct: Ct);
        await using var stage = new PageStage(warehouse.House);
        var page = stage.Open(typeof(StockCountPage), $"/inventory/counts/{id}", new Dictionary<string, object> { ["Id"] = id });
        page.WaitForElement(".cell");
        await page.Find(".cell").ChangeAsync(new() { Value = "ten" });
        Assert.Equal(("ten", "true"), (page.Find(".cell").GetAttribute("value"), page.Find(".cell").GetAttribute("aria-invalid")));
        Assert.Equal(CountState.Planned, (await warehouse.House.Get<StockCounting>().GetAsync(id, Ct)).State);
    }

    [Fact]
    public async Task A_transfer_takes_in_what_was_entered_and_keeps_the_rest_on_the_way()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var bolt = await warehouse.ItemAsync("BOLT");
        await warehouse.ReceiveAsync(bolt, 10, 2);
        var desk = warehouse.House.Get<TransferDesk>();
        var id = await desk.SendAsync(warehouse.Main.Id, warehouse.Back.Id, [new TransferWish(bolt.Id, 6)], ct: Ct);
        await using var stage = new PageStage(warehouse.House);
        var page = stage.Open(typeof(TransferPage), $"/inventory/transfers/{id}", new Dictionary<string, object> { ["Id"] = id });
        page.WaitForElement(".cell");
        await page.Find(".cell").ChangeAsync(new() { Value = "4" });
        Assert.Equal("Receive what is entered", page.Find(".act .btn.p").TextContent.Trim());
        await page.Find(".act .btn.p").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Partly received", page.Find(".rec .st").TextContent));
        Assert.Equal((4m, 2m), (await desk.LinesAsync(id, Ct)).Select(l => (l.Received, l.Open)).Single());
        await page.Find(".act .btn.p").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Received", page.Find(".rec .st").TextContent));
        Assert.Equal(6, await warehouse.BalanceAsync(bolt, warehouse.Back));
    }

    [Fact]
    public async Task Every_figure_of_the_overview_leads_to_its_records()
    {
        await using var house = await BuyingHouse.OpenAsync();
        await house.ItemAsync("FULL", onHand: 4);
        await house.ItemAsync("EMPTY");
        await using var stage = new PageStage(house.House);
        var page = stage.Open(typeof(InventoryPage), "/inventory");
        page.WaitForElement(".thirds");
        var rows = page.FindAll(".measure tbody tr");
        Assert.Equal(["32", "0", "1", "0", "0"], rows.Select(r => r.QuerySelector(".key")!.TextContent));
        Assert.All(rows, r => Assert.StartsWith("/inventory/", r.QuerySelector("td:last-child a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("Stock value went from", page.Find(".spark").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_change_suppliers_reads_them_and_is_told_why()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var visitor = await house.House.PersonAsync("Visitor", BackOffice.Domain.Inventory.InventoryPermissions.View);
        await using var stage = new PageStage(house.House, visitor, BackOffice.Domain.Inventory.InventoryPermissions.View);
        var page = stage.Open(typeof(SupplierPage), "/inventory/suppliers/1", new Dictionary<string, object> { ["Id"] = house.IndusId });
        page.WaitForAssertion(() => Assert.Contains("You may look at suppliers", page.Find(".note").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input, .act"));
    }
}
