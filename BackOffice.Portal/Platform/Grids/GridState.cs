namespace BackOffice.Portal.Platform.Grids;

/// <summary>What a person sees of a list: what he searched, how it is sorted and filtered, which page and which columns.</summary>
public sealed record GridState
{
    /// <summary>Quick search.</summary>
    public string Search { get; init; } = "";

    /// <summary>Sort columns in order of weight.</summary>
    public IReadOnlyList<GridSort> Sorts { get; init; } = [];

    /// <summary>All must hold.</summary>
    public IReadOnlyList<GridFilter> Filters { get; init; } = [];

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = 20;

    /// <summary>The columns shown, by name; none means as the list is declared.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Search or filters leave rows out.</summary>
    public bool IsNarrowed => Search.Length > 0 || Filters.Count > 0;

    /// <summary>The same without search and filters.</summary>
    public GridState Widened => this with { Search = "", Filters = [], Page = 1 };

    /// <summary>Turns the order by a column: upwards, downwards, and, when it stands beside others, away again.</summary>
    /// <param name="column">Property of the row.</param>
    /// <param name="beside">Keep the other sort columns.</param>
    public GridState SortedBy(string column, bool beside)
    {
        var before = Sorts.FirstOrDefault(s => s.Column == column);
        GridSort? after = before switch
        {
            null => new GridSort(column),
            { Descending: false } => before with { Descending = true },
            _ => beside && Sorts.Count > 1 ? null : before with { Descending = false },
        };
        if (!beside) return this with { Sorts = [after!], Page = 1 };
        var others = before is null ? [.. Sorts, after!] : Sorts.Select(s => s == before ? after : s).OfType<GridSort>();
        return this with { Sorts = [.. others], Page = 1 };
    }

    /// <summary>Puts a filter in the place of an earlier one, or behind all.</summary>
    public GridState Filtered(GridFilter? earlier, GridFilter? filter)
    {
        var filters = earlier is null ? [.. Filters, filter] : Filters.Select(f => ReferenceEquals(f, earlier) ? filter : f);
        return this with { Filters = [.. filters.OfType<GridFilter>()], Page = 1 };
    }

    /// <summary>The question to the list.</summary>
    public GridQuery ToQuery(int? knownTotal) => new()
    {
        Search = Search.Length == 0 ? null : Search,
        Sorts = Sorts,
        Filters = Filters,
        Skip = (Page - 1) * Size,
        Take = Size,
        KnownTotal = knownTotal,
    };
}
