using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Tests.Inventory;

public sealed class TreeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_branch_that_moves_takes_everything_below_it_along()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var tree = warehouse.House.Get<LocationTree>();
        async Task<long> Add(string code, long? parent) => await tree.SaveAsync(new Location { Code = code, Name = code, ParentId = parent }, ct: Ct);
        var site = await Add("S1", null);
        var other = await Add("S2", null);
        var store = await Add("ST", site);
        var bin = await Add("B1", store);

        var moved = await tree.GetAsync(store, Ct);
        moved.ParentId = other;
        await tree.SaveAsync(moved, ct: Ct);

        Assert.Equal($"/{other}/{store}/{bin}/", (await tree.GetAsync(bin, Ct)).Path);
        Assert.Equal(["BACK", "MAIN", "S1", "S2", "ST", "B1", "TRANSIT"], (await tree.ListAsync(Ct)).Select(l => l.Code));
        Assert.Equal(3, (await tree.ListAsync(Ct)).Single(l => l.Id == bin).Depth);
    }

    [Fact]
    public async Task Nothing_stands_below_itself()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var tree = warehouse.House.Get<CategoryTree>();
        var top = await tree.SaveAsync(new ItemCategory { Name = "Top" }, ct: Ct);
        var middle = await tree.SaveAsync(new ItemCategory { Name = "Middle", ParentId = top }, ct: Ct);
        var low = await tree.SaveAsync(new ItemCategory { Name = "Low", ParentId = middle }, ct: Ct);
        async Task Under(long parent)
        {
            var form = await tree.GetAsync(top, Ct);
            form.ParentId = parent;
            await tree.SaveAsync(form, ct: Ct);
        }

        Assert.Equal("Top cannot stand under Low, which stands below it.", (await Assert.ThrowsAsync<RuleBroken>(() => Under(low))).Message);
        await Assert.ThrowsAsync<RuleBroken>(() => Under(top));
        Assert.Equal($"/{top}/{middle}/{low}/", (await tree.GetAsync(low, Ct)).Path);
    }

    [Fact]
    public async Task What_is_used_is_not_removed()
    {
        await using var warehouse = await Warehouse.OpenAsync();
        var (categories, locations) = (warehouse.House.Get<CategoryTree>(), warehouse.House.Get<LocationTree>());
        var category = await categories.SaveAsync(new ItemCategory { Name = "Tools" }, ct: Ct);
        var item = await warehouse.ItemAsync("A-1", i => i.CategoryId = category);
        await warehouse.ReceiveAsync(item, 1, 1m);

        await Assert.ThrowsAsync<RuleBroken>(() => categories.RemoveAsync(category, Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => locations.RemoveAsync(warehouse.Main.Id, Ct));
        await locations.RemoveAsync(warehouse.Back.Id, Ct);
        var main = await locations.GetAsync(warehouse.Main.Id, Ct);
        main.Kind = LocationKind.Transit;
        await Assert.ThrowsAsync<RuleBroken>(() => locations.SaveAsync(main, ct: Ct));

        Assert.Equal(1, (await categories.ListAsync(Ct)).Single().Items);
        Assert.Equal(["MAIN", "TRANSIT"], (await locations.ListAsync(Ct)).Select(l => l.Code));
    }
}
