using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class ItemStandingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_low_once_its_projected_stock_has_come_down_to_its_reorder_point()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("LAB-0022", onHand: 12);
        Assert.Equal((StockState.InStock, false, null), await StandingAsync(house, item));
        await house.Get<RuleBook>().SaveAsync(new ReorderRule { ItemId = item, LocationId = house.StoreId, ReorderPoint = 10, UpTo = 40 }, Ct);
        Assert.Equal((StockState.InStock, false, 10m), await StandingAsync(house, item));
        await house.IssueAsync(item, 2);
        Assert.Equal((StockState.Low, true, 10m), await StandingAsync(house, item));
        await house.IssueAsync(item, 10);
        Assert.Equal((StockState.OutOfStock, true, 10m), await StandingAsync(house, item));
    }

    [Fact]
    public async Task Reorder_points_of_several_places_add_up_and_go_with_their_rules()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("LAB-0022", onHand: 12);
        var rules = house.Get<RuleBook>();
        await rules.SaveAsync(new ReorderRule { ItemId = item, LocationId = house.StoreId, ReorderPoint = 10, UpTo = 40 }, Ct);
        var second = await rules.SaveAsync(new ReorderRule { ItemId = item, LocationId = house.BinId, ReorderPoint = 5, UpTo = 40 }, Ct);
        Assert.Equal((StockState.Low, true, 15m), await StandingAsync(house, item));
        Assert.Empty((await ProveAsync(house)).Faults);
        await rules.RemoveAsync(second, Ct);
        Assert.Equal((StockState.InStock, false, 10m), await StandingAsync(house, item));
        var untold = await house.ItemAsync("UNTOLD");
        await house.ChangeAsync(db => Task.FromResult(db.Add(new ReorderRule { ItemId = untold, LocationId = house.StoreId, ReorderPoint = 4, UpTo = 9 })));
        Assert.NotEmpty((await ProveAsync(house)).Faults);
    }

    [Fact]
    public async Task The_list_of_items_finds_what_is_to_be_reordered_and_what_has_not_moved()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var (low, idle) = (await house.ItemAsync("LOW", onHand: 3), await house.ItemAsync("IDLE", onHand: 3));
        await house.Get<RuleBook>().SaveAsync(new ReorderRule { ItemId = low, LocationId = house.StoreId, ReorderPoint = 10, UpTo = 40 }, Ct);
        house.House.Clock.Advance(TimeSpan.FromDays(91));
        await house.IssueAsync(low, 1);
        Assert.Equal(["LOW"], await ListAsync(house, new GridFilter(nameof(ItemRow.ToReorder), GridOperator.Is, "true")));
        Assert.Equal(["IDLE"], await ListAsync(house, new GridFilter(nameof(ItemRow.MovedAt), GridOperator.AtMost, "2026-12-01")));
        Assert.Equal((idle, 3m), (await house.Get<ItemCatalog>().ListAsync(new GridQuery { Sorts = [new GridSort(nameof(ItemRow.MovedAt))] }, Ct)).Rows.Select(r => (r.Id, r.OnHand)).First());
    }

    [Fact]
    public async Task Picked_items_become_one_draft_for_each_supplier_who_is_asked_first()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var (paper, tape, gloves) = (await house.ItemAsync("PAPER"), await house.ItemAsync("TAPE"), await house.ItemAsync("GLOVES", supplierId: house.RaviId, price: 7));
        var orders = await house.Get<OrderBook>().StartForAsync(house.StoreId, new Dictionary<long, decimal> { [paper] = 5, [tape] = 6, [gloves] = 7 }, RequestKey.New(), Ct);
        var drafts = new[] { await house.OrderAsync(orders[0]), await house.OrderAsync(orders[1]) };
        Assert.Equal([2, 1], drafts.OrderBy(d => d.SupplierId).Select(d => d.Lines.Count));
        Assert.Equal((7m, 7m), drafts.Where(d => d.SupplierId == house.RaviId).Select(d => (d.Lines[0].Quantity, d.Lines[0].Price)).Single());
        var orphan = await house.ItemAsync("ORPHAN", supplierId: 0);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Get<OrderBook>().StartForAsync(house.StoreId, new Dictionary<long, decimal> { [paper] = 1, [orphan] = 1 }, RequestKey.New(), Ct));
        Assert.Equal("Nobody supplies ORPHAN yet. Add a supplier to it first.", refused.Message);
    }

    [Fact]
    public async Task Several_items_are_put_away_together_or_not_at_all()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var (empty, full) = (await house.ItemAsync("EMPTY"), await house.ItemAsync("FULL", onHand: 1));
        await Assert.ThrowsAsync<RuleBroken>(() => house.Get<ItemCatalog>().ArchiveAsync([empty, full], RequestKey.New(), Ct));
        Assert.Equal(ItemStatus.Active, (await house.Get<ItemCatalog>().GetAsync(empty, Ct)).Status);
        await house.IssueAsync(full, 1);
        await house.Get<ItemCatalog>().ArchiveAsync([empty, full], RequestKey.New(), Ct);
        Assert.All(await house.Get<ItemCatalog>().SeveralAsync([empty, full], Ct), i => Assert.Equal(ItemStatus.Archived, i.Status));
    }

    private static async Task<(StockState, bool, decimal?)> StandingAsync(BuyingHouse house, long item) => await house.StockAsync(item) is var s ? (s.State, s.ToReorder, s.ReorderAt) : default;

    private static Task<BackOffice.Domain.Platform.Proofs.ProofResult> ProveAsync(BuyingHouse house) => house.ReadAsync(db => new ReorderPointProof().RunAsync(db, Ct));

    private static async Task<IEnumerable<string>> ListAsync(BuyingHouse house, GridFilter filter) => (await house.Get<ItemCatalog>().ListAsync(new GridQuery { Filters = [filter] }, Ct)).Rows.Select(r => r.Sku);
}
