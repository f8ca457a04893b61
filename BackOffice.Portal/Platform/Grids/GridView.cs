using Microsoft.AspNetCore.Components;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>A view that a page brings along: a name and what is asked for, as it stands in the address.</summary>
public sealed class GridView : ComponentBase
{
    /// <summary>The name, in the reader's language.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is asked for: "where=Status.In.Low|Out&amp;sort=-Projected"; nothing means the whole list.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    [CascadingParameter]
    internal GridViews Views { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Views.Add(this);
}
