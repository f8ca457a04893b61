using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Grids;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BackOffice.Tests.Platform.Grids;

public sealed class RecordGridTests : IAsyncDisposable
{
    private readonly GridStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static void WithBulk(ComponentParameterCollectionBuilder<RecordGrid<BookRow>> grid) =>
        grid.Add(g => g.Bulk, picked => builder => builder.AddContent(0, $"Lend {string.Join(',', picked.Ids.Order())}"));

    [Fact]
    public void A_page_of_rows_is_shown_with_its_place_in_the_whole()
    {
        var grid = stage.Show();
        Assert.Equal(20, grid.FindAll("tbody tr").Count);
        Assert.Equal("1–20 of 45", grid.Find(".foot .tab").TextContent);
        Assert.Equal("books/1", grid.Find("tbody a").GetAttribute("href"));
        Assert.Equal("st calm", grid.Find("tbody .st").ClassName);
        Assert.Equal("num", grid.Find("tbody td:nth-child(2)").ClassName);
    }

    [Fact]
    public async Task The_next_page_knows_the_total_and_stands_in_the_address()
    {
        var grid = stage.Show();
        await grid.Find("[aria-label='Next page']").ClickAsync(new MouseEventArgs());
        grid.WaitForAssertion(() => Assert.Equal("?page=2", stage.Query));
        Assert.Equal((20, 45), (stage.Asked[^1].Skip, stage.Asked[^1].KnownTotal));
        await grid.Find("[aria-label='Last page']").ClickAsync(new MouseEventArgs());
        grid.WaitForAssertion(() => Assert.Equal(["Book 41", "Book 42", "Book 43", "Book 44", "Book 45"], GridStage.Titles(grid)));
        Assert.True(grid.Find("[aria-label='Next page']").HasAttribute("disabled"));
        Assert.Equal(3, stage.Asked.Count);
    }

    [Fact]
    public void A_link_restores_everything_with_one_question()
    {
        var grid = stage.Show("?tab=2&q=book&where=State.In.Lent|Lost&sort=-Price,Title&page=2&rows=10&columns=Title,State");
        var asked = Assert.Single(stage.Asked);
        Assert.Equal(("book", 10, 10), (asked.Search, asked.Skip, asked.Take));
        Assert.Equal([new GridSort("Price", true), new GridSort("Title")], asked.Sorts);
        Assert.Equal([new GridFilter("State", GridOperator.In, "Lent|Lost")], asked.Filters);
        Assert.Equal(2, grid.FindAll("thead th").Count);
        Assert.Equal("State Lent, Lost", grid.Find(".chip summary").TextContent.Trim());
        Assert.Equal("book", grid.Find(".quick input").GetAttribute("value"));
    }

    [Fact]
    public async Task The_back_button_restores_what_was_shown_before()
    {
        var grid = stage.Show("?tab=2");
        await GridStage.ReportAsync(grid, new GridAct("sort", 1));
        grid.WaitForAssertion(() => Assert.Equal("?tab=2&sort=Price", stage.Query));
        stage.Address.NavigateTo("books?tab=2");
        grid.WaitForAssertion(() => Assert.Equal("ascending", grid.Find("th:first-child").GetAttribute("aria-sort")));
        Assert.Equal([new GridSort("Title")], stage.Asked[^1].Sorts);
        Assert.Equal(3, stage.Asked.Count);
    }

    [Fact]
    public async Task A_header_turns_the_order_and_with_shift_adds_to_it()
    {
        var grid = stage.Show();
        await GridStage.ReportAsync(grid, new GridAct("sort", 1));
        await GridStage.ReportAsync(grid, new GridAct("sort", 1));
        Assert.Equal([new GridSort("Price", true)], stage.Asked[^1].Sorts);
        await GridStage.ReportAsync(grid, new GridAct("sort", 2, Shift: true));
        Assert.Equal([new GridSort("Price", true), new GridSort("State")], stage.Asked[^1].Sorts);
        Assert.Equal("descending", grid.Find("th:nth-child(2)").GetAttribute("aria-sort"));
        Assert.Equal("2", grid.Find("th:nth-child(3) small").TextContent);
    }

    [Fact]
    public async Task Rows_are_picked_across_pages_and_the_bulk_bar_takes_the_footer()
    {
        var grid = stage.Show(more: WithBulk);
        await GridStage.ReportAsync(grid, new GridAct("pick", 1, Turn: 1));
        await GridStage.ReportAsync(grid, new GridAct("pick", 3, Shift: true, Turn: 1));
        Assert.Equal(3, grid.FindAll("tbody tr[aria-selected=true]").Count);
        Assert.Equal("mixed", grid.Find("th .cb").GetAttribute("aria-checked"));
        await GridStage.ReportAsync(grid, new GridAct("page", 1));
        await GridStage.ReportAsync(grid, new GridAct("pick", 0, Turn: 2));
        Assert.Contains("Lend 2,3,4,21", grid.Find(".foot.sel").TextContent, StringComparison.Ordinal);
        await GridStage.ReportAsync(grid, new GridAct("clear"));
        Assert.Empty(grid.FindAll(".foot.sel"));
    }

    [Fact]
    public async Task A_key_pressed_on_an_earlier_page_picks_nothing_on_this_one()
    {
        var grid = stage.Show(more: WithBulk);
        await GridStage.ReportAsync(grid, new GridAct("page", 1));
        await GridStage.ReportAsync(grid, new GridAct("pick", 0, Turn: 1));
        Assert.Empty(grid.FindAll("tr[aria-selected=true]"));
    }

