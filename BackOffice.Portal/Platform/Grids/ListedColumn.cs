using System.Reflection;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using BackOffice.Portal.Platform.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>A column of a list as its page declares it. Cells are text; nothing in a row is a component or listens to anything.</summary>
public abstract class ListedColumn<TRow> : ComponentBase, IDisposable
{
    /// <summary>Header, already in the reader's language; by default the property's name in words.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>Width in pixels; without one the column takes what is left.</summary>
    [Parameter]
    public int? Width { get; set; }

    /// <summary>The cell's text, when the property's own is not it.</summary>
    [Parameter]
    public Func<TRow, string?>? Text { get; set; }

    /// <summary>Where the cell leads; the first such column is what Enter opens.</summary>
    [Parameter]
    public Func<TRow, string>? Href { get; set; }

    /// <summary>The tone of the cell's figure, or of its chip.</summary>
    [Parameter]
    public Func<TRow, Tone>? Tone { get; set; }

    /// <summary>Shows the text as a state's chip.</summary>
    [Parameter]
    public bool Chip { get; set; }

    /// <summary>Reads second: numbers and codes that only lead to the name.</summary>
    [Parameter]
    public bool Soft { get; set; }

    /// <summary>Reads first: the figure that decides.</summary>
    [Parameter]
    public bool Strong { get; set; }

    /// <summary>A zero says nothing here and is shown as a dash.</summary>
    [Parameter]
    public bool Sparse { get; set; }

    /// <summary>Exactly so many decimals; without it as many as the number has.</summary>
    [Parameter]
    public int? Decimals { get; set; }

    /// <summary>Only shown when chosen.</summary>
    [Parameter]
    public bool Hidden { get; set; }

    /// <summary>Whatever text cannot say; used sparingly, it is drawn for every row.</summary>
    [Parameter]
    public RenderFragment<TRow>? Template { get; set; }

    [CascadingParameter]
    internal GridLayout<TRow> Layout { get; set; } = default!;

    [Inject]
    internal Reader Reader { get; set; } = default!;

    [Inject]
    internal IStringLocalizer L { get; set; } = default!;

    /// <summary>The row's property.</summary>
    public abstract PropertyInfo Property { get; }

    /// <summary>The property's name: how addresses, sorts and filters call the column.</summary>
    public string Name => Property.Name;

    /// <summary>The header.</summary>
    public string Heading => Title ?? L[TextsOfThings.Words(Name)];

    /// <summary>The property's type without "nullable".</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>Figures stand right-aligned, whichever way lines run.</summary>
    public bool IsFigure => Text is null && Template is null && (Type == typeof(decimal) || Type == typeof(int) || Type == typeof(long));

    /// <summary>Whether the list may be sorted by it.</summary>
    public bool CanSort => GridColumns.CanSort(Property);

    /// <summary>Whether the list may be filtered by it.</summary>
    public bool CanFilter => GridColumns.CanFilter(Property);

    /// <summary>What the property holds, as text.</summary>
    protected abstract string? Show(TRow row, out bool isZero);

    /// <inheritdoc />
    protected override void OnInitialized() => Layout.Add(this);

    /// <inheritdoc />
    public void Dispose()
    {
        Layout.Remove(this);
        GC.SuppressFinalize(this);
    }

    internal void Draw(RenderTreeBuilder cell, TRow row)
    {
        var isZero = false;
        var text = Template is not null ? null : Text is not null ? Text(row) : Show(row, out isZero);
        cell.OpenElement(0, "td");
        cell.AddAttribute(1, "class", ClassOf(row, isZero && Sparse));
        if (Template is not null)
        {
            cell.AddContent(2, Template, row);
        }
        else if (Href is not null)
        {
            cell.OpenElement(3, "a");
            cell.AddAttribute(4, "href", Href(row));
            cell.AddContent(5, text);
            cell.CloseElement();
        }
        else if (Chip)
        {
            cell.OpenElement(6, "span");
            cell.AddAttribute(7, "class", "st " + (Tone?.Invoke(row) ?? default).Css());
            cell.AddContent(8, text);
            cell.CloseElement();
        }
        else
        {
            cell.AddContent(9, isZero && Sparse ? "–" : text);
        }

        cell.CloseElement();
    }

    private string? ClassOf(TRow row, bool dash)
    {
        var tone = Tone is null || Chip ? default : Tone(row);
        var look = dash ? "mute" : tone != default ? "t-" + tone.Css() : Soft ? "soft" : null;
        var weight = Strong && !dash ? "strong" : null;
        if (!IsFigure && look is null && weight is null) return null;
        return string.Join(' ', new[] { IsFigure ? "num" : null, look, weight }.Where(part => part is not null));
    }
}
