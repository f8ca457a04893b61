using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory.Deliveries;

public sealed class ReceivingDockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_is_booked_and_the_rest_stays_expected()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", onHand: 2, price: 6);
        var order = await house.SentAsync((item, 10));

        Assert.Equal("GR-2026-00001", await house.ReceiveAsync(order.Id, 4));

        var stock = await house.StockAsync(item);
        Assert.Equal((6m, 6m, 12m), (stock.OnHand, stock.OnOrder, stock.Projected));
        Assert.Equal(40m, stock.StockValue);
        var (after, deliveries) = (await house.OrderAsync(order.Id), await house.DeliveriesAsync(order.Id));
        Assert.Equal((OrderState.PartlyReceived, 4m, 6m), (after.State, after.Lines[0].Received, after.Lines[0].Outstanding));
        Assert.Equal([(DeliveryState.Received, 4m), (DeliveryState.Expected, 0m)], deliveries.Select(d => (d.State, d.Lines[0].Received)));
        Assert.Equal((6m, deliveries[0].ExpectedOn), (deliveries[1].Lines[0].Expected, deliveries[1].ExpectedOn));
        var entry = await house.ReadAsync(db => db.Set<StockEntry>().SingleAsync(e => e.Reason == StockReason.Received, Ct));
        Assert.Equal((RecordRef.Of<Delivery>(deliveries[0].Id), house.BinId, 6m), (entry.Document!.Value, entry.LocationId, entry.UnitCost));

        await house.ReceiveAsync(order.Id, null);
        Assert.Equal(OrderState.Received, (await house.OrderAsync(order.Id)).State);
        Assert.Equal(0, (await house.StockAsync(item)).OnOrder);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_double_click_books_once_and_two_people_book_once()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.SentAsync((item, 10));
        var delivery = (await house.DeliveriesAsync(order.Id)).Single();
        Task<string> ReceiveAsync(RequestKey key) => Task.Run(() => house.Get<ReceivingDock>().ReceiveAsync(delivery.Id, delivery.Version, [new(order.Lines[0].Id, 5, house.BinId)], key, Ct), Ct);
        var click = RequestKey.New();

        var clicks = await Task.WhenAll(ReceiveAsync(click), ReceiveAsync(click), ReceiveAsync(click));
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(() => ReceiveAsync(RequestKey.New())).AsTask()));

        Assert.Equal("GR-2026-00001", Assert.Single(clicks.Distinct()));
        Assert.All(others, e => Assert.StartsWith("This delivery was received by operator on", Assert.IsType<RuleBroken>(e).Message, StringComparison.Ordinal));
        Assert.Equal(5, (await house.StockAsync(item)).OnHand);
        Assert.Equal(1, await house.ReadAsync(db => db.Set<StockEntry>().CountAsync(e => e.ItemId == item, Ct)));
    }

    [Fact]
    public async Task Two_people_at_the_same_moment_book_once()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.SentAsync((item, 10));
        var delivery = (await house.DeliveriesAsync(order.Id)).Single();

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Record.ExceptionAsync(() =>
            house.Get<ReceivingDock>().ReceiveAsync(delivery.Id, delivery.Version, [new(order.Lines[0].Id, 10, house.BinId)], RequestKey.New(), Ct)).AsTask(), Ct)));

        Assert.Single(all, e => e is null);
        Assert.Equal((10m, 0m), ((await house.StockAsync(item)).OnHand, (await house.StockAsync(item)).OnOrder));
    }

    [Theory]
    [InlineData(110, null)]
    [InlineData(110.0001, "Line 1 asks for 100; with a tolerance of 10 % and 0 here already, at most 110 can be received. 110.0001 is too much.")]
    [InlineData(0, "Line 1: enter more than zero.")]
    [InlineData(-1, "Line 1: enter more than zero.")]
    public async Task More_than_ordered_is_taken_up_to_the_tolerance(double quantity, string? refusal)
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.SentAsync((item, 100));

        var refused = await Record.ExceptionAsync(() => house.ReceiveAsync(order.Id, (decimal)quantity));

        Assert.Equal(refusal, refused?.Message);
        Assert.Equal(refusal is null ? (decimal)quantity : 0, (await house.StockAsync(item)).OnHand);
        Assert.Equal(refusal is null ? 0 : 100, (await house.StockAsync(item)).OnOrder);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_line_is_split_by_lot_bin_and_quality()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A", lots: true);
        var order = await house.SentAsync((item, 10));
        var (delivery, line) = ((await house.DeliveriesAsync(order.Id)).Single(), order.Lines[0].Id);
        Task ReceiveAsync(params ReceivedPart[] parts) => house.Get<ReceivingDock>().ReceiveAsync(delivery.Id, delivery.Version, parts, RequestKey.New(), Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => ReceiveAsync(new ReceivedPart(line, 10, house.BinId)));
        await ReceiveAsync(new(line, 6, house.BinId, "L1", new DateOnly(2027, 5, 1)), new(line, 3, house.StoreId, "L2"), new(line, 1, house.BinId, "L1", new DateOnly(2027, 5, 1), StockQuality.Damaged));

        var accounts = await house.ReadAsync(db => db.Set<StockAccount>().Include(a => a.Lot).OrderBy(a => a.Id).ToListAsync(Ct));
        Assert.Equal([("L1", house.BinId, StockQuality.Good, 6m), ("L1", house.BinId, StockQuality.Damaged, 1m), ("L2", house.StoreId, StockQuality.Good, 3m)],
            accounts.Select(a => (a.Lot!.Code, a.LocationId, a.Quality, a.Balance)).OrderBy(a => a.Code).ThenBy(a => a.Quality));
        Assert.Equal((9m, 1m), ((await house.StockAsync(item)).OnHand, (await house.StockAsync(item)).Held));
        Assert.Equal(3, (await house.DeliveriesAsync(order.Id)).Single().Lines.Single().Parts.Count);
    }

    [Fact]
    public async Task Nothing_is_received_for_an_order_that_the_supplier_does_not_have_or_that_is_done()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.SentAsync((item, 2));
        var expected = (await house.DeliveriesAsync(order.Id)).Single();
        await house.MoveAsync(order.Id, OrderState.Cancelled);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Get<ReceivingDock>().ReceiveAsync(expected.Id, expected.Version, [new(order.Lines[0].Id, 2, house.BinId)], RequestKey.New(), Ct));

        Assert.Equal("This delivery was cancelled.", refused.Message);
        Assert.Equal(0, (await house.StockAsync(item)).OnHand);
        var clerk = await house.House.PersonAsync("Clerk", InventoryPermissions.View);
        await Assert.ThrowsAsync<AccessDenied>(() => house.House.As<ReceivingDock>(clerk).ReceiveAsync(expected.Id, expected.Version, [], RequestKey.New(), Ct));
    }
}
