using BackOffice.Domain.Inventory.Reservations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Tests.Inventory;

public sealed class ReservationTests
{
    private static readonly RecordRef Order = new("platform.account", 1);
    private static readonly RecordRef Other = new("platform.account", 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_promised_is_no_longer_available_and_nobody_else_takes_it()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 1m);
        var room = warehouse.House.Get<StockRoom>();
        await room.ReserveAsync(item.Id, warehouse.Main.Id, 8, Order, ct: Ct);

        var promised = await Assert.ThrowsAsync<RuleBroken>(() => room.ReserveAsync(item.Id, warehouse.Main.Id, 3, Other, ct: Ct));
        var taken = await Assert.ThrowsAsync<RuleBroken>(() => warehouse.IssueAsync(item, 3));
        await warehouse.IssueAsync(item, 2);

        Assert.Equal("Only 2 pcs of A-1 are available there, 3 wanted.", promised.Message);
        Assert.Equal("A-1 at MAIN: 8 pcs are reserved for others and cannot be taken.", taken.Message);
        Assert.Equal(0m, (await warehouse.TotalsAsync(item)).Available);
        Assert.Equal(0m, Assert.Single(await room.AvailabilityAsync(item.Id, Ct)).Available);
    }

    [Fact]
    public async Task Issuing_to_the_record_uses_its_promise_up()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 1m);
        var room = warehouse.House.Get<StockRoom>();
        await room.ReserveAsync(item.Id, warehouse.Main.Id, 8, Order, ct: Ct);
        Task Issue(decimal quantity) => warehouse.PostAsync(new StockPosting(StockReason.Issued, StockLine.Out(item.Id, new StockPlace(warehouse.Main.Id), quantity)) { Document = Order });

        await Issue(5);
        Assert.Equal((3m, 2m), ((await warehouse.TotalsAsync(item)).Reserved, (await warehouse.TotalsAsync(item)).Available));
        await Issue(4);

        Assert.Equal((0m, 1m), ((await warehouse.TotalsAsync(item)).Reserved, (await warehouse.TotalsAsync(item)).Available));
        Assert.Empty(await room.ReservationsAsync(item.Id, Ct));
    }

    [Fact]
    public async Task A_promise_ends_with_its_last_day()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 1m);
        var room = warehouse.House.Get<StockRoom>();
        await room.ReserveAsync(item.Id, warehouse.Main.Id, 4, Order, new DateOnly(2026, 11, 24), ct: Ct);
        await room.ReserveAsync(item.Id, warehouse.Main.Id, 5, Order, ct: Ct);
        var run = new RunningJob((_, _, _) => Task.CompletedTask);

        await warehouse.House.Get<ReservationRelease>().RunAsync(run, Ct);
        Assert.Equal("No reservation has ended", run.ResultWords);
        warehouse.House.Clock.Advance(TimeSpan.FromDays(2));
        await warehouse.House.Get<ReservationRelease>().RunAsync(run, Ct);

        Assert.Equal("1 reservation released", run.ResultWords);
        Assert.Equal((5m, 5m), ((await warehouse.TotalsAsync(item)).Reserved, (await warehouse.TotalsAsync(item)).Available));
    }
}
