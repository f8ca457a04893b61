using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>Draws one of <see cref="Glyphs"/> as a small picture that only decorates; what it means stands in the text beside it.</summary>
public sealed class Glyph : ComponentBase
{
    /// <summary>One of <see cref="Glyphs"/>.</summary>
    [Parameter, EditorRequired]
    public string Icon { get; set; } = "";

    /// <summary>Further classes; <c>turn</c> mirrors it where lines run from right to left.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", Class is null ? "i" : "i " + Class);
        builder.AddAttribute(2, "viewBox", "0 0 24 24");
        builder.AddAttribute(3, "aria-hidden", "true");
        builder.OpenElement(4, "path");
        builder.AddAttribute(5, "d", Glyphs.Path(Icon));
        builder.CloseElement();
        builder.CloseElement();
    }
}
