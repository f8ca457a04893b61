using BackOffice.Portal.Platform.Languages;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>The columns that a page has declared, and which of them are shown.</summary>
public sealed class GridLayout<TRow>(Action changed)
{
    private readonly List<ListedColumn<TRow>> all = [];
    private IReadOnlyList<string> chosen = [];

    /// <summary>Every column, in the page's order.</summary>
    public IReadOnlyList<ListedColumn<TRow>> All => all;

    /// <summary>The columns that are shown.</summary>
    public IReadOnlyList<ListedColumn<TRow>> Shown { get; private set; } = [];

    /// <summary>What the shown columns need side by side; below it the list scrolls sideways.</summary>
    public int LeastWidth => Shown.Sum(c => Pixels(c.Width ?? 200)) + 40;

    /// <summary>Shows the columns of that names; none means those that are not hidden by default.</summary>
    public void Choose(IReadOnlyList<string> names)
    {
        chosen = names;
        Shown = [.. all.Where(c => chosen.Count == 0 ? !c.Hidden : chosen.Contains(c.Name, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The column of that name.</summary>
    public ListedColumn<TRow>? Find(string name) => all.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    // Urdu is set one pixel larger.
    internal static int Pixels(int width) => Language.Current.RightToLeft ? width * 11 / 10 : width;

    internal void Add(ListedColumn<TRow> column)
    {
        all.Add(column);
        Choose(chosen);
        changed();
    }

    internal void Remove(ListedColumn<TRow> column)
    {
        all.Remove(column);
        Choose(chosen);
        changed();
    }
}
