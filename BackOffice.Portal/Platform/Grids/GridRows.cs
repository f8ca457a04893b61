using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>The rows of a list. Drawn anew only when rows, columns or the selection changed; without keys, so that the next page sends texts and no elements.</summary>
public sealed class GridRows<TRow> : ComponentBase
{
    private (object? Rows, object? Columns, int Selection) _drawn = (null, null, -1);

    /// <summary>The rows of the page.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>The columns shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ListedColumn<TRow>> Columns { get; set; } = [];

    /// <summary>What is picked; null when rows cannot be picked.</summary>
    [Parameter]
    public GridSelection? Selection { get; set; }

    /// <summary>The row's id.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, long> Id { get; set; } = default!;

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var now = ((object?)Rows, (object?)Columns, Selection?.Version ?? 0);
        if (now.Equals(_drawn) && Columns.All(c => c.Template is null)) return false;
        _drawn = now;
        return true;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var row in Rows)
        {
            builder.OpenElement(0, "tr");
            if (Selection is not null)
            {
                builder.AddAttribute(1, "aria-selected", Selection.Contains(Id(row)) ? "true" : "false");
                builder.AddMarkupContent(2, "<td class=\"pick\"></td>");
            }

            foreach (var column in Columns) column.Draw(builder, row);
            builder.CloseElement();
        }
    }
}
