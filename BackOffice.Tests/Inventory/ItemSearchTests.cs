using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Inventory;

/// <summary>So many items that a word may have many hits: more than are fetched one by one.</summary>
public sealed class ManyItems : IAsyncLifetime
{
    private const int Count = 3600;

    /// <summary>Their office.</summary>
    public TestHouse House { get; private set; } = null!;

    /// <summary>What was entered.</summary>
    public IReadOnlyList<Item> All { get; } = [.. Enumerable.Range(0, Count).Select(i => new Item { Sku = $"ITM-{i * 7919 % Count:0000}", Name = Named(i * 7919 % Count, i), Price = i % 500 })];

    public async ValueTask InitializeAsync()
    {
        House = await TestHouse.OpenAsync();
        await House.Get<Office>().ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            await db.InsertManyAsync(All, CancellationToken.None);
            StockBook.Open(db, All.Select(i => i.Id));
        });
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    // The last 1,100 by number are all late ones, so that a walk from the start meets none of them.
    private static string Named(int place, int i) => place >= Count - 1100 ? $"Late lamp {i}" : i % 2 == 0 ? $"Copper wire a{i % 70}" : i % 61 == 0 ? $"ÖLKANNE a{i % 70}" : $"Ölkanne a{i % 70}";
}

public sealed class ItemSearchTests(ManyItems many) : IClassFixture<ManyItems>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Questions =>
    [
        .. from search in new[] { "copper", "COPPER wire", "late", "lamp 35", "ölkanne", "Ölkanne a7", "copper a7", "c", "a7", "itm", "zebra", "it a1", "100%", "\"" }
           from sort in new[] { (nameof(ItemRow.Sku), false), (nameof(ItemRow.Sku), true), (nameof(ItemRow.Name), false), (nameof(ItemRow.Price), true), (nameof(ItemRow.OnHand), false) }
           select new TheoryDataRow<string, string, bool>(search, sort.Item1, sort.Item2),
    ];

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_hit_and_nothing_else_is_found_in_the_order_that_was_asked_for(string search, string sort, bool descending)
    {
        var query = new GridQuery { Search = search, Sorts = [new GridSort(sort, descending)], Take = 300 };
        var expected = Expected(search, sort, descending);

        var page = await AskAsync(query with { RowsFirst = true });
        Assert.Equal(expected.Take(300), page.Rows.Select(r => r.Sku));
        Assert.Equal(expected.Count > 300, !page.IsCounted);
        Assert.Equal(expected.Count, (await AskAsync(query with { Take = 0 })).Total);

        var met = page.Rows.Select(r => r.Sku).ToList();
        for (var skip = 300; skip < expected.Count; skip += 300) met.AddRange((await AskAsync(query with { Skip = skip, KnownTotal = expected.Count })).Rows.Select(r => r.Sku));
        Assert.Equal(expected, met);
    }

    [Theory]
    [InlineData("copper"), InlineData("late"), InlineData("lamp 35")]
    public async Task A_search_and_a_filter_both_hold(string search)
    {
        var query = new GridQuery { Search = search, Sorts = [new GridSort(nameof(ItemRow.Sku))], Filters = [new GridFilter(nameof(ItemRow.Price), GridOperator.AtMost, "40")], Take = 1000 };
        var cheap = many.All.Where(i => i.Price <= 40).Select(i => i.Sku).ToHashSet(StringComparer.Ordinal);

        var page = await AskAsync(query);

        Assert.Equal(Expected(search, nameof(ItemRow.Sku), false).Where(cheap.Contains), page.Rows.Select(r => r.Sku));
        Assert.Equal(page.Rows.Count, (await AskAsync(query with { Take = 0 })).Total);
    }

    [Fact]
    public async Task An_export_of_what_was_searched_meets_every_hit_once()
    {
        var met = new List<string>();
        await foreach (var row in GridPaging.StreamAsync(many.House.Get<ItemCatalog>().ListAsync, new GridQuery { Search = "copper", Sorts = [new GridSort(nameof(ItemRow.Name))] }, Ct)) met.Add(row.Sku);
        Assert.Equal(Expected("copper", nameof(ItemRow.Name), false), met);
    }

    [Fact]
    public async Task Rows_of_many_hits_are_read_without_counting_or_ordering_all_of_them()
    {
        Assert.SkipUnless(TestHouse.SqlServer is null, "What is read is looked at on SQLite only.");
        using var reads = new ReadsCounted(many.House);
        await AskAsync(new GridQuery { Search = "copper", Sorts = [new GridSort(nameof(ItemRow.Sku))], RowsFirst = true });
        Assert.DoesNotContain(reads.Texts, sql => sql.Contains("COUNT(", StringComparison.Ordinal));
        Assert.All(reads.Texts.Where(sql => sql.Contains("MATCH", StringComparison.Ordinal)), sql => Assert.Contains("LIMIT", sql, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_item_is_chosen_by_its_exact_code_however_many_resemble_it()
    {
        var last = many.All[^1].Sku;
        Assert.Equal(last, (await many.House.Get<ItemCatalog>().ChooseAsync(last.ToLowerInvariant(), ct: Ct))[0].Sku);
        Assert.Equal(12, (await many.House.Get<ItemCatalog>().ChooseAsync("itm", ct: Ct)).Count);
    }

    private Task<Page<ItemRow>> AskAsync(GridQuery query) => many.House.Get<ItemCatalog>().ListAsync(query, Ct);

    private List<string> Expected(string search, string sort, bool descending)
    {
        var hits = many.All.Where(i => search.Split(' ').All(word => $"{i.Sku} {i.Name}".Contains(word, StringComparison.OrdinalIgnoreCase)));
        var ordered = sort switch
        {
            nameof(ItemRow.Sku) => hits.OrderBy(i => i.Sku, StringComparer.Ordinal),
            nameof(ItemRow.Name) => hits.OrderBy(i => i.Name, AsStored.Instance).ThenBy(i => i.Id),
            nameof(ItemRow.Price) => hits.OrderBy(i => i.Price).ThenBy(i => i.Id),
            _ => hits.OrderBy(i => i.Id),
        };
        return [.. (descending ? ordered.Reverse() : ordered).Select(i => i.Sku)];
    }

    // SQLite orders texts by the small letters of ASCII, then by code points.
    private sealed class AsStored : IComparer<string>
    {
        public static readonly AsStored Instance = new();

        public int Compare(string? x, string? y) => string.CompareOrdinal(Folded(x!), Folded(y!));

        private static string Folded(string text) => string.Concat(text.Select(c => char.IsAscii(c) ? char.ToLowerInvariant(c) : c));
    }
}
