using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class LotTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task ReceiveAsync(Warehouse warehouse, Item item, string? lot, decimal quantity, DateOnly? expires = null) =>
        warehouse.PostAsync(StockReason.Received, StockLine.In(item.Id, new StockPlace(warehouse.Main.Id), quantity, 1m) with { LotCode = lot, ExpiresOn = expires });

    private static Task<List<(string Lot, decimal Amount)>> IssuedAsync(Warehouse warehouse) => warehouse.LookAsync(async db =>
        (await (from entry in db.Set<StockEntry>() join lot in db.Set<Lot>() on entry.LotId equals lot.Id where entry.Reason == StockReason.Issued orderby entry.Id select new { lot.Code, entry.Amount }).ToListAsync(Ct))
            .ConvertAll(e => (e.Code, e.Amount)));

    [Fact]
    public async Task What_expires_first_goes_first_and_what_has_expired_stays()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var milk = await warehouse.ItemAsync("MILK", i => i.TracksExpiry = true);
        await ReceiveAsync(warehouse, milk, "late", 5, Today.AddDays(30));
        await ReceiveAsync(warehouse, milk, "old", 5, Today.AddDays(-1));
        await ReceiveAsync(warehouse, milk, "early", 5, Today.AddDays(3));

        await warehouse.IssueAsync(milk, 7);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => warehouse.IssueAsync(milk, 4));

        Assert.Equal([("early", -5m), ("late", -2m)], await IssuedAsync(warehouse));
        Assert.Equal("MILK at MAIN: only 3 pcs are fit to be issued, 4 wanted; 5 have expired.", refused.Message);
    }

    [Fact]
    public async Task An_expired_lot_is_not_issued_even_when_it_is_named_but_may_be_thrown_away()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var milk = await warehouse.ItemAsync("MILK", i => i.TracksExpiry = true);
        await ReceiveAsync(warehouse, milk, "old", 5, Today.AddDays(-1));
        var line = StockLine.Out(milk.Id, new StockPlace(warehouse.Main.Id), 5) with { LotCode = "OLD" };

        await Assert.ThrowsAsync<RuleBroken>(() => warehouse.PostAsync(StockReason.Issued, line));
        await warehouse.PostAsync(StockReason.Damaged, line);

        Assert.Equal(0m, await warehouse.BalanceAsync(milk, warehouse.Main));
    }

    [Theory]
    [InlineData(true, false, false, null, "X is kept by lots. Enter the lot that comes in.")]
    [InlineData(false, true, false, null, "X has serial numbers. Enter the one that comes in.")]
    [InlineData(false, false, true, "L1", "Enter the day on which lot L1 of X expires.")]
    [InlineData(false, false, false, "L1", "X is not kept by lots. Leave the lot L1 away.")]
    public async Task What_the_item_asks_for_is_demanded_when_goods_come_in(bool lots, bool serials, bool expiry, string? code, string sentence)
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("X", i => (i.TracksLots, i.TracksSerials, i.TracksExpiry) = (lots, serials, expiry));

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => ReceiveAsync(warehouse, item, code, 1));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task A_serial_is_one_piece_in_one_place()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var drill = await warehouse.ItemAsync("DRILL", i => i.TracksSerials = true);
        await ReceiveAsync(warehouse, drill, "S1", 1);

        var twice = await Assert.ThrowsAsync<RuleBroken>(() => ReceiveAsync(warehouse, drill, "s1", 1));
        var pair = await Assert.ThrowsAsync<RuleBroken>(() => ReceiveAsync(warehouse, drill, "S2", 2));
        var both = await Assert.ThrowsAsync<RuleBroken>(() => warehouse.PostAsync(StockReason.Received,
            StockLine.In(drill.Id, new StockPlace(warehouse.Main.Id), 1) with { LotCode = "S3" }, StockLine.In(drill.Id, new StockPlace(warehouse.Back.Id), 1) with { LotCode = "S3" }));
        await warehouse.IssueAsync(drill, 1);
        await ReceiveAsync(warehouse, drill, "S1", 1);

        Assert.Equal("DRILL serial S1 is in stock already.", twice.Message);
        Assert.Equal("DRILL serial S2 is one piece. Enter the quantity 1.", pair.Message);
        Assert.Equal("DRILL serial S3 is in stock already.", both.Message);
        Assert.Equal(1m, await warehouse.BalanceAsync(drill, warehouse.Main));
    }

    [Fact]
    public async Task A_lot_keeps_its_day_and_moves_with_its_goods()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var milk = await warehouse.ItemAsync("MILK", i => i.TracksExpiry = true);
        await ReceiveAsync(warehouse, milk, "L1", 5, Today.AddDays(9));
        await ReceiveAsync(warehouse, milk, "L1", 5);

        var other = await Assert.ThrowsAsync<RuleBroken>(() => ReceiveAsync(warehouse, milk, "L1", 1, Today.AddDays(10)));
        await warehouse.PostAsync(StockReason.Moved, StockLine.Move(milk.Id, new StockPlace(warehouse.Main.Id), new StockPlace(warehouse.Back.Id), 6));

        Assert.StartsWith("Lot L1 of MILK expires on", other.Message, StringComparison.Ordinal);
        var moved = await warehouse.LookAsync(db => db.Set<StockAccount>().Include(a => a.Lot).SingleAsync(a => a.LocationId == warehouse.Back.Id, Ct));
        Assert.Equal(("L1", 6m), (moved.Lot!.Code, moved.Balance));
    }
}
