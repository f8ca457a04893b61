using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Transfers;

namespace BackOffice.Tests.Inventory;

public sealed class TransferTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goods_are_in_transit_until_they_arrive_in_parts()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 2m);
        var desk = warehouse.House.Get<TransferDesk>();

        var id = await desk.SendAsync(warehouse.Main.Id, warehouse.Back.Id, [new TransferWish(item.Id, 6)], ct: Ct);
        var line = Assert.Single(await desk.LinesAsync(id, Ct));
        var sent = await warehouse.TotalsAsync(item);
        await desk.ReceiveAsync(id, [new Arrival(line.Id, 4)], ct: Ct);
        var half = (await desk.GetAsync(id, Ct)).State;
        var tooMuch = await Assert.ThrowsAsync<RuleBroken>(() => desk.ReceiveAsync(id, [new Arrival(line.Id, 3)], ct: Ct));
        await desk.ReceiveAsync(id, [new Arrival(line.Id, 2)], ct: Ct);

        Assert.Equal((4m, 6m, 10m), (sent.OnHand, sent.InTransit, sent.Projected));
        Assert.Equal("Only 2 are still on their way, 3 cannot arrive.", tooMuch.Message);
        Assert.Equal((TransferState.PartlyReceived, TransferState.Received), (half, (await desk.GetAsync(id, Ct)).State));
        Assert.Equal(6m, await warehouse.BalanceAsync(item, warehouse.Back));
        Assert.Equal((10m, 20m), ((await warehouse.TotalsAsync(item)).OnHand, (await warehouse.TotalsAsync(item)).StockValue));
    }

    [Fact]
    public async Task Received_twice_by_a_double_click_arrives_once()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 2m);
        var desk = warehouse.House.Get<TransferDesk>();
        var id = await desk.SendAsync(warehouse.Main.Id, warehouse.Back.Id, [new TransferWish(item.Id, 6)], ct: Ct);
        var line = Assert.Single(await desk.LinesAsync(id, Ct));
        var key = RequestKey.New();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => desk.ReceiveAsync(id, [new Arrival(line.Id, 3)], key, Ct), Ct)));

        Assert.Equal(3m, await warehouse.BalanceAsync(item, warehouse.Back));
    }

    [Fact]
    public async Task Each_lot_travels_as_a_line_of_its_own_and_the_rest_is_written_off()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1", i => i.TracksLots = true);
        foreach (var lot in new[] { "L1", "L2" }) await warehouse.PostAsync(StockReason.Received, StockLine.In(item.Id, new StockPlace(warehouse.Main.Id), 5, 2m) with { LotCode = lot });
        var desk = warehouse.House.Get<TransferDesk>();

        var id = await desk.SendAsync(warehouse.Main.Id, warehouse.Back.Id, [new TransferWish(item.Id, 7)], ct: Ct);
        var lines = await desk.LinesAsync(id, Ct);
        await desk.ReceiveAsync(id, [new Arrival(lines[0].Id, 5)], ct: Ct);
        await desk.CloseShortAsync(id, "Fell off the lorry", ct: Ct);

        Assert.Equal([("L1", 5m), ("L2", 2m)], lines.Select(l => (l.Lot!, l.Quantity)));
        Assert.Equal(TransferState.Received, (await desk.GetAsync(id, Ct)).State);
        Assert.Equal(2m, (await desk.LinesAsync(id, Ct))[1].Lost);
        Assert.Equal((8m, 0m, 16m), await warehouse.TotalsAsync(item) is var t ? (t.OnHand, t.InTransit, t.StockValue) : default);
    }
}
