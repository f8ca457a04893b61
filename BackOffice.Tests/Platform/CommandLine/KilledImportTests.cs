using BackOffice.Domain.Inventory.Items;
using BackOffice.Tests.Platform.Transfer;

namespace BackOffice.Tests.Platform.CommandLine;

/// <summary>Watches a process closely enough to kill it in the middle of its work, and therefore runs alone.</summary>
[Collection(nameof(FlatMemoryTests))]
public sealed class KilledImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<int> ItemsAsync(TestHouse house) => house.Get<Office>().ReadAsync("inventory.view", db => db.Set<Item>().CountAsync(Ct), Ct);

    private static async Task<string> FileOfAsync(TestHouse house, string text)
    {
        var path = Path.Combine(house.Folder, "items.csv");
        await File.WriteAllTextAsync(path, text, Ct);
        return path;
    }

    [Fact]
    public async Task An_import_that_was_killed_in_the_middle_leaves_the_house_in_order_and_the_rerun_completes_it()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The processes of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        var file = await FileOfAsync(house, "SKU,Name,Price\n" + string.Concat(Enumerable.Range(1, 60_000).Select(i => $"I{i},Item number {i},{i}.25\n")));
        await using (var command = PortalProcess.Launch(house.Folder, "import", "inventory.items", file))
        {
            while (await ItemsAsync(house) == 0) await Task.Yield();
            await command.KillAsync();
        }
        var kept = await ItemsAsync(house);
        Assert.InRange(kept, 1_000, 59_000);
        Assert.Equal(0, kept % 1_000);

        Assert.Equal(0, (await PortalProcess.RunAsync(house.Folder, "verify")).Code);
        var (code, words, _) = await PortalProcess.RunAsync(house.Folder, "import", "inventory.items", file);

        Assert.Equal((0, $"60,000 read = {60_000 - kept:N0} created + 0 updated + {kept:N0} unchanged + 0 rejected"), (code, words.Trim()));
        Assert.Equal(60_000, await ItemsAsync(house));
    }
}
