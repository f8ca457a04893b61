using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class ItemCatalogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ItemRow.Sku), false, "A|B|C")]
    [InlineData(nameof(ItemRow.OnHand), true, "B|C|A")]
    [InlineData(nameof(ItemRow.Available), false, "A|C|B")]
    [InlineData(nameof(ItemRow.Price), true, "C|B|A")]
    [InlineData(nameof(ItemRow.Name), true, "C|B|A")]
    public async Task The_list_is_in_order_by_item_and_by_stock(string column, bool descending, string order)
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var items = new[] { await warehouse.ItemAsync("A", i => i.Price = 1), await warehouse.ItemAsync("B", i => i.Price = 2), await warehouse.ItemAsync("C", i => i.Price = 3) };
        await warehouse.ReceiveAsync(items[1], 9, 1m);
        await warehouse.ReceiveAsync(items[2], 4, 2m);

        var page = await warehouse.House.Get<ItemCatalog>().ListAsync(new GridQuery { Sorts = [new GridSort(column, descending)] }, Ct);

        Assert.Equal(order, string.Join('|', page.Rows.Select(r => r.Sku)));
        Assert.Equal(3, page.Total);
        Assert.Equal((9m, 9m, 9m, 1m), page.Rows.Single(r => r.Sku == "B") is var b ? (b.OnHand, b.Available, b.StockValue, b.AverageCost) : default);
    }

    [Fact]
    public async Task Search_and_filters_by_stock_and_by_branch_of_categories_narrow_the_list()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var tree = warehouse.House.Get<CategoryTree>();
        var tools = await tree.SaveAsync(new ItemCategory { Name = "Tools" }, ct: Ct);
        var drills = await tree.SaveAsync(new ItemCategory { Name = "Drills", ParentId = tools }, ct: Ct);
        var hammer = await warehouse.ItemAsync("H-1", i => (i.Name, i.CategoryId) = ("Sledgehammer", tools));
        await warehouse.ItemAsync("D-1", i => (i.Name, i.CategoryId, i.Barcode) = ("Hammer drill", drills, "4006381333931"));
        await warehouse.ItemAsync("B-1", i => i.Name = "Bolt");
        await warehouse.ReceiveAsync(hammer, 3, 1m);
        async Task<string> Skus(GridQuery query) => string.Join('|', (await warehouse.House.Get<ItemCatalog>().ListAsync(query with { Sorts = [new GridSort("Sku")] }, Ct)).Rows.Select(r => r.Sku));

        Assert.Equal("D-1|H-1", await Skus(new GridQuery { Search = "hammer" }));
        Assert.Equal("D-1", await Skus(new GridQuery { Search = "8133" }));
        Assert.Equal("D-1|H-1", await Skus(new GridQuery { Filters = [new GridFilter(nameof(ItemRow.CategoryPath), GridOperator.StartsWith, $"/{tools}/")] }));
        Assert.Equal("H-1", await Skus(new GridQuery { Search = "hammer", Filters = [new GridFilter(nameof(ItemRow.OnHand), GridOperator.AtLeast, "1")] }));
    }

    [Fact]
    public async Task A_taken_sku_and_a_taken_barcode_are_refused_whatever_their_case()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ItemAsync("A-1", i => i.Barcode = "X1");
        var catalog = warehouse.House.Get<ItemCatalog>();

        var sku = await Assert.ThrowsAsync<RuleBroken>(() => catalog.SaveAsync(new Item { Sku = " a-1 ", Name = "Second" }, ct: Ct));
        var barcode = await Assert.ThrowsAsync<RuleBroken>(() => catalog.SaveAsync(new Item { Sku = "A-2", Name = "Second", Barcode = "x1" }, ct: Ct));
        await catalog.SaveAsync(new Item { Sku = "A-3", Name = "Third", Barcode = " " }, ct: Ct);
        await catalog.SaveAsync(new Item { Sku = "A-4", Name = "Fourth" }, ct: Ct);

        Assert.Equal("SKU a-1 is already used. Enter another one.", sku.Message);
        Assert.Equal("Barcode", barcode.Faults[0].Field);
        Assert.Equal(3, (await catalog.ListAsync(new GridQuery(), Ct)).Total);
    }

    [Fact]
    public async Task Stock_moving_meanwhile_does_not_disturb_who_edits_the_item()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var id = (await warehouse.ItemAsync("A-1")).Id;
        var catalog = warehouse.House.Get<ItemCatalog>();
        var form = await catalog.GetAsync(id, Ct);

        await warehouse.ReceiveAsync(form, 5, 2m);
        form.Name = "Renamed";
        await catalog.SaveAsync(form, ct: Ct);

        Assert.Equal("Renamed", (await catalog.GetAsync(id, Ct)).Name);
        Assert.Equal(5m, (await catalog.TotalsAsync(id, Ct)).OnHand);
    }

    [Fact]
    public async Task Keeping_by_lots_is_switched_only_while_nothing_is_in_stock()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        var catalog = warehouse.House.Get<ItemCatalog>();
        await warehouse.ReceiveAsync(item, 5, 2m);
        async Task SwitchAsync()
        {
            var form = await catalog.GetAsync(item.Id, Ct);
            form.TracksLots = true;
            await catalog.SaveAsync(form, ct: Ct);
        }

        await Assert.ThrowsAsync<RuleBroken>(SwitchAsync);
        await warehouse.IssueAsync(item, 5);
        await SwitchAsync();

        Assert.True((await catalog.GetAsync(item.Id, Ct)).TracksLots);
    }

    [Fact]
    public async Task A_blocked_item_does_not_move_and_one_with_stock_is_not_archived()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        var catalog = warehouse.House.Get<ItemCatalog>();
        await warehouse.ReceiveAsync(item, 5, 2m);
        async Task BecomeAsync(ItemStatus status) => await catalog.ChangeStatusAsync(item.Id, status, (await catalog.GetAsync(item.Id, Ct)).Version, Ct);

        await BecomeAsync(ItemStatus.Blocked);
        await Assert.ThrowsAsync<RuleBroken>(() => warehouse.IssueAsync(item, 1));
        await Assert.ThrowsAsync<RuleBroken>(() => BecomeAsync(ItemStatus.Archived));
        await BecomeAsync(ItemStatus.Discontinued);
        await warehouse.IssueAsync(item, 5);
        await BecomeAsync(ItemStatus.Archived);

        Assert.False((await catalog.GetAsync(item.Id, Ct)).MayBeOrdered);
        await Assert.ThrowsAsync<StaleRecord>(() => catalog.ChangeStatusAsync(item.Id, ItemStatus.Active, 1, Ct));
    }

    [Fact]
    public async Task A_scan_of_a_pack_counts_what_is_in_it()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1", i => i.Barcode = "111");
        var catalog = warehouse.House.Get<ItemCatalog>();
        await catalog.SavePacksAsync(item.Id, [new PackSize { Name = "Box", Quantity = 12, Barcode = "222" }, new PackSize { Name = "Pallet", Quantity = 480 }], Ct);
        var packs = await catalog.PacksAsync(item.Id, Ct);
        packs[1].Quantity = 500;
        await catalog.SavePacksAsync(item.Id, packs[1..], Ct);

        Assert.Equal(new Scanned(item.Id, "A-1", 1), await catalog.ScanAsync(" 111", Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => catalog.ScanAsync("222", Ct));
        Assert.Equal(("Pallet", 500m), Assert.Single(await catalog.PacksAsync(item.Id, Ct)) is var p ? (p.Name, p.Quantity) : default);
    }

    [Fact]
    public async Task Who_may_only_look_does_not_change()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        var clerk = await warehouse.House.PersonAsync("Clerk", InventoryPermissions.View);

        Assert.Equal("A-1", (await warehouse.House.As<ItemCatalog>(clerk).GetAsync(item.Id, Ct)).Sku);
        await Assert.ThrowsAsync<AccessDenied>(() => warehouse.House.As<ItemCatalog>(clerk).SaveAsync(new Item { Sku = "N", Name = "N" }, ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => warehouse.House.As<StockRoom>(clerk).IssueAsync([StockLine.Out(item.Id, new StockPlace(warehouse.Main.Id), 1)], ct: Ct));
    }
}
