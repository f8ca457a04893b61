namespace BackOffice.Domain.Platform;

/// <summary>What a list is asked for: which rows, in which order, from where to where.</summary>
public sealed record GridQuery
{
    /// <summary>Rows to leave out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>Rows wanted, at most 1,000 on a screen; exports read in chunks. None asks for the total alone.</summary>
    public int Take { get; init; } = 20;

    /// <summary>Sort columns in order of weight; the id is always the last.</summary>
    public IReadOnlyList<GridSort> Sorts { get; init; } = [];

    /// <summary>All must hold.</summary>
    public IReadOnlyList<GridFilter> Filters { get; init; } = [];

    /// <summary>Quick search inside words.</summary>
    public string? Search { get; init; }

    /// <summary>The total when the asker already knows it: nothing is counted then.</summary>
    public int? KnownTotal { get; init; }

    /// <summary>The first rows are wanted now; what would have to be counted may be asked for later, when they can be seen.</summary>
    public bool RowsFirst { get; init; }

    /// <summary>The row after which to go on: how exports walk through a whole list in its order without ever skipping.</summary>
    public object? After { get; init; }

    /// <summary>Search or filters leave rows out.</summary>
    public bool IsNarrowed => Filters.Count > 0 || !string.IsNullOrWhiteSpace(Search);
}

/// <summary>One sort column.</summary>
/// <param name="Column">Property of the row.</param>
/// <param name="Descending">Largest first.</param>
public sealed record GridSort(string Column, bool Descending = false);

/// <summary>How a filter compares.</summary>
public enum GridOperator
{
    /// <summary>Is exactly; text without regard to case.</summary>
    Is,

    /// <summary>Is anything else.</summary>
    IsNot,

    /// <summary>Text inside.</summary>
    Contains,

    /// <summary>Text at the start.</summary>
    StartsWith,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>At most.</summary>
    AtMost,

    /// <summary>Nothing entered.</summary>
    IsEmpty,

    /// <summary>Something entered.</summary>
    IsNotEmpty,

    /// <summary>One of several, separated by <c>|</c>.</summary>
    In,
}

/// <summary>One filter.</summary>
/// <param name="Column">Property of the row.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Value">Invariant text: 1234.5, 2026-11-23, true, an enum's name.</param>
public sealed record GridFilter(string Column, GridOperator Operator, string? Value = null);

/// <summary>The rows that were asked for.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Total">How many there are in all; a narrowed list is counted no further than one past <see cref="CountLimit"/>.</param>
/// <param name="IsMore">There are more than <see cref="CountLimit"/>; how many was not counted.</param>
/// <param name="IsCounted">Whether the total is known; otherwise there are at least that many.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, bool IsMore = false, bool IsCounted = true)
{
    /// <summary>Filtered and searched lists are counted up to here and then say "more than".</summary>
    public const int CountLimit = 100_000;
}
