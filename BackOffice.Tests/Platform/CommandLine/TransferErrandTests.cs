using BackOffice.Domain.Inventory.Items;

namespace BackOffice.Tests.Platform.CommandLine;

/// <summary>Files in and out on the command line.</summary>
public sealed class TransferErrandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string FileOf(TestHouse house, string name, string text)
    {
        var path = Path.Combine(house.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<int> ItemsAsync(TestHouse house) => house.Get<Office>().ReadAsync("inventory.view", db => db.Set<Item>().CountAsync(Ct), Ct);

    [Fact]
    public async Task An_import_is_tried_out_carried_out_and_says_what_became_of_every_row()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The commands of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        var file = FileOf(house, "items.csv", "Art;Name;Price\nA;Anvil;12,50\nB;Bolt;viel\n");
        string[] command = ["import", "inventory.items", file, "--mapping", "SKU=Art"];

        var (tried, plan, _) = await Errands.RunAsync(house, [.. command, "--dry-run"]);
        Assert.Equal((1, 0), (tried, await ItemsAsync(house)));
        Assert.StartsWith("2 read = 1 created + 0 updated + 0 unchanged + 1 rejected", plan, StringComparison.Ordinal);

        var rejected = Path.Combine(house.Folder, "rejected.csv");
        var (done, words, _) = await Errands.RunAsync(house, [.. command, "--rejected", rejected]);
        Assert.Equal((1, 1), (done, await ItemsAsync(house)));
        Assert.EndsWith("Row 3, Price: \"viel\" is not a number. Enter digits with at most one decimal separator.", words, StringComparison.Ordinal);
        Assert.Contains("B,Bolt,viel,3,Price,", await File.ReadAllTextAsync(rejected, Ct), StringComparison.Ordinal);

        var mended = FileOf(house, "mended.csv", "Art;Name;Price\nA;Anvil;12,50\nB;Bolt;0,10\n");
        Assert.Equal((0, "2 read = 1 created + 0 updated + 1 unchanged + 0 rejected", ""), await Errands.RunAsync(house, "import", "inventory.items", mended));
    }

    [Theory]
    [InlineData("import", "Name what is imported and the file: import KIND FILE. \"import --list\" shows the kinds.")]
    [InlineData("import inventory.items", "Name what is imported and the file: import KIND FILE. \"import --list\" shows the kinds.")]
    [InlineData("import inventory.items gone.csv", "There is no file \"gone.csv\".")]
    [InlineData("export inventory.items", "Name the list and the file: export KIND FILE. \"export --list\" shows the lists.")]
    [InlineData("export moon.rocks a.csv", "There is no list called moon.rocks. \"export --list\" shows the lists.")]
    [InlineData("export inventory.items a.pdf", "\"a.pdf\" names no format. End it with .csv or .xlsx.")]
    public async Task A_slip_of_the_operator_is_a_sentence_and_ends_with_two(string typed, string sentence)
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The commands of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        Assert.Equal((2, "", sentence), await Errands.RunAsync(house, typed.Split(' ')));
    }

    [Fact]
    public async Task What_can_come_in_and_go_out_is_listed()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The commands of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        Assert.Contains("inventory.items  Items\n    SKU, ", (await Errands.RunAsync(house, "import", "--list")).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("inventory.items", (await Errands.RunAsync(house, "export", "--list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.xlsx")]
    public async Task What_was_exported_is_imported_again_without_changing_anything(string name)
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "The commands of this test work on a SQLite file.");
        await using var house = await TestHouse.OpenAsync();
        await Errands.RunAsync(house, "import", "inventory.items", FileOf(house, "items.csv", "SKU,Name,Price\n=1+1,\"Tea, \"\"green\"\"\",12.5\n-B,@Bolt,0.1\n007,چائے 🫖,3\n"));
        var path = Path.Combine(house.Folder, name);

        Assert.Equal((0, $"{path}: 3 rows", ""), await Errands.RunAsync(house, "export", "inventory.items", path, "--query", "columns=Sku,Name,Price"));

        Assert.Equal((0, "3 read = 0 created + 0 updated + 3 unchanged + 0 rejected", ""), await Errands.RunAsync(house, "import", "inventory.items", path));
    }
}
