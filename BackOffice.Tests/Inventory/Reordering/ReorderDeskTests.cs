using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(BuyingHouse House, ReorderDesk Desk, long Item)> OneAsync()
    {
        var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 5);
        await house.RuleAsync(item, 10, 40);
        await house.CheckAsync();
        return (house, house.Get<ReorderDesk>(), item);
    }

    [Fact]
    public async Task What_is_snoozed_stays_away_until_its_day_and_then_comes_back()
    {
        var (house, desk, item) = await OneAsync();
        await using var _ = house;
        await desk.SnoozeAsync([(await house.SuggestionAsync(item)).Id], new DateOnly(2026, 11, 30), "Promotion ends", RequestKey.New(), Ct);
        await house.IssueAsync(item, 1);

        Assert.StartsWith("0 suggestions", await house.CheckAsync(), StringComparison.Ordinal);
        Assert.Equal((SuggestionState.Snoozed, 35m), ((await house.SuggestionAsync(item)).State, (await house.SuggestionAsync(item)).Quantity));

        house.House.Clock.Advance(TimeSpan.FromDays(7));
        await house.CheckAsync();
        var back = Assert.Single(await house.SuggestionsAsync());
        Assert.Equal((SuggestionState.Open, 36m, (string?)null), (back.State, back.Quantity, back.Reason));
    }

    [Fact]
    public async Task What_is_rejected_stays_rejected_until_the_need_has_gone_and_comes_anew()
    {
        var (house, desk, item) = await OneAsync();
        await using var _ = house;
        await desk.RejectAsync([(await house.SuggestionAsync(item)).Id], "Printer retired in January", RequestKey.New(), Ct);

        await house.CheckAsync();
        Assert.Equal(SuggestionState.Rejected, Assert.Single(await house.SuggestionsAsync()).State);

        var order = await house.SentAsync((item, 30));
        await house.ReceiveAsync(order.Id, null);
        await house.CheckAsync();
        Assert.Equal(SuggestionState.Closed, Assert.Single(await house.SuggestionsAsync()).State);

        await house.IssueAsync(item, 30);
        await house.CheckAsync();
        Assert.Equal(SuggestionState.Open, (await house.SuggestionAsync(item)).State);
    }

    [Fact]
    public async Task A_quantity_that_a_person_set_is_left_alone_by_the_check()
    {
        var (house, desk, item) = await OneAsync();
        await using var _ = house;
        await desk.ChangeQuantityAsync((await house.SuggestionAsync(item)).Id, 12, RequestKey.New(), Ct);
        await house.IssueAsync(item, 2);

        await house.CheckAsync();

        var suggestion = await house.SuggestionAsync(item);
        Assert.Equal((12m, 120m), (suggestion.Quantity, suggestion.Amount));
        Assert.Contains("On hand 3", suggestion.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_suggestions_become_one_draft_for_each_supplier_and_once_only()
    {
        await using var house = await BuyingHouse.OpenAsync();
        long[] items = [await house.ItemAsync("A"), await house.ItemAsync("B", price: 2.5m), await house.ItemAsync("C", supplierId: house.RaviId), await house.ItemAsync("D")];
        foreach (var item in items) await house.RuleAsync(item, 5, 20);
        await house.CheckAsync();
        var desk = house.Get<ReorderDesk>();
        await desk.AcceptAsync([.. (await house.SuggestionsAsync()).Where(s => s.ItemId != items[3]).Select(s => s.Id)], RequestKey.New(), Ct);
        var key = RequestKey.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.CreateOrdersAsync(null, key, Ct), Ct)));

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        var orders = await house.ReadAsync(db => db.Set<PurchaseOrder>().Include(o => o.Lines).OrderBy(o => o.SupplierId).ToListAsync(Ct));
        Assert.Equal([house.IndusId, house.RaviId], orders.Select(o => o.SupplierId));
        Assert.Equal([(items[0], 20m, 200m, "I-A"), (items[1], 20m, 50m, "I-B")], orders[0].Lines.OrderBy(l => l.Position).Select(l => (l.ItemId, l.Quantity, l.Amount, l.SupplierCode!)));
        Assert.Equal((250m, new DateOnly(2026, 11, 26), OrderState.Draft, null), (orders[0].Total, orders[0].WantedOn!.Value, orders[0].State, orders[0].Number));

        Assert.Equal("1 suggestion for 1 supplier, 3 items need nothing", await house.CheckAsync());
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => desk.CreateOrdersAsync(null, RequestKey.New(), Ct));
        Assert.Equal("Nothing is accepted yet. Accept what you want to order.", refused.Message);
    }

    [Fact]
    public async Task An_order_that_is_given_up_brings_the_need_back()
    {
        var (house, desk, item) = await OneAsync();
        await using var _ = house;
        await desk.AcceptAsync([(await house.SuggestionAsync(item)).Id], RequestKey.New(), Ct);
        var order = Assert.Single(await desk.CreateOrdersAsync(null, RequestKey.New(), Ct));
        await house.CheckAsync();
        Assert.Equal(SuggestionState.Ordered, Assert.Single(await house.SuggestionsAsync()).State);

        await house.MoveAsync(order, OrderState.Cancelled);
        await house.CheckAsync();

        Assert.Equal([SuggestionState.Ordered, SuggestionState.Open], (await house.SuggestionsAsync()).Select(s => s.State));
    }

    [Fact]
    public async Task The_desk_lies_grouped_by_supplier_with_the_number_on_each_pile()
    {
        await using var house = await BuyingHouse.OpenAsync();
        long[] items = [await house.ItemAsync("A", supplierId: house.RaviId), await house.ItemAsync("B"), await house.ItemAsync("C"), await house.ItemAsync("D", supplierId: 0)];
        foreach (var item in items) await house.RuleAsync(item, 5, 20);
        var desk = house.Get<ReorderDesk>();
        Assert.Equal("4 suggestions for 2 suppliers, 0 items need nothing", (await desk.CheckAgainAsync(Ct)).Text);
        await desk.RejectAsync([(await house.SuggestionAsync(items[2])).Id], "Too dear", RequestKey.New(), Ct);

        var view = await desk.OpenAsync(DeskPile.ToDecide, house.StoreId, ct: Ct);

        Assert.Equal(["Indus Office Supply: B", "Ravi Safety Goods: A", ": D"], view.Groups.Select(g => $"{g.Supplier?.Name}: {string.Join(' ', g.Rows.Select(r => r.Sku))}"));
        Assert.Equal([3, 0, 1, 0], Enum.GetValues<DeskPile>().Select(p => view.Counts[p]));
        Assert.Equal((4, house.House.Clock.GetUtcNow().UtcDateTime), (view.LastRun!.Checked, view.LastRun.At));
        Assert.Equal("Too dear", Assert.Single((await desk.OpenAsync(DeskPile.Rejected, ct: Ct)).Groups).Rows[0].Reason);
        Assert.Equal(4, (await desk.OpenAsync(DeskPile.ToDecide, null, [(await house.SuggestionAsync(items[2])).Id], Ct)).Groups.Sum(g => g.Rows.Count));
        Assert.Empty((await desk.OpenAsync(DeskPile.ToDecide, house.BinId, ct: Ct)).Groups);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        var (house, desk, item) = await OneAsync();
        await using var _ = house;
        var orphan = await house.ItemAsync("ORPHAN", supplierId: 0);
        await house.RuleAsync(orphan, 5, 20);
        await house.CheckAsync();
        var (id, nobodys) = ((await house.SuggestionAsync(item)).Id, (await house.SuggestionAsync(orphan)).Id);
        async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAnyAsync<RuleBroken>(act)).Message;

        Assert.Equal("Nobody supplies ORPHAN yet. Leave it out, or add a supplier to it and check again.", await RefusedAsync(() => desk.AcceptAsync([id, nobodys], RequestKey.New(), Ct)));
        Assert.Equal("Nobody supplies this item yet. Add a supplier to the item, then check again.", await RefusedAsync(() => desk.AcceptAsync([nobodys], RequestKey.New(), Ct)));
        Assert.Equal(SuggestionState.Open, (await house.SuggestionAsync(item)).State);
        Assert.Equal("Order more than zero, or reject the suggestion.", await RefusedAsync(() => desk.ChangeQuantityAsync(id, 0, RequestKey.New(), Ct)));
        Assert.Equal("Choose a day after today.", await RefusedAsync(() => desk.SnoozeAsync([id], new DateOnly(2026, 11, 23), "x", RequestKey.New(), Ct)));
        Assert.Equal("Say why in a few words.", await RefusedAsync(() => desk.RejectAsync([id], " ", RequestKey.New(), Ct)));
        Assert.Contains("There is no", await RefusedAsync(() => desk.AcceptAsync([999], RequestKey.New(), Ct)), StringComparison.Ordinal);
        var viewer = await house.House.PersonAsync("Viewer", InventoryPermissions.View);
        await Assert.ThrowsAsync<AccessDenied>(() => house.House.As<ReorderDesk>(viewer).AcceptAsync([id], RequestKey.New(), Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => house.House.As<ReorderDesk>(viewer).CheckAgainAsync(Ct));
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }
}
