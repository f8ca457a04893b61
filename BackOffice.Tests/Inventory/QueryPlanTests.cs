using System.Text.RegularExpressions;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Tests.Platform;
using Microsoft.Data.Sqlite;

namespace BackOffice.Tests.Inventory;

/// <summary>How SQLite carries out the questions that must stay quick over a million items and five million entries.</summary>
public sealed partial class QueryPlanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> SortedColumns => [.. typeof(ItemRow).GetProperties().Where(GridColumns.CanSort).SelectMany(p => new[] { new TheoryDataRow<string, bool>(p.Name, false), new TheoryDataRow<string, bool>(p.Name, true) })];

    [Theory]
    [MemberData(nameof(SortedColumns))]
    public async Task Every_column_that_the_list_of_items_offers_for_sorting_is_read_in_the_order_of_an_index(string column, bool descending)
    {
        await using var house = await OpenAsync();

        var plans = await PlansAsync(house, () => house.Get<ItemCatalog>().ListAsync(new GridQuery { Sorts = [new GridSort(column, descending)] }, Ct));

        Assert.DoesNotContain("TEMP B-TREE", Assert.Single(plans, p => p.Contains("ItemStock", StringComparison.Ordinal) || p.Contains("SEARCH s", StringComparison.Ordinal) || p.Contains("SCAN s", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stock_card_is_found_by_its_item()
    {
        await using var house = await OpenAsync();

        var plans = await PlansAsync(house, () => house.Get<StockCard>().ReadAsync(1, ct: Ct));

        // What is scanned is only the page that was cut out of the index.
        var card = Assert.Single(plans, p => p.Contains("IX_StockEntry_ItemId", StringComparison.Ordinal));
        Assert.Equal(CutOut().Matches(card).Select(m => m.Groups[1].Value), Scanned().Matches(card).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task The_value_of_a_past_day_is_read_from_an_index_alone()
    {
        await using var house = await OpenAsync();

        var plans = await PlansAsync(house, async () =>
        {
            await house.Get<Valuation>().AsOfAsync(new DateOnly(2026, 11, 1), Ct);
            await house.Get<Valuation>().OverTimeAsync(90, Ct);
        });

        Assert.Equal(2, plans.Count(p => p.Contains("COVERING INDEX IX_StockEntry", StringComparison.Ordinal)));
    }

    private static async Task<TestHouse> OpenAsync()
    {
        Assert.SkipUnless(TestHouse.SqlServer is null, "Plans of SQLite are looked at only there.");
        return await TestHouse.OpenAsync();
    }

    private static async Task<List<string>> PlansAsync(TestHouse house, Func<Task> ask)
    {
        using var reads = new ReadsCounted(house);
        await ask();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Folder, "office.db")};Pooling=False");
        await connection.OpenAsync(Ct);
        var plans = new List<string>();
        foreach (var text in reads.Texts)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var name in Parameter().Matches(text).Select(m => m.Value).Distinct()) command.Parameters.AddWithValue(name, 20);
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var steps = new List<string>();
            while (await reader.ReadAsync(Ct)) steps.Add(reader.GetString(3));
            plans.Add(string.Join('\n', steps));
        }
        return plans;
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^CO-ROUTINE (\w+)$", RegexOptions.Multiline)]
    private static partial Regex CutOut();

    [GeneratedRegex(@"^SCAN (\w+)\b", RegexOptions.Multiline)]
    private static partial Regex Scanned();
}
