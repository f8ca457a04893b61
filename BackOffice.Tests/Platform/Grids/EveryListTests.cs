using System.Reflection;
using BackOffice.Portal.Platform.Grids;

namespace BackOffice.Tests.Platform.Grids;

/// <summary>Every list of the house that people may export, whoever wrote it: each of its columns does what it offers.</summary>
public sealed class EveryListTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private TestHouse house = default!;

    public static TheoryData<string> Keys => [.. ExportableList.All.Select(l => l.Key).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory, MemberData(nameof(Keys))]
    public async Task Can_be_sorted_filtered_searched_and_walked_through_by_every_column_it_offers(string key)
    {
        var list = ExportableList.Find(key)!;
        await (Task)typeof(EveryListTests).GetMethod(nameof(TryAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(list.Row).Invoke(this, [list])!;
    }

    private async Task TryAsync<TRow>(ExportableList list) where TRow : class, new()
    {
        var use = list.Open<TRow>(house.As<IServiceProvider>(Actor.Operator("test")), _ => null);
        var broken = new List<string>();
        var columns = GridColumns.Of(typeof(TRow)).All;
        await TryOneAsync("search", new GridQuery { Search = "a b%" });
        foreach (var column in columns.Where(GridColumns.CanSort))
        {
            await TryOneAsync($"sort by {column.Name}", new GridQuery { Sorts = [new(column.Name, true)], Skip = 40, KnownTotal = 60 });
            await TryOneAsync($"walk by {column.Name}", new GridQuery { Sorts = [new(column.Name)], After = new TRow(), KnownTotal = 0 });
        }

        foreach (var column in columns.Where(GridColumns.CanFilter))
        {
            var type = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
            var value = type.IsEnum ? Enum.GetNames(type)[0] : type == typeof(bool) ? "true" : type == typeof(DateOnly) || type == typeof(DateTime) ? "2026-11-23" : "7";
            var operators = FilterWords.Operators(type, type != column.PropertyType || type == typeof(string));
            await TryOneAsync($"filter by {column.Name}", new GridQuery { Filters = [.. operators.Select(how => new GridFilter(column.Name, how, value))] });
        }

        Assert.True(broken.Count == 0, $"{list.Key}:\n{string.Join('\n', broken)}");

        async Task TryOneAsync(string what, GridQuery query)
        {
            try
            {
                await use(query, Ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                broken.Add($"{what}: {failure.Message.Split('\n')[0]}");
            }
        }
    }
}
