using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Reservations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Inventory.Transfers;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_low_is_suggested_with_its_reason_and_the_rest_is_left_alone()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var low = await house.ItemAsync("LOW", onHand: 28, price: 6.4m, pack: 10);
        var enough = await house.ItemAsync("ENOUGH", onHand: 36);
        await house.RuleAsync(low, 35, 58);
        await house.RuleAsync(enough, 35, 58);

        Assert.Equal("1 suggestion for 1 supplier, 1 item needs nothing", await house.CheckAsync());

        var suggestion = Assert.Single(await house.SuggestionsAsync());
        Assert.Equal("On hand 28 − reserved 0 + on order 0 = 28, at or below reorder point 35; order 30 = up to 58, rounded to boxes of 10", suggestion.Sentence);
        Assert.Equal((30m, 6.4m, 192m, "EUR", house.IndusId, SuggestionState.Open), (suggestion.Quantity, suggestion.Price, suggestion.Amount, suggestion.Currency, suggestion.SupplierId!.Value, suggestion.State));
    }

    [Fact]
    public async Task A_second_check_changes_nothing()
    {
        await using var house = await BuyingHouse.OpenAsync();
        foreach (var n in Enumerable.Range(1, 20)) await house.RuleAsync(await house.ItemAsync($"I{n}", onHand: n), 10, 40);
        Task<(int Audits, int Versions)> LookAsync() => house.ReadAsync(async db => (await db.Set<AuditEntry>().CountAsync(Ct), await db.Set<ReorderSuggestion>().SumAsync(s => s.Version, Ct)));

        var first = await house.CheckAsync();
        var before = await LookAsync();
        Assert.Equal(first, await house.CheckAsync());

        Assert.Equal("10 suggestions for 1 supplier, 10 items need nothing", first);
        Assert.Equal(before, await LookAsync());
    }

    [Fact]
    public async Task An_open_suggestion_follows_the_stock_and_goes_when_the_need_has_gone()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 30);
        await house.RuleAsync(item, 30, 100);
        await house.CheckAsync();

        await house.IssueAsync(item, 5);
        await house.CheckAsync();
        Assert.Equal((75m, SuggestionState.Open), (Assert.Single(await house.SuggestionsAsync()).Quantity, (await house.SuggestionAsync(item)).State));

        await house.ChangeAsync(db => StockBook.PostAsync(db, new StockPosting(StockReason.Counted, StockLine.In(item, new StockPlace(house.BinId), 50)), Ct));
        Assert.Equal("0 suggestions for 0 suppliers, 1 item needs nothing", await house.CheckAsync());
        Assert.Equal(SuggestionState.Closed, Assert.Single(await house.SuggestionsAsync()).State);
    }

    [Fact]
    public async Task Reserved_stock_bad_stock_and_what_arrives_too_late_do_not_count()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 50);
        await house.RuleAsync(item, 30, 60);
        await house.ChangeAsync(async db =>
        {
            await StockBook.PostAsync(db, new StockPosting(StockReason.Damaged, StockLine.Move(item, new StockPlace(house.BinId), new StockPlace(house.BinId, StockQuality.Damaged), 8)), Ct);
            await ReservationBook.ReserveAsync(db, item, house.BinId, 20, new RecordRef("inventory.item", item), null, Ct);
        });
        var soon = await house.DraftAsync((item, 4));
        await house.MoveAsync(soon, OrderState.Submitted);
        var late = await house.DraftAsync((item, 9));
        await house.ChangeAsync(async db => (await db.FindAsync<PurchaseOrder>(late, Ct)).WantedOn = db.Today.AddDays(4));
        await house.MoveAsync(late, OrderState.Submitted);
        await house.DraftAsync((item, 2));

        await house.CheckAsync();

        Assert.Equal("On hand 42 − reserved 20 + on order 4 + in draft orders 2 = 28, at or below reorder point 30; order 32 = up to 60; 9 more expected after the lead time", (await house.SuggestionAsync(item)).Sentence);
    }

    [Fact]
    public async Task What_travels_from_another_store_counts_where_it_goes_to()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 50);
        var other = 0L;
        await house.ChangeAsync(async db =>
        {
            Location branch = new() { Code = "KHI", Name = "Karachi", Kind = LocationKind.Store }, road = new() { Code = "ROAD", Name = "On the road", Kind = LocationKind.Transit };
            db.AddRange(branch, road);
            await db.FlushAsync(Ct);
            branch.PlaceUnder(null);
            road.PlaceUnder(null);
            other = branch.Id;
        });
        await house.RuleAsync(item, 20, 60, r => r.LocationId = other);
        var transfer = await house.Get<TransferDesk>().SendAsync(house.BinId, other, [new TransferWish(item, 12)], ct: Ct);

        await house.CheckAsync();
        Assert.StartsWith("On hand 0 − reserved 0 + on order 0 + in transit 12 = 12, at or below reorder point 20; order 48", (await house.SuggestionAsync(item)).Sentence, StringComparison.Ordinal);

        var line = Assert.Single(await house.Get<TransferDesk>().LinesAsync(transfer, Ct));
        await house.Get<TransferDesk>().ReceiveAsync(transfer, [new Arrival(line.Id, 5)], ct: Ct);
        await house.CheckAsync();
        Assert.StartsWith("On hand 5 − reserved 0 + on order 0 + in transit 7 = 12,", (await house.SuggestionAsync(item)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demand_is_what_was_issued_in_the_window_less_what_came_back()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 1000);
        await house.RuleAsync(item, 900, 950, r => (r.DemandDays, r.SafetyDays, r.StockDays) = (30, 4, 20));
        Task PostAsync(StockReason reason, decimal quantity, int daysAgo) => house.ChangeAsync(db => StockBook.PostAsync(db, new StockPosting(reason,
            reason == StockReason.Returned ? StockLine.In(item, new StockPlace(house.BinId), quantity) : StockLine.Out(item, new StockPlace(house.BinId), quantity))
        { On = db.Today.AddDays(-daysAgo) }, Ct));
        await PostAsync(StockReason.Issued, 70, 3);
        await PostAsync(StockReason.Returned, 10, 2);
        await PostAsync(StockReason.Issued, 500, 31);
        await PostAsync(StockReason.Damaged, 5, 1);

        var view = Assert.Single(await house.Get<RuleBook>().OfItemAsync(item, Ct));
        await house.Get<RuleBook>().AdoptAsync(view.Rule.Id, view.Rule.Version, Ct);

        Assert.Equal(new ReorderAdvice(2, 14, 54), view.Advice);
        var adopted = Assert.Single(await house.Get<RuleBook>().OfItemAsync(item, Ct)).Rule;
        Assert.Equal((14m, 54m), (adopted.ReorderPoint, adopted.UpTo!.Value));
    }

    [Fact]
    public async Task The_supplier_with_the_first_priority_is_asked_and_an_inactive_one_is_not()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var orphan = await house.ItemAsync("B", supplierId: 0);
        await house.RuleAsync(item, 5, 20);
        await house.RuleAsync(orphan, 5, 20);
        await house.ChangeAsync(db => { db.Add(new SupplierItem { ItemId = item, SupplierId = house.RaviId, Price = 9, MinimumQuantity = 25, PackQuantity = 12, Priority = 2 }); return Task.CompletedTask; });
        await house.CheckAsync();
        Assert.Equal(house.IndusId, (await house.SuggestionAsync(item)).SupplierId);

        await house.ChangeAsync(async db => (await db.FindAsync<Supplier>(house.IndusId, Ct)).SwitchTo(active: false));
        await house.CheckAsync();

        var suggestion = await house.SuggestionAsync(item);
        Assert.Equal((house.RaviId, 9m, 36m), (suggestion.SupplierId!.Value, suggestion.Price, suggestion.Quantity));
        Assert.EndsWith("order 36 = up to 20, raised to the minimum 25, rounded to boxes of 12", suggestion.Sentence, StringComparison.Ordinal);
        Assert.Null((await house.SuggestionAsync(orphan)).SupplierId);
    }

    [Fact]
    public async Task Rules_switched_off_removed_or_of_discontinued_items_ask_for_nothing()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var items = new List<long>();
        foreach (var sku in new[] { "OFF", "GONE", "OLD" }) items.Add(await house.ItemAsync(sku));
        foreach (var item in items) await house.RuleAsync(item, 5, 20);
        await house.CheckAsync();
        Assert.Equal(3, (await house.SuggestionsAsync()).Count(s => s.IsCurrent));

        await house.ChangeAsync(async db =>
        {
            (await db.Set<ReorderRule>().SingleAsync(r => r.ItemId == items[0], Ct)).IsActive = false;
            db.Remove(await db.Set<ReorderRule>().SingleAsync(r => r.ItemId == items[1], Ct));
            (await db.FindAsync<Item>(items[2], Ct)).Discontinue();
        });
        Assert.Equal("0 suggestions for 0 suppliers, 2 items need nothing", await house.CheckAsync());
        Assert.All(await house.SuggestionsAsync(), s => Assert.Equal(SuggestionState.Closed, s.State));
    }

    [Fact]
    public async Task A_check_stopped_between_chunks_is_completed_by_the_next_one()
    {
        await using var house = await BuyingHouse.OpenAsync();
        const int count = (2 * ReorderCheck.ChunkSize) + 7;
        await house.ChangeAsync(async db =>
        {
            Item[] items = [.. Enumerable.Range(1, count).Select(n => new Item { Sku = $"BULK-{n:00000}", Name = $"Bulk item {n}" })];
            await db.InsertManyAsync(items, Ct);
            await db.InsertManyAsync([.. items.Select(i => new ReorderRule { ItemId = i.Id, LocationId = house.StoreId, ReorderPoint = 1, UpTo = 5 })], Ct);
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var killed = new RunningJob((run, _, _) => run.Done > 0 ? stop.CancelAsync() : Task.CompletedTask);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Get<ReorderCheck>().RunAsync(killed, stop.Token));
        var done = await house.ReadAsync(db => db.Set<ReorderSuggestion>().CountAsync(Ct));
        var words = await house.CheckAsync();

        Assert.InRange(done, ReorderCheck.ChunkSize - 1, ReorderCheck.ChunkSize);
        Assert.Equal("10,007 suggestions for 0 suppliers, 0 items need nothing", words);
        Assert.Equal(count, await house.ReadAsync(db => db.Set<ReorderSuggestion>().Select(s => s.ItemId).Distinct().CountAsync(Ct)));
        Assert.Equal(count, await house.ReadAsync(db => db.Set<ReorderSuggestion>().CountAsync(Ct)));
    }
}
