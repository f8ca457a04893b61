using BackOffice.Domain.Platform;
using BackOffice.Portal.Platform.Grids;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Platform.Grids;

/// <summary>A list of books on a stage, with every question it was asked.</summary>
internal sealed class GridStage : Stage
{
    public List<GridQuery> Asked { get; } = [];

    public IReadOnlyList<BookRow> Books { get; set; } = [.. Enumerable.Range(1, 45).Select(i => new BookRow { Id = i, Title = $"Book {i:00}", Price = i, State = (BookState)(i % 3) })];

    /// <summary>Answers a question; by default at once.</summary>
    public Func<GridQuery, CancellationToken, Task<Page<BookRow>>>? Answer { get; set; }

    public NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public string Query => new Uri(Address.Uri).Query;

    public IRenderedComponent<RecordGrid<BookRow>> Show(string query = "", Action<ComponentParameterCollectionBuilder<RecordGrid<BookRow>>>? more = null)
    {
        Address.NavigateTo("books" + query);
        var grid = Render<RecordGrid<BookRow>>(parameters =>
        {
            parameters.Add(g => g.List, ListAsync).Add(g => g.Title, "Books").Add(g => g.Things, "books").Add(g => g.Sort, "Title").Add(g => g.Columns, Columns);
            more?.Invoke(parameters);
        });
        grid.WaitForState(() => grid.Markup.Contains("</tbody>", StringComparison.Ordinal) || grid.FindAll(".empty, .note").Count > 0);
        return grid;
    }

    /// <summary>What the browser's script reports.</summary>
    public static Task ReportAsync(IRenderedComponent<RecordGrid<BookRow>> grid, GridAct act) => grid.InvokeAsync(() => grid.Instance.ReportAsync(act));

    public static IReadOnlyList<string> Titles(IRenderedComponent<RecordGrid<BookRow>> grid) => [.. grid.FindAll("tbody tr td:nth-last-child(3)").Select(td => td.TextContent)];

    private Task<Page<BookRow>> ListAsync(GridQuery query, CancellationToken ct)
    {
        lock (Asked) Asked.Add(query);
        if (Answer is not null) return Answer(query, ct);
        var found = Books.Where(b => query.Search is null || b.Title.Contains(query.Search, StringComparison.OrdinalIgnoreCase)).ToList();
        if (query.Sorts is [{ Column: "Price", Descending: true }, ..]) found.Reverse();
        return Task.FromResult(new Page<BookRow>([.. found.Skip(query.Skip).Take(query.Take)], found.Count));
    }

    private static readonly RenderFragment Columns = builder =>
    {
        builder.OpenComponent<GridColumn<BookRow, string>>(0);
        builder.AddComponentParameter(1, "For", (System.Linq.Expressions.Expression<Func<BookRow, string>>)(r => r.Title));
        builder.AddComponentParameter(2, "Href", (Func<BookRow, string>)(r => $"books/{r.Id}"));
        builder.CloseComponent();
        builder.OpenComponent<GridColumn<BookRow, decimal>>(3);
        builder.AddComponentParameter(4, "For", (System.Linq.Expressions.Expression<Func<BookRow, decimal>>)(r => r.Price));
        builder.CloseComponent();
        builder.OpenComponent<GridColumn<BookRow, BookState>>(5);
        builder.AddComponentParameter(6, "For", (System.Linq.Expressions.Expression<Func<BookRow, BookState>>)(r => r.State));
        builder.AddComponentParameter(7, "Chip", true);
        builder.CloseComponent();
    };
}
