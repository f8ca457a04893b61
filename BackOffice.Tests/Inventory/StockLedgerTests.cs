using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory;

/// <summary>The ledger of stock after many movements, and what the proofs see when somebody tampers with it.</summary>
public sealed class StockLedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_sequence_of_movements_all_proofs_hold(int seed)
    {
        var random = new Random(seed);
        await using var warehouse = await Warehouse.OpenAsync();
        var items = await warehouse.ItemsAsync(4);
        long[] places = [warehouse.Main.Id, warehouse.Back.Id, warehouse.Transit.Id];
        StockPlace Somewhere() => new(places[random.Next(3)], (StockQuality)random.Next(2));
        foreach (var item in items) await warehouse.ReceiveAsync(item, 50, random.Next(1, 900) / 100m);

        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var item = items[random.Next(items.Count)].Id;
            var quantity = random.Next(1, 300_000) / 10_000m;
            var (a, b) = (Somewhere(), Somewhere());
            var line = random.Next(3) switch
            {
                0 => StockLine.In(item, a, quantity, random.Next(1, 90_000) / 10_000m),
                1 => StockLine.Out(item, a, quantity),
                _ => StockLine.Move(item, a, b == a ? a with { Quality = StockQuality.Damaged } : b, quantity),
            };
            if (await Record.ExceptionAsync(() => warehouse.PostAsync(StockReason.Corrected, line)) is { } broken)
            {
                Assert.IsType<RuleBroken>(broken);
                refused++;
            }
        }

        Assert.InRange(refused, 1, 59);
        Assert.All(await warehouse.House.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
        Assert.Equal(0, await warehouse.LookAsync(db => db.Set<StockAccount>().CountAsync(a => a.Balance < 0, Ct)));
    }

    [Fact]
    public async Task Proofs_name_the_balance_the_total_and_the_value_that_somebody_bent()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var items = await warehouse.ItemsAsync(3);
        foreach (var item in items) await warehouse.ReceiveAsync(item, 5, 2m);
        await warehouse.Office.ChangeAsync(BackOffice.Domain.Inventory.InventoryPermissions.Edit, async db =>
        {
            await db.Set<StockAccount>().Where(a => a.ItemId == items[0].Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Balance, 7m), Ct);
            await db.Set<ItemStock>().Where(s => s.ItemId == items[1].Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Reserved, 1m), Ct);
            await db.Set<ItemStock>().Where(s => s.ItemId == items[2].Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.StockValue, 11m), Ct);
        }, Ct);

        var results = (await warehouse.House.Get<Verification>().RunAsync(Ct)).ToDictionary(r => r.Name, r => r.Faults);

        Assert.Contains("stored 7, its entries add up to 5", Assert.Single(results["Stock balances"]), StringComparison.Ordinal);
        Assert.Equal(["B-0001", "B-0002"], results["Totals of items"].Select(f => f[..6]).Order());
        Assert.Equal("B-0003: stored value 11, its entries add up to 10.", Assert.Single(results["Value of stock"]));
    }

    [Fact]
    public async Task An_entry_is_written_once()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        await warehouse.ReceiveAsync(item, 5, 2m);

        await Assert.ThrowsAsync<InvalidOperationException>(() => warehouse.Office.ChangeAsync(BackOffice.Domain.Inventory.InventoryPermissions.Move, async db => db.Remove(await db.Set<StockEntry>().FirstAsync(Ct)), Ct));
    }

    [Fact]
    public async Task A_card_is_read_page_by_page_with_the_balance_after_every_movement()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        for (var i = 1; i <= 7; i++) await warehouse.ReceiveAsync(item, i, 1m, i % 2 == 0 ? warehouse.Back : warehouse.Main);
        var card = warehouse.House.Get<StockCard>();

        var first = await card.ReadAsync(item.Id, take: 4, ct: Ct);
        await warehouse.IssueAsync(item, 1);
        var second = await card.ReadAsync(item.Id, place: first.Next, take: 4, ct: Ct);
        var main = await card.ReadAsync(item.Id, warehouse.Main.Id, ct: Ct);

        Assert.Equal([(7m, 28m), (6m, 21m), (5m, 15m), (4m, 10m)], first.Rows.Select(r => (r.Amount, r.Balance)));
        Assert.Equal([(3m, 6m), (2m, 3m), (1m, 1m)], second.Rows.Select(r => (r.Amount, r.Balance)));
        Assert.Null(second.Next);
        Assert.Equal([15m, 16m, 9m, 4m, 1m], main.Rows.Select(r => r.Balance));
    }
}
