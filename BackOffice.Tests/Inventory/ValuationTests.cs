using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Tests.Inventory;

public sealed class ValuationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_value_of_a_past_day_is_what_it_was_then_by_category_and_location()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var tools = await warehouse.House.Get<CategoryTree>().SaveAsync(new ItemCategory { Name = "Tools" }, ct: Ct);
        var (drill, bolt) = (await warehouse.ItemAsync("DRILL", i => i.CategoryId = tools), await warehouse.ItemAsync("BOLT"));
        var (main, back) = (new StockPlace(warehouse.Main.Id), new StockPlace(warehouse.Back.Id));
        Task On(int days, StockReason reason, params StockLine[] lines) => warehouse.PostAsync(new StockPosting(reason, lines) { On = Today.AddDays(-days) });
        await On(10, StockReason.Opening, StockLine.In(drill.Id, main, 4, 100m), StockLine.In(bolt.Id, main, 1000, 0.05m));
        await On(5, StockReason.Received, StockLine.In(drill.Id, back, 4, 200m));
        await On(2, StockReason.Issued, StockLine.Out(drill.Id, main, 2));
        var valuation = warehouse.House.Get<Valuation>();

        var (before, ten, five, now) = (await valuation.AsOfAsync(Today.AddDays(-11), Ct), await valuation.AsOfAsync(Today.AddDays(-10), Ct), await valuation.AsOfAsync(Today.AddDays(-3), Ct), await valuation.AsOfAsync(Today, Ct));

        Assert.Equal((0m, 450m, 1250m, 950m), (before.Total, ten.Total, five.Total, now.Total));
        Assert.Equal([("Tools", 900m), ("", 50m)], now.ByCategory.Select(p => (p.Name, p.Value)));
        Assert.Equal([("BACK", 600m), ("MAIN", 350m)], now.ByLocation.Select(p => (p.Name, p.Value)));
        Assert.Equal("DRILL Item DRILL", now.TopItems[0].Name);
    }

    [Fact]
    public async Task The_course_of_the_value_ends_with_today_and_agrees_with_every_past_day()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        var random = new Random(7);
        for (var day = 20; day >= 0; day -= random.Next(1, 4))
            await warehouse.PostAsync(new StockPosting(StockReason.Received, StockLine.In(item.Id, new StockPlace(warehouse.Main.Id), random.Next(1, 9), random.Next(1, 900) / 100m)) { On = Today.AddDays(-day) });
        var valuation = warehouse.House.Get<Valuation>();

        var course = await valuation.OverTimeAsync(15, Ct);

        Assert.Equal((16, Today), (course.Count, course[^1].On));
        foreach (var (on, value) in course) Assert.Equal((await valuation.AsOfAsync(on, Ct)).Total, value);
    }

    [Fact]
    public async Task Nothing_moves_tomorrow()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var item = await warehouse.ItemAsync("A-1");
        var line = StockLine.In(item.Id, new StockPlace(warehouse.Main.Id), 1, 1m);

        await Assert.ThrowsAsync<RuleBroken>(() => warehouse.PostAsync(new StockPosting(StockReason.Received, line) { On = Today.AddDays(1) }));
        await warehouse.PostAsync(new StockPosting(StockReason.Received, line) { On = Today });

        Assert.True(await warehouse.Office.MayAsync(InventoryPermissions.View, Ct));
    }
}
