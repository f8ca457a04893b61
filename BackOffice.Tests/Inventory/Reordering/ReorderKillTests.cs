using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Tests.Platform;
using BackOffice.Tests.Platform.Jobs;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderKillTests
{
    private const int Items = 15_000;
    private static readonly JobKind Kind = JobKind.Find("inventory.reorder-check");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_that_was_killed_in_the_middle_leaves_the_house_in_order_and_the_rerun_completes_it()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The process of this test works on a SQLite file.");
        await using var house = await BuyingHouse.OpenAsync();
        await FillAsync(house);

        await using (var check = PortalProcess.Launch(house.House.Folder, "jobs", "run", Kind.Id))
        {
            await UntilAsync(house, run => run is { State: JobState.Running, Done: > 0 });
            await check.KillAsync();
        }
        var half = (await house.SuggestionsAsync()).Count;
        Assert.InRange(half, 1, Items - 1);
        Assert.Equal(0, (await PortalProcess.RunAsync(house.House.Folder, "verify")).Code);

        var (code, words, errors) = await PortalProcess.RunAsync(house.House.Folder, "jobs", "run", Kind.Id);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("Reorder check: 15,000 suggestions for 0 suppliers, 0 items need nothing", words);
        var suggestions = await house.SuggestionsAsync();
        Assert.Equal((Items, Items), (suggestions.Count, suggestions.Select(s => s.ItemId).Distinct().Count()));
        Assert.Equal([JobState.Interrupted, JobState.Done], (await house.House.RunsAsync(Kind)).Select(r => r.State));
        Assert.Equal(0, (await PortalProcess.RunAsync(house.House.Folder, "verify")).Code);
    }

    private static async Task FillAsync(BuyingHouse house)
    {
        await house.ChangeAsync(async db =>
        {
            Item[] items = [.. Enumerable.Range(1, Items).Select(n => new Item { Sku = $"K{n:00000}", Name = $"Item {n}" })];
            await db.InsertManyAsync(items, Ct);
            StockBook.Open(db, [.. items.Select(i => i.Id)]);
            await db.FlushAsync(Ct);
            await db.InsertManyAsync([.. items.Select(i => new ReorderRule { ItemId = i.Id, LocationId = house.StoreId, ReorderPoint = 10, UpTo = 40 })], Ct);
            await ReorderPoints.FollowAsync(db, [.. items.Select(i => i.Id)], Ct);
        });
    }

    private static Task UntilAsync(BuyingHouse house, Func<JobRun?, bool> holds) =>
        Patience.UntilAsync(async () => holds((await house.House.RunsAsync(Kind)).LastOrDefault()));
}
