using BackOffice.Domain.Platform;
using BackOffice.Portal.Platform.Grids;
using Bunit;

namespace BackOffice.Tests.Platform.Grids;

public sealed class GridBarTests : IAsyncDisposable
{
    private readonly GridStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_filter_is_made_changed_and_removed_in_the_bar()
    {
        var grid = stage.Show();
        // Each step is waited for: a step queued behind a busy renderer would meet a form that was drawn anew.
        await grid.Find("details:has(> .add)").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await grid.FindAll(".sheet .entry").Single(e => e.TextContent == "Price").ClickAsync(new());
        await grid.Find(".filter input").ChangeAsync(new() { Value = "1,234.50" });
        await grid.Find(".filter").SubmitAsync();
        grid.WaitForAssertion(() => Assert.Equal("?where=Price.AtLeast.1234.50", stage.Query));
        Assert.Equal("Price at least 1234.50", grid.Find(".chip summary").TextContent.Trim());
        await grid.Find("[aria-label='Remove the filter on Price']").ClickAsync(new());
        grid.WaitForAssertion(() => Assert.Equal("", stage.Query));
    }

    [Fact]
    public void A_value_that_makes_no_sense_is_told_beside_the_filter_and_asks_nothing()
    {
        var grid = stage.Show();
        grid.Find("details:has(> .add)").TriggerEvent("ontoggle", EventArgs.Empty);
        grid.FindAll(".sheet .entry").Single(e => e.TextContent == "Price").Click();
        grid.Find(".filter input").Change("many");
        grid.Find(".filter").Submit();
        Assert.Equal("\"many\" is not a number, so Price cannot be filtered by it.", grid.Find(".filter .msg").TextContent);
        Assert.Single(stage.Asked);
    }

    [Fact]
    public void Columns_come_and_go_without_asking_for_rows()
    {
        var grid = stage.Show();
        grid.FindAll("details")[^1].TriggerEvent("ontoggle", EventArgs.Empty);
        grid.FindAll(".sheet input")[1].Change(false);
        grid.WaitForAssertion(() => Assert.Equal("?columns=Title,State", stage.Query));
        Assert.Equal(2, grid.FindAll("tbody tr:first-child td").Count);
        Assert.Single(stage.Asked);
    }

    [Theory]
    [InlineData("q=a+b%26c&where=Title.Contains.x.y%3Dz&where=State.IsEmpty&sort=-Price,Title&columns=Title&rows=50&page=3")]
    [InlineData("")]
    public void An_address_is_read_and_written_back_the_same(string query)
    {
        var address = new GridAddress(new GridState());
        Assert.Equal(query, address.Write(address.Read("https://office/books?other=1&" + query)));
    }

    [Fact]
    public void Two_lists_of_one_page_leave_each_other_alone_in_the_address()
    {
        var (lines, moves) = (new GridAddress(new GridState(), "l."), new GridAddress(new GridState(), "m."));
        var both = moves.Write(lines.Write("books?tab=1", new GridState { Search = "a" }), new GridState { Page = 2 });
        Assert.Equal("books?tab=1&l.q=a&m.page=2", both);
        Assert.Equal(("a", 1), (lines.Read(both).Search, lines.Read(both).Page));
        Assert.Equal("books?tab=1&m.page=2", lines.Write(both, new GridState()));
    }

    [Theory]
    [InlineData("?page=0"), InlineData("?page=-1"), InlineData("?page=99999999999"), InlineData("?rows=100000"), InlineData("?where=Nonsense"), InlineData("?where=Title.Resembles.x"), InlineData("?=&&?")]
    public void An_address_that_makes_no_sense_shows_the_list_as_it_is(string query)
    {
        var read = new GridAddress(new GridState()).Read(query);
        Assert.Equal((1, 20, 0), (read.Page, read.Size, read.Filters.Count));
    }
}
