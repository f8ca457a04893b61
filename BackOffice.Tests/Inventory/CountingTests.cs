using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Counts;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class CountingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(StockCounting Counting, long CountId, List<CountLineRow> Lines)> PlanAsync(Warehouse warehouse, bool blind = false)
    {
        var counting = warehouse.House.Get<StockCounting>();
        var id = await counting.PlanAsync(warehouse.Main.Id, null, new DateOnly(2026, 11, 23), blind, ct: Ct);
        return (counting, id, [.. (await counting.SheetAsync(id, new GridQuery(), Ct)).Rows.OrderBy(l => l.Sku)]);
    }

    private static async Task ApproveAsync(Warehouse warehouse, long countId, Actor? by = null)
    {
        var version = (await warehouse.House.Get<StockCounting>().GetAsync(countId, Ct)).Version;
        await (by is null ? warehouse.House.Get<CountApproval>() : warehouse.House.As<CountApproval>(by)).ApproveAsync(countId, version, ct: Ct);
    }

    [Fact]
    public async Task What_moves_after_the_counting_is_no_difference()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 2m);
        var (counting, id, lines) = await PlanAsync(warehouse);

        await warehouse.ReceiveAsync(item, 5, 2m);
        await counting.RecordAsync(lines[0].Id, 14, ct: Ct);
        await warehouse.IssueAsync(item, 6);
        await counting.FinishAsync(id, Ct);
        await counting.ExplainAsync(id, [lines[0].Id], DifferenceReason.Missing, ct: Ct);
        await ApproveAsync(warehouse, id);

        Assert.Equal(8m, await warehouse.BalanceAsync(item, warehouse.Main));
        var posted = await warehouse.LookAsync(db => db.Set<StockEntry>().SingleAsync(e => e.Reason == StockReason.Counted, Ct));
        Assert.Equal((-1m, RecordRef.Of<StockCount>(id)), (posted.Amount, posted.Document!.Value));
    }

    [Fact]
    public async Task A_sheet_of_paper_entered_later_is_held_against_the_moment_it_was_written()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 10, 2m);
        var (counting, id, lines) = await PlanAsync(warehouse);
        var counted = warehouse.House.Clock.GetUtcNow().UtcDateTime.AddMinutes(10);
        warehouse.House.Clock.Advance(TimeSpan.FromMinutes(30));
        await warehouse.IssueAsync(item, 4);

        await counting.RecordAsync(lines[0].Id, 10, counted, ct: Ct);

        Assert.Equal((10m, 0m), await warehouse.LookAsync(async db => await db.Set<CountLine>().Where(l => l.Id == lines[0].Id).Select(l => new { l.Expected, l.Counted }).SingleAsync(Ct) is var l ? (l.Expected!.Value, l.Counted!.Value - l.Expected.Value) : default));
        await Assert.ThrowsAsync<RuleBroken>(() => counting.RecordAsync(lines[0].Id, 10, counted.AddHours(5), ct: Ct));
        await counting.FinishAsync(id, Ct);
        await ApproveAsync(warehouse, id);
        Assert.Equal(6m, await warehouse.BalanceAsync(item, warehouse.Main));
    }

    [Fact]
    public async Task Who_counts_blind_sees_what_the_books_say_only_afterwards()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("A-1"), 10, 2m);
        var (counting, id, lines) = await PlanAsync(warehouse, blind: true);

        await counting.RecordAsync(lines[0].Id, 9, ct: Ct);
        var during = Assert.Single((await counting.SheetAsync(id, new GridQuery(), Ct)).Rows);
        await counting.FinishAsync(id, Ct);
        var after = Assert.Single((await counting.SheetAsync(id, new GridQuery(), Ct)).Rows);

        Assert.Equal((9m, null, null), (during.Counted, during.Expected, during.Difference));
        Assert.Equal((10m, -1m), (after.Expected, after.Difference));
    }

    [Fact]
    public async Task Differences_above_the_limit_need_somebody_with_a_higher_one_and_are_booked_once()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var (a, b) = (await warehouse.ItemAsync("A-1"), await warehouse.ItemAsync("A-2"));
        await warehouse.ReceiveAsync(a, 10, 30m);
        await warehouse.ReceiveAsync(b, 10, 30m);
        var (counting, id, lines) = await PlanAsync(warehouse);
        await counting.RecordAsync(lines[0].Id, 8, ct: Ct);
        await counting.RecordAsync(lines[1].Id, 12, ct: Ct);
        await counting.FinishAsync(id, Ct);
        var clerk = await warehouse.House.PersonAsync("Clerk", InventoryPermissions.ApproveCount + ":119");
        var chief = await warehouse.House.PersonAsync("Chief", InventoryPermissions.ApproveCount + ":120");

        await Assert.ThrowsAsync<RuleBroken>(() => ApproveAsync(warehouse, id, chief));
        await counting.ExplainAsync(id, [lines[0].Id, lines[1].Id], DifferenceReason.WrongPlace, ct: Ct);
        await Assert.ThrowsAsync<AccessDenied>(() => ApproveAsync(warehouse, id, clerk));
        await ApproveAsync(warehouse, id, chief);
        await Assert.ThrowsAsync<RuleBroken>(() => ApproveAsync(warehouse, id, chief));

        Assert.Equal((8m, 12m), (await warehouse.BalanceAsync(a, warehouse.Main), await warehouse.BalanceAsync(b, warehouse.Main)));
        var count = await counting.GetAsync(id, Ct);
        Assert.Equal((CountState.Posted, 120m, "Chief"), (count.State, count.DifferenceValue, count.ApprovedBy));
    }

    [Fact]
    public async Task Lines_are_counted_again_and_nothing_is_left_out()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("A-1"), 10, 2m);
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("A-2"), 10, 2m);
        var (counting, id, lines) = await PlanAsync(warehouse);
        await counting.RecordAsync(lines[0].Id, 4, ct: Ct);

        var early = await Assert.ThrowsAsync<RuleBroken>(() => counting.FinishAsync(id, Ct));
        await counting.RecordAsync(lines[1].Id, 10, ct: Ct);
        await counting.FinishAsync(id, Ct);
        await counting.RecountAsync(id, [lines[0].Id], Ct);
        await counting.RecordAsync(lines[0].Id, 10, ct: Ct);
        await counting.FinishAsync(id, Ct);

        Assert.EndsWith("1 lines are not counted yet.", early.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await counting.SheetAsync(id, new GridQuery(), Ct)).Rows.Single(l => l.Sku == "A-1").Times);
        Assert.Equal(0m, (await warehouse.House.Get<CountApproval>().OutcomeAsync(id, Ct)).Total);
    }

    [Fact]
    public async Task Something_that_turned_up_is_added_and_booked_in()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        await warehouse.ReceiveAsync(await warehouse.ItemAsync("A-1"), 10, 2m);
        var found = await warehouse.ItemAsync("A-2");
        var (counting, id, lines) = await PlanAsync(warehouse);

        var added = await counting.AddLineAsync(id, new FoundGoods(found.Id, warehouse.Main.Id, 2), ct: Ct);
        await Assert.ThrowsAsync<RuleBroken>(() => counting.AddLineAsync(id, new FoundGoods(found.Id, warehouse.Main.Id, 2), ct: Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => counting.AddLineAsync(id, new FoundGoods(found.Id, warehouse.Back.Id, 2), ct: Ct));
        await counting.RecordAsync(added, 3, ct: Ct);
        await counting.RecordAsync(lines[0].Id, 10, ct: Ct);
        await counting.FinishAsync(id, Ct);
        await counting.ExplainAsync(id, [added], DifferenceReason.Found, ct: Ct);
        await ApproveAsync(warehouse, id);

        Assert.Equal(3m, await warehouse.BalanceAsync(found, warehouse.Main));
    }
}
