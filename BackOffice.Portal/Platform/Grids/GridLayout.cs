using BackOffice.Portal.Platform.Languages;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>The columns that a page has declared, and which of them are shown.</summary>
public sealed class GridLayout<TRow>(Action changed)
{
    private readonly List<ListedColumn<TRow>> _all = [];
    private IReadOnlyList<string> _chosen = [];

    /// <summary>Every column, in the page's order.</summary>
    public IReadOnlyList<ListedColumn<TRow>> All => _all;

    /// <summary>The columns that are shown.</summary>
    public IReadOnlyList<ListedColumn<TRow>> Shown { get; private set; } = [];

    /// <summary>What the shown columns need side by side; below it the list scrolls sideways.</summary>
    public int LeastWidth => Shown.Sum(c => c.Width is { } width ? Pixels(width) : 170) + 40;

    /// <summary>Shows the columns of that names; none means those that are not hidden by default.</summary>
    public void Choose(IReadOnlyList<string> names)
    {
        _chosen = names;
        Shown = [.. _all.Where(c => _chosen.Contains(c.Name, StringComparer.OrdinalIgnoreCase))];
        if (Shown.Count == 0) Shown = [.. _all.Where(c => !c.Hidden)];
    }

    /// <summary>The column of that name.</summary>
    public ListedColumn<TRow>? Find(string name) => _all.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    // Urdu is set one pixel larger.
    internal static int Pixels(int width) => Language.Current.RightToLeft ? width * 21 / 20 : width;

    internal void Add(ListedColumn<TRow> column)
    {
        _all.Add(column);
        Choose(_chosen);
        changed();
    }

    internal void Remove(ListedColumn<TRow> column)
    {
        _all.Remove(column);
        Choose(_chosen);
        changed();
    }
}
