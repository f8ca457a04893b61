using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class StockBookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_in_raises_balance_totals_and_average_together()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");

        await warehouse.ReceiveAsync(item, 10, 2m);
        await warehouse.ReceiveAsync(item, 30, 4m, warehouse.Back);
        await warehouse.IssueAsync(item, 4);

        var totals = await warehouse.TotalsAsync(item);
        Assert.Equal((36m, 3.5m, 126m), (totals.OnHand, totals.AverageCost, totals.StockValue));
        Assert.Equal(6m, await warehouse.BalanceAsync(item, warehouse.Main));
        Assert.Equal(126m, await warehouse.LookAsync(db => db.Set<StockEntry>().SumAsync(e => e.Value, Ct)));
    }

    [Fact]
    public async Task Nothing_leaves_that_is_not_there_unless_the_place_allows_it()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 3, 2m);
        var counter = await warehouse.LocationAsync("COUNTER", l => l.AllowsNegative = true);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => warehouse.IssueAsync(item, 4));
        await warehouse.IssueAsync(item, 4, counter);

        Assert.Equal("A-1 at MAIN: only 3 pcs there, 4 wanted.", refused.Message);
        Assert.Equal(3m, await warehouse.BalanceAsync(item, warehouse.Main));
        Assert.Equal(-4m, await warehouse.BalanceAsync(item, counter));
    }

    [Fact]
    public async Task One_bad_line_keeps_the_whole_posting_out()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var (good, bad) = (await warehouse.ItemAsync("A-1"), await warehouse.ItemAsync("A-2"));
        var main = new StockPlace(warehouse.Main.Id);

        await Assert.ThrowsAsync<RuleBroken>(() => warehouse.PostAsync(StockReason.Corrected, StockLine.In(good.Id, main, 5, 1m), StockLine.Out(bad.Id, main, 1)));

        Assert.Equal(0m, (await warehouse.TotalsAsync(good)).OnHand);
        Assert.Equal(0, await warehouse.LookAsync(db => db.Set<StockEntry>().CountAsync(Ct)));
    }

    [Fact]
    public async Task A_move_changes_the_place_but_not_the_value()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 2.5m);

        await warehouse.PostAsync(StockReason.Moved, StockLine.Move(item.Id, new StockPlace(warehouse.Main.Id), new StockPlace(warehouse.Transit.Id), 4));
        await warehouse.PostAsync(StockReason.Damaged, StockLine.Move(item.Id, new StockPlace(warehouse.Main.Id), new StockPlace(warehouse.Main.Id, StockQuality.Damaged), 1));

        var totals = await warehouse.TotalsAsync(item);
        Assert.Equal((5m, 4m, 1m), (totals.OnHand, totals.InTransit, totals.Held));
        Assert.Equal((5m, 9m), (totals.Available, totals.Projected));
        Assert.Equal((2.5m, 25m), (totals.AverageCost, totals.StockValue));
    }

    [Fact]
    public async Task Of_two_clerks_who_issue_the_last_piece_one_is_told()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 1, 2m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => warehouse.IssueAsync(item, 1)), Ct)));

        Assert.Single(outcomes, o => o is null);
        Assert.Equal("A-1 at MAIN: only 0 pcs there, 1 wanted.", Assert.Single(outcomes.OfType<RuleBroken>()).Message);
    }

    [Fact]
    public async Task Five_hundred_lines_are_read_with_as_many_queries_as_five()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var items = await warehouse.ItemsAsync(500);
        async Task<int> ReceiveAsync(IEnumerable<Item> some)
        {
            using var reads = new ReadsCounted(warehouse.House);
            await warehouse.PostAsync(StockReason.Received, [.. some.Select(i => StockLine.In(i.Id, new StockPlace(warehouse.Main.Id), 2, 1.5m))]);
            return reads.Count;
        }

        var few = await ReceiveAsync(items.Take(5));
        var many = await ReceiveAsync(items);

        Assert.InRange(few, 3, 12);
        Assert.Equal(few, many);
        Assert.Equal(1010m, await warehouse.LookAsync(db => db.Set<ItemStock>().SumAsync(s => s.OnHand, Ct)));
    }
}
