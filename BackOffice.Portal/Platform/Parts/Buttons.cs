using MudBlazor;

namespace BackOffice.Portal.Platform.Parts;

/// <summary>The one thing to do on a page or in a dialog.</summary>
public sealed class PrimaryButton : MudButton
{
    /// <summary>Filled in the accent.</summary>
    public PrimaryButton() => (Variant, Color, DropShadow, Ripple) = (Variant.Filled, Color.Primary, false, false);
}

/// <summary>A second thing to do.</summary>
public sealed class PlainButton : MudButton
{
    /// <summary>Outlined.</summary>
    public PlainButton() => (Variant, Color, DropShadow, Ripple) = (Variant.Outlined, Color.Default, false, false);
}

/// <summary>A thing one may do: cancel, import, export, columns.</summary>
public sealed class QuietButton : MudButton
{
    /// <summary>Text only.</summary>
    public QuietButton() => (Variant, Color, DropShadow, Ripple) = (Variant.Text, Color.Default, false, false);
}

/// <summary>An act that a picture alone says; give it an <c>aria-label</c>.</summary>
public sealed class GlyphButton : MudIconButton
{
    /// <summary>Small and without effects.</summary>
    public GlyphButton() => (Size, DropShadow, Ripple) = (Size.Small, false, false);
}

/// <summary>Sections of a record side by side.</summary>
public sealed class RecordTabs : MudTabs
{
    /// <summary>Flat, with a line under the open one.</summary>
    public RecordTabs() => (Elevation, Rounded, Ripple, MinimumTabWidth) = (0, false, false, "0");
}
