namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>Where a suggestion stands.</summary>
public enum SuggestionState
{
    /// <summary>Waits for a decision.</summary>
    Open,

    /// <summary>Will be ordered.</summary>
    Accepted,

    /// <summary>Put off until a day.</summary>
    Snoozed,

    /// <summary>Not wanted, as long as the need is the same one.</summary>
    Rejected,

    /// <summary>Stands on a purchase order.</summary>
    Ordered,

    /// <summary>The need went away by itself.</summary>
    Closed,
}
