using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory.Deliveries;

public sealed class DeliveryBoardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_tells_late_today_this_week_and_arrived()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.SentAsync((item, 10));
        var board = house.Get<DeliveryBoard>();
        async Task<string> CountsAsync()
        {
            var b = await board.ShowAsync(ct: Ct);
            return $"{b.Late.Count} {b.DueToday.Count} {b.ThisWeek.Count} {b.Arrived.Count}";
        }

        Assert.Equal("0 0 1 0", await CountsAsync());
        house.House.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("0 1 0 0", await CountsAsync());
        house.House.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("1 0 0 0", await CountsAsync());
        Assert.Equal(order.Id, Assert.Single((await board.LateAsync(new GridQuery(), Ct)).Rows).OrderId);
        await house.ReceiveAsync(order.Id, 4);
        Assert.Equal("1 0 0 1", await CountsAsync());
        await house.MoveAsync(order.Id, OrderState.Closed);
        Assert.Equal("0 0 0 1", await CountsAsync());
        Assert.Equal((2, 1), ((await board.ListAsync(new GridQuery { Filters = [new(nameof(DeliveryRow.State), GridOperator.Is, "Received")] }, Ct)).Rows[0].LateDays, (await board.ListAsync(new GridQuery { Search = "indus" }, Ct)).Rows.Count(r => r.State == DeliveryState.Cancelled)));
    }

    [Fact]
    public async Task Every_promise_is_kept_and_its_lateness_counted_when_the_last_of_it_arrives()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("A"), 10), (await house.ItemAsync("B"), 5));
        var dock = house.Get<ReceivingDock>();
        await dock.PromiseAsync(order.Id, null, new DateOnly(2026, 11, 25), "Mr Shah", RequestKey.New(), Ct);
        await dock.PromiseAsync(order.Id, order.Lines[0].Id, new DateOnly(2026, 11, 27), "Mr Shah", RequestKey.New(), Ct);
        var expected = (await house.DeliveriesAsync(order.Id)).Where(d => d.State == DeliveryState.Expected).ToList();
        Assert.Equal([new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27)], expected.Select(d => d.ExpectedOn));

        house.House.Clock.Advance(TimeSpan.FromDays(5));
        await dock.ReceiveAsync(expected[1].Id, expected[1].Version, [new(order.Lines[0].Id, 4, house.BinId)], RequestKey.New(), Ct);
        Assert.All((await house.Get<DeliveryBoard>().OfOrderAsync(order.Id, Ct)).Promises, p => Assert.Null(p.LateDays));

        house.House.Clock.Advance(TimeSpan.FromDays(1));
        var rest = (await house.DeliveriesAsync(order.Id)).Last(d => d.State == DeliveryState.Expected);
        await dock.ReceiveAsync(rest.Id, rest.Version, [new(order.Lines[0].Id, 6, house.BinId)], RequestKey.New(), Ct);

        Assert.Equal([(2, "Mr Shah"), (null, "Mr Shah")], (await house.Get<DeliveryBoard>().OfOrderAsync(order.Id, Ct)).Promises.Select(p => (p.LateDays, p.SaidBy!)));
        await house.ReceiveAsync(order.Id, null);
        Assert.Equal([2, 4], (await house.Get<DeliveryBoard>().OfOrderAsync(order.Id, Ct)).Promises.Select(p => p.LateDays!.Value));
    }

    [Fact]
    public async Task An_announced_delivery_takes_its_part_from_what_is_outstanding()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("A"), 10));
        var line = order.Lines[0].Id;
        var dock = house.Get<ReceivingDock>();
        Task AnnounceAsync(decimal quantity, int day) => dock.AnnounceAsync(order.Id, new Delivery { ExpectedOn = new DateOnly(2026, 11, day), Carrier = "TCS", TrackingReference = $"T{day}" }, new Dictionary<long, decimal> { [line] = quantity }, RequestKey.New(), Ct);

        await AnnounceAsync(6, 24);
        await AnnounceAsync(4, 25);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => AnnounceAsync(11, 26));

        var deliveries = await house.DeliveriesAsync(order.Id);
        Assert.Equal([(DeliveryState.Cancelled, 0m), (DeliveryState.Expected, 6m), (DeliveryState.Expected, 4m)], deliveries.Select(d => (d.State, d.Lines[0].Expected)));
        Assert.Equal("Line 1: only 10 are outstanding, 11 are announced.", refused.Message);
        Assert.Equal("T24", Assert.Single((await house.Get<DeliveryBoard>().ListAsync(new GridQuery { Search = "T24" }, Ct)).Rows).TrackingReference);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_person_in_haste_cannot_overwrite_a_new_date()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.SentAsync((await house.ItemAsync("A"), 10));
        var (first, second) = ((await house.DeliveriesAsync(order.Id)).Single(), (await house.DeliveriesAsync(order.Id)).Single());
        first.ExpectedOn = new DateOnly(2026, 12, 1);
        second.ExpectedOn = new DateOnly(2026, 12, 2);

        await house.Get<ReceivingDock>().RescheduleAsync(first, Ct);
        await Assert.ThrowsAsync<StaleRecord>(() => house.Get<ReceivingDock>().RescheduleAsync(second, Ct));

        Assert.Equal(new DateOnly(2026, 12, 1), (await house.DeliveriesAsync(order.Id)).Single().ExpectedOn);
    }
}
