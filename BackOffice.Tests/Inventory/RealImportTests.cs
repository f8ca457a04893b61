using BackOffice.Domain.Inventory.Demand;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Portal.Platform.Transfer;
using BackOffice.Tests.Platform;
using static BackOffice.Tests.Inventory.Files;

namespace BackOffice.Tests.Inventory;

/// <summary>Real files of real companies, as they are.</summary>
public sealed class RealImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Northwind_comes_in_with_its_stock_and_its_demand()
    {
        await using var house = await TestHouse.OpenAsync();
        async Task<string> Import(string kind, string file) => Counts(await house.ImportFileAsync(kind, Real($"northwind/{file}.csv")));

        Assert.Equal("29 = 29 + 0 + 0 + 0", await Import("inventory.suppliers", "suppliers"));
        Assert.Equal("8 = 8 + 0 + 0 + 0", await Import("inventory.categories", "categories"));
        Assert.Equal("77 = 77 + 0 + 0 + 0", await Import("inventory.items", "products"));
        Assert.Equal("77 = 72 + 0 + 5 + 0", await Import("inventory.opening-stock", "products"));
        Assert.Equal("77 = 53 + 0 + 24 + 0", await Import("inventory.reorder-rules", "products"));
        Assert.Equal("830 = 830 + 0 + 0 + 0", await Import("inventory.past-sales", "orders"));
        Assert.Equal("2155 = 2155 + 0 + 0 + 0", await Import("inventory.issues", "order-lines"));
        Assert.Equal("77 = 0 + 0 + 77 + 0", await Import("inventory.items", "products"));
        Assert.Equal("77 = 0 + 0 + 77 + 0", await Import("inventory.opening-stock", "products"));
        Assert.Equal("2155 = 0 + 0 + 2155 + 0", await Import("inventory.issues", "order-lines"));

        var chai = Assert.Single((await house.Get<ItemCatalog>().ListAsync(new GridQuery { Filters = [new GridFilter("Sku", GridOperator.Is, "1")] }, Ct)).Rows);
        Assert.Equal(("Chai", "Beverages", 18m, 39m, 39m * 18m), (chai.Name, chai.Category!, chai.Price, chai.OnHand, chai.StockValue));
        Assert.Equal(8, (await house.Get<ItemCatalog>().ListAsync(new GridQuery { Filters = [new GridFilter("Status", GridOperator.Is, "Discontinued")] }, Ct)).Total);
        var demand = await house.Get<Office>().ReadAsync("inventory.view", db => db.Set<PastDemand>().Where(d => d.ItemId == chai.Id).OrderBy(d => d.SoldOn).ToListAsync(Ct), Ct);
        Assert.Equal((828m, new DateOnly(1996, 8, 20)), (demand.Sum(d => d.Quantity), demand[0].SoldOn));
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task A_month_of_real_sales_is_demand_less_returns_and_nothing_else()
    {
        await using var house = await TestHouse.OpenAsync();
        var file = Real("retail/online-retail-2010-12.csv");
        var table = TableFile.Open(file);
        var (code, text) = (table.Columns.ToList().IndexOf("StockCode"), table.Columns.ToList().IndexOf("Description"));
        var items = table.Rows().Select(r => (Code: r.Cells[code].Shown.Trim(), Name: r.Cells[text].Shown.Trim())).Where(i => i.Code.Length > 0 && char.IsAsciiDigit(i.Code[0]))
            .GroupBy(i => i.Code, StringComparer.OrdinalIgnoreCase).Select(g => new Item { Sku = g.Key, Name = g.Select(i => i.Name).FirstOrDefault(n => n.Length > 0) ?? g.Key }).ToList();
        await house.Get<Office>().ChangeAsync("inventory.edit", async db =>
        {
            db.Add(new BackOffice.Domain.Inventory.Locations.Location { Code = "MAIN", Name = "Main", Kind = BackOffice.Domain.Inventory.Locations.LocationKind.Store });
            await db.InsertManyAsync(items, Ct);
            await db.InsertManyAsync<ItemStock>([.. items.Select(i => new ItemStock { ItemId = i.Id })], Ct);
        }, Ct);

        var run = await house.ImportFileAsync("inventory.issues", file);
        var again = await house.CheckFileAsync("inventory.issues", file);

        Assert.Equal((42481, 42481), (run.Read, run.Created + run.Rejected));
        Assert.Equal((0, run.Created), (again.Created, again.Unchanged));
        Assert.InRange(run.Rejected, 100, 1500);
        var (lines, returns) = await house.Get<Office>().ReadAsync("inventory.view", async db => (await db.Set<PastDemand>().CountAsync(Ct), await db.Set<PastDemand>().CountAsync(d => d.Quantity < 0, Ct)), Ct);
        Assert.Equal(run.Created, lines);
        Assert.InRange(returns, 300, 1000);
    }
}
