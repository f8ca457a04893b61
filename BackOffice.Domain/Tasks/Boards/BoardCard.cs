using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>A task on a board.</summary>
/// <param name="Row">The task.</param>
/// <param name="Column">The column it lies in.</param>
/// <param name="Lane">The lane it lies in; empty without lanes.</param>
public sealed record BoardCard(WorkItemRow Row, string Column, string Lane)
{
    /// <summary>The task's id.</summary>
    public long Id => Row.Id;

    /// <summary>Work is still to be done and the day has passed.</summary>
    public bool IsLate(DateTime now) => Row.DueAt < now && Lists.StateGroups.IsOpen(Row.Group);
}

/// <summary>A column or a lane of a board.</summary>
/// <param name="Key">As it stands in addresses and moves.</param>
/// <param name="Name">What stands above it.</param>
/// <param name="IsWord">The name is the portal's own word, not what somebody wrote.</param>
public sealed record BoardHeading(string Key, string Name, bool IsWord = false)
{
    /// <summary>The day that the name speaks of.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many tasks it should hold at most.</summary>
    public int? Limit { get; init; }

    /// <summary>A task can be moved into it.</summary>
    public bool Receives { get; init; } = true;
}

/// <summary>The cards where a column meets a lane, from the top.</summary>
/// <param name="Column">The column.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Cards">In order.</param>
public sealed record BoardPile(string Column, string Lane, IReadOnlyList<BoardCard> Cards);

/// <summary>Where a card is to go.</summary>
/// <param name="CardId">The task.</param>
/// <param name="Column">The column.</param>
/// <param name="Lane">The lane; null leaves it in its own.</param>
/// <param name="Spot">Between which cards; columns that are not states keep an order of their own.</param>
public sealed record BoardMove(long CardId, string Column, string? Lane = null, Spot Spot = default);
