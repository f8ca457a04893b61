namespace BackOffice.Domain.Inventory.Stock;

/// <summary>Where goods lie and in what state.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Quality">The state.</param>
public sealed record StockPlace(long LocationId, StockQuality Quality = StockQuality.Good);

/// <summary>One thing to be moved: into the office, out of it, or from one place to another.</summary>
public sealed record StockLine
{
    public required long ItemId { get; init; }

    /// <summary>In units of the item; always more than 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Where it is taken from; none when it comes from outside.</summary>
    public StockPlace? From { get; init; }

    /// <summary>Where it is put; none when it leaves.</summary>
    public StockPlace? To { get; init; }

    /// <summary>The lot or serial number; goods taken without one are picked by expiry.</summary>
    public string? LotCode { get; init; }

    /// <summary>When a lot that comes in expires.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Cost of one unit in the company's currency, for goods that come in; without one they come at the average.</summary>
    public decimal? UnitCost { get; init; }

    public string? Note { get; init; }

    /// <summary>Comes in.</summary>
    public static StockLine In(long itemId, StockPlace to, decimal quantity, decimal? unitCost = null) => new() { ItemId = itemId, Quantity = quantity, To = to, UnitCost = unitCost };

    /// <summary>Goes out.</summary>
    public static StockLine Out(long itemId, StockPlace from, decimal quantity) => new() { ItemId = itemId, Quantity = quantity, From = from };

    /// <summary>Changes place or quality.</summary>
    public static StockLine Move(long itemId, StockPlace from, StockPlace to, decimal quantity) => new() { ItemId = itemId, Quantity = quantity, From = from, To = to };
}

/// <summary>Movements that are booked together or not at all.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Lines">What.</param>
public sealed record StockPosting(StockReason Reason, params IReadOnlyList<StockLine> Lines)
{
    /// <summary>The day it counts for; today when not given, never later.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The document that causes it; its own reservations are used up.</summary>
    public RecordRef? Document { get; init; }

    public string? Note { get; init; }
}