    [Fact]
    public async Task A_question_nobody_waits_for_any_more_is_called_off_and_its_answer_is_not_shown()
    {
        var grid = stage.Show();
        var (slow, asked, calledOff) = (new TaskCompletionSource<Page<BookRow>>(), new TaskCompletionSource(), new TaskCompletionSource());
        stage.Answer = (query, ct) =>
        {
            if (query.Search != "bo") return Task.FromResult(new Page<BookRow>([new BookRow { Id = 7, Title = "Book of all" }], 1));
            ct.Register(calledOff.SetResult);
            asked.SetResult();
            return slow.Task;
        };
        var typing = GridStage.ReportAsync(grid, new GridAct("search", Text: "bo"));
        await asked.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        await GridStage.ReportAsync(grid, new GridAct("search", Text: "book of"));
        await calledOff.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        slow.SetResult(new Page<BookRow>([new BookRow { Id = 1, Title = "Late" }], 1));
        await typing;
        Assert.Equal(["Book of all"], GridStage.Titles(grid));
        Assert.Equal("?q=book+of", stage.Query);
    }

    [Fact]
    public async Task Rows_are_shown_before_they_are_counted_and_typing_on_calls_the_counting_off()
    {
        var (begun, begunAgain, calledOff, counted) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource<Page<BookRow>>());
        stage.Answer = (query, ct) =>
        {
            if (query.Take > 0) return Task.FromResult(new Page<BookRow>([.. stage.Books.Take(20)], 21, IsCounted: false));
            (query.Search is null ? begun : begunAgain).SetResult();
            if (query.Search is null) ct.Register(calledOff.SetResult);
            return counted.Task.WaitAsync(ct);
        };
        var grid = stage.Show();
        await begun.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal("1–20 of …", grid.Find(".foot .tab").TextContent);
        Assert.True(grid.Find("[aria-label='Last page']").HasAttribute("disabled"));
        Assert.False(grid.Find("[aria-label='Next page']").HasAttribute("disabled"));
        await GridStage.ReportAsync(grid, new GridAct("search", Text: "b"));
        await calledOff.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        await begunAgain.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        counted.SetResult(new Page<BookRow>([], 45));
        grid.WaitForAssertion(() => Assert.Equal("1–20 of 45", grid.Find(".foot .tab").TextContent));
        Assert.Equal(20, grid.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Nothing_at_all_and_nothing_that_matches_are_told_apart()
    {
        stage.Books = [];
        Assert.Equal("No books yet", stage.Show().Find("h2").TextContent);
        var grid = stage.Show("?q=zebra");
        Assert.Equal("No books match “zebra”", grid.Find("h2").TextContent);
        grid.Find(".empty button").Click();
        grid.WaitForAssertion(() => Assert.Equal("", stage.Query));
    }

    [Fact]
    public void A_list_that_cannot_be_read_says_why_and_offers_the_way_back()
    {
        stage.Answer = (query, _) => query.Filters.Count > 0 ? throw new RuleBroken(new Fault(null, "This list cannot be filtered by {0}.", "Colour")) : Task.FromResult(new Page<BookRow>(stage.Books, 45));
        var grid = stage.Show("?where=Colour.Is.red");
        Assert.Contains("This list cannot be filtered by Colour.", grid.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        grid.Find("[role=alert] button").Click();
        grid.WaitForAssertion(() => Assert.Equal(45, grid.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task A_failure_that_nobody_awaits_reaches_the_error_boundary()
    {
        var grid = stage.Show();
        stage.Answer = (_, _) => throw new TimeoutException("The database did not answer.");
        await GridStage.ReportAsync(grid, new GridAct("sort", 9));
        stage.Address.NavigateTo("books?q=a");
        Assert.IsType<TimeoutException>(await stage.Renderer.UnhandledException.WaitAsync(Patience.Limit, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_behind_the_last_page_shows_the_last_page()
    {
        var grid = stage.Show();
        stage.Address.NavigateTo("books?page=900");
        grid.WaitForAssertion(() => Assert.Equal(5, grid.FindAll("tbody tr").Count));
        await GridStage.ReportAsync(grid, new GridAct("page", -1));
        Assert.Equal("21–40 of 45", grid.Find(".foot .tab").TextContent);
    }

    [Fact]
    public void What_others_changed_waits_until_it_is_asked_for()
    {
        var grid = stage.Show(more: g => g.Add(x => x.Follows, [typeof(Role)]));
        stage.Feed.Publish([new RecordChange(RecordRef.Of<Role>(1), ChangeKind.Changed, "Sana"), new RecordChange(RecordRef.Of<Role>(1), ChangeKind.Changed, "Sana"), new RecordChange(RecordRef.Of<UserAccount>(1), ChangeKind.Changed, "Sana")]);
        Assert.Empty(grid.FindAll(".stale"));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        grid.WaitForAssertion(() => Assert.StartsWith("1 books changed since 09:00", grid.Find(".stale .grow").TextContent, StringComparison.Ordinal));
        Assert.Single(stage.Asked);
        grid.Find(".stale button").Click();
        grid.WaitForAssertion(() => Assert.Empty(grid.FindAll(".stale")));
        Assert.Equal(2, stage.Asked.Count);
        Assert.Null(stage.Asked[^1].KnownTotal);
    }
}
