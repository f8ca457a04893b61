using BackOffice.Domain.Platform;
using BackOffice.Portal.Platform.Grids;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Tests.Platform.Grids;

public sealed class GridViewsTests : IAsyncDisposable
{
    private readonly GridStage stage = new();

    private static readonly RenderFragment Views = builder =>
    {
        foreach (var (name, query) in new[] { ("All", ""), ("Fours", "q=4"), ("Odd", "where=Colour.Is.red") })
        {
            builder.OpenComponent<GridView>(0);
            builder.AddComponentParameter(1, "Name", name);
            builder.AddComponentParameter(2, "Query", query);
            builder.CloseComponent();
        }
    };

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static string Shown(IRenderedComponent<RecordGrid<BookRow>> grid) => string.Join('|', grid.FindAll(".view").Select(view => view.TextContent.Trim()));

    [Fact]
    public void Every_view_says_how_many_rows_it_has_once_the_rows_of_the_list_are_there()
    {
        stage.Answer = (query, _) => Task.FromResult(query.Filters.Count > 0 ? throw new RuleBroken("This list has no colours.") : new Page<BookRow>([.. stage.Books.Take(query.Take)], query.Search is null ? 45 : 15));
        var grid = stage.Show(more: g => g.Add(x => x.Views, Views));
        grid.WaitForAssertion(() => Assert.Equal("All45|Fours15|Odd", Shown(grid)));
        Assert.Equal([20, 0, 0], stage.Asked.Select(q => q.Take));
    }

    [Fact]
    public async Task A_view_is_counted_again_after_something_was_changed_and_not_for_every_page()
    {
        var total = 45;
        stage.Answer = (query, _) => Task.FromResult(new Page<BookRow>([.. stage.Books.Take(query.Take)], total));
        var grid = stage.Show(more: g => g.Add(x => x.Views, Views));
        grid.WaitForAssertion(() => Assert.Equal("All45|Fours45|Odd45", Shown(grid)));
        await GridStage.ReportAsync(grid, new GridAct("page", 1));
        Assert.Equal(4, stage.Asked.Count);
        total = 46;
        await grid.InvokeAsync(grid.Instance.RefreshAsync);
        grid.WaitForAssertion(() => Assert.Equal("All46|Fours46|Odd46", Shown(grid)));
    }

    [Fact]
    public async Task A_view_with_more_rows_than_are_counted_says_so()
    {
        stage.Answer = (query, _) => Task.FromResult(new Page<BookRow>([.. stage.Books.Take(query.Take)], query.IsNarrowed ? Page<BookRow>.CountLimit + 1 : 1_000_000, query.IsNarrowed));
        var grid = stage.Show(more: g => g.Add(x => x.Views, Views));
        grid.WaitForAssertion(() => Assert.Equal("All1,000,000|Fours100,000+|Odd100,000+", Shown(grid)));
        await GridStage.ReportAsync(grid, new GridAct("search", Text: "4"));
        grid.WaitForAssertion(() => Assert.Equal("Fours100,000+", grid.Find(".view.on").TextContent.Trim()));
    }
}
