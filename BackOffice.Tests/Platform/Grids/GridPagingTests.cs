using BackOffice.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Tests.Platform.Grids;

public sealed class GridPagingTests : IDisposable
{
    private readonly Shelf shelf = new();
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public void Dispose() => shelf.Dispose();

    private Task<Shelf> HoldAsync(int count) => shelf.HoldAsync(Enumerable.Range(1, count).Select(i => new Book { Title = $"Book {i:000}", Price = i % 7, Pages = i % 5 == 0 ? null : i % 5 }));

    private int Counts => shelf.Asked.Count(sql => sql.Contains("COUNT(", StringComparison.OrdinalIgnoreCase));

    private static GridQuery By(string column, bool descending = false) => new() { Sorts = [new(column, descending)] };

    [Fact]
    public async Task A_first_page_that_is_not_full_is_not_counted()
    {
        await HoldAsync(20);
        var page = await shelf.ListAsync(new GridQuery { Take = 20 }, Ct);
        Assert.Equal((20, 20, 0), (page.Rows.Count, page.Total, Counts));
    }

    [Fact]
    public async Task A_full_first_page_is_counted_once_and_a_known_total_never_again()
    {
        await HoldAsync(50);
        var page = await shelf.ListAsync(new GridQuery { Take = 20 }, Ct);
        Assert.Equal((50, 1), (page.Total, Counts));
        page = await shelf.ListAsync(new GridQuery { Skip = 20, Take = 20, KnownTotal = 50 }, Ct);
        Assert.Equal((50, 1), (page.Total, Counts));
    }

    [Fact]
    public async Task A_narrowed_list_is_counted_no_further_than_the_limit()
    {
        await HoldAsync(30);
        await shelf.ListAsync(new GridQuery { Take = 20, Search = "book" }, Ct);
        var counting = Assert.Single(shelf.Asked, sql => sql.Contains("COUNT(", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("LIMIT", counting, StringComparison.Ordinal);
        Assert.Contains("100001", counting, StringComparison.Ordinal);
        var page = await shelf.ListAsync(new GridQuery { Take = 20, Search = "book", KnownTotal = Page<BookRow>.CountLimit + 1 }, Ct);
        Assert.True(page.IsMore);
    }

    [Fact]
    public async Task Rows_may_come_first_and_their_total_when_it_is_asked_for()
    {
        await HoldAsync(50);
        var page = await shelf.ListAsync(new GridQuery { Take = 20, RowsFirst = true }, Ct);
        Assert.Equal((20, false, 0), (page.Rows.Count, page.IsCounted, Counts));
        shelf.Asked.Clear();
        page = await shelf.ListAsync(new GridQuery { Take = 0, Search = "book 01" }, Ct);
        Assert.Equal((0, 11, true), (page.Rows.Count, page.Total, page.IsCounted));
        Assert.Single(shelf.Asked);
        page = await shelf.ListAsync(new GridQuery { Take = 20, Search = "book 01", RowsFirst = true }, Ct);
        Assert.Equal((11, true), (page.Total, page.IsCounted));
    }

    [Theory]
    [InlineData(0), InlineData(20), InlineData(40), InlineData(60), InlineData(80), InlineData(100)]
    public async Task Every_page_holds_the_same_rows_whichever_end_it_is_read_from(int skip)
    {
        await HoldAsync(107);
        var query = By("Price", descending: true);
        var all = (await shelf.ListAsync(query with { Take = 1000 }, Ct)).Rows.Select(r => r.Id).ToList();
        shelf.Asked.Clear();
        var page = await shelf.ListAsync(query with { Skip = skip, Take = 20, KnownTotal = 107 }, Ct);
        Assert.Equal(all.Skip(skip).Take(20), page.Rows.Select(r => r.Id));
        Assert.Equal(skip >= 60, shelf.Asked.Single().Contains("\"Price\",", StringComparison.Ordinal) && shelf.Asked.Single().Contains("ORDER BY \"b\".\"Price\", \"b\".\"Id\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_behind_the_end_tells_how_many_rows_there_are_now()
    {
        await HoldAsync(10);
        var page = await shelf.ListAsync(new GridQuery { Skip = 40, Take = 20, KnownTotal = 55 }, Ct);
        Assert.Equal((0, 10), (page.Rows.Count, page.Total));
    }

    [Fact]
    public async Task Rows_come_by_several_columns_and_the_id_makes_the_order_certain()
    {
        await HoldAsync(30);
        var page = await shelf.ListAsync(new GridQuery { Take = 30, Sorts = [new("Pages", true), new("Price")] }, Ct);
        Assert.Equal(page.Rows.OrderByDescending(r => r.Pages ?? -1).ThenBy(r => r.Price).ThenBy(r => r.Id).Select(r => r.Id), page.Rows.Select(r => r.Id));
    }

    [Theory]
    [InlineData("Nonsense"), InlineData("BoughtAt")]
    public async Task A_column_that_is_not_offered_for_sorting_is_refused(string column) =>
        Assert.Contains(column, (await Assert.ThrowsAsync<RuleBroken>(() => shelf.ListAsync(By(column), Ct))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Pages", false), InlineData("Pages", true), InlineData("Title", true), InlineData("State", true), InlineData("Signed", false), InlineData("PrintedOn", true), InlineData("Author", false)]
    public async Task A_walk_through_the_list_meets_every_row_once_and_in_order(string column, bool descending)
    {
        await shelf.HoldAsync(Enumerable.Range(0, 2500).Select(i => new Book
        {
            Title = $"T{i % 40}", Author = i % 3 == 0 ? null : $"a{i % 11}", Pages = i % 4 == 0 ? null : i % 17, State = (BookState)(i % 3), Signed = i % 2 == 0,
            PrintedOn = i % 5 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(i % 300),
        }));
        await using var db = shelf.Open();
        var query = By(column, descending);
        var expected = BookRow.From(db.Set<Book>()).Sorted(query.Sorts, backwards: false).Select(r => r.Id).ToList();
        shelf.Asked.Clear();
        var met = new List<long>();
        await foreach (var row in GridPaging.StreamAsync(shelf.ListAsync, query, Ct)) met.Add(row.Id);
        Assert.Equal(expected, met);
        Assert.Equal(0, Counts);
        Assert.DoesNotContain(shelf.Asked, sql => sql.Contains("OFFSET", StringComparison.Ordinal));
    }

    [Fact]
    public void Sql_Server_gets_the_same_list_without_a_function_it_does_not_have()
    {
        using var db = Shelf.OpenSqlServer();
        GridFilter[] filters = [new("Title", GridOperator.Contains, "50%"), new("State", GridOperator.In, "Lent|Lost"), new("BoughtAt", GridOperator.Is, "2026-11-23"), new("Price", GridOperator.AtLeast, "1.5")];
        var sql = BookRow.From(db.Set<Book>()).Searched("ab").Filtered(filters).After([new("Title", true), new("Pages")], new BookRow { Id = 7, Title = "x" }).Sorted([new("Title", true)], false).Take(20).ToQueryString();
        Assert.Contains("LIKE", sql, StringComparison.Ordinal);
        Assert.Contains("IN (", sql, StringComparison.Ordinal);
        Assert.Contains("ORDER BY [b].[Title] DESC, [b].[Id] DESC", sql, StringComparison.Ordinal);
    }
}
