using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Portal.Inventory;
using BackOffice.Tests.Platform;
using Bogus;

namespace BackOffice.Tests.Inventory;

public sealed class InventorySamplesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<TestHouse> FilledAsync()
    {
        var house = await TestHouse.OpenAsync();
        await new InventorySamples(house.Get<Office>()).FillAsync(new Faker("en") { Random = new Randomizer(1) }, Ct);
        return house;
    }

    [Fact]
    public async Task The_demo_company_trades_for_half_a_year_and_every_proof_holds()
    {
        await using var house = await FilledAsync();

        var items = await house.Get<ItemCatalog>().ListAsync(new GridQuery { Take = 1000 }, Ct);
        Assert.InRange(items.Total, 300, 450);
        Assert.InRange(items.Rows.Count(r => r.OnHand == 0), 3, 60);
        Assert.InRange(items.Rows.Count(r => r.Status == ItemStatus.Discontinued), 10, 20);
        Assert.Equal(24, (await house.Get<SupplierDirectory>().ListAsync(new GridQuery(), Ct)).Total);
        var course = await house.Get<Valuation>().OverTimeAsync(180, Ct);
        Assert.All(course, point => Assert.True(point.Value > 1_000_000m));
        Assert.InRange(await house.Get<Office>().ReadAsync("inventory.view", db => db.Set<StockEntry>().CountAsync(e => e.Reason == StockReason.Issued, Ct), Ct), 5_000, 40_000);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task It_is_the_same_on_every_machine()
    {
        await using var one = await FilledAsync();
        await using var other = await FilledAsync();
        static Task<List<string>> Look(TestHouse house) => house.Get<Office>().ReadAsync("inventory.view", async db =>
            (await (from item in db.Set<Item>() join stock in db.Set<ItemStock>() on item.Id equals stock.ItemId orderby item.Id select new { item.Sku, item.Name, stock.OnHand, stock.StockValue }).ToListAsync(Ct)).ConvertAll(x => x.ToString()!), Ct);

        Assert.Equal(await Look(one), await Look(other));
    }
}
