using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Portal.Inventory.Deliveries;

/// <summary>A part of a delivery as the person at the dock enters it: so much of a line, one lot, one bin, one condition.</summary>
public sealed class Arrival
{
    /// <summary>The line of the order.</summary>
    public required OrderLineRow Line { get; init; }

    /// <summary>How much; nothing leaves the line out.</summary>
    public decimal Quantity { get; set; }

    /// <summary>Into which bin.</summary>
    public long LocationId { get; set; }

    /// <summary>Lot or serial number.</summary>
    public string? LotCode { get; set; }

    /// <summary>When the lot expires.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>In which condition.</summary>
    public StockQuality Quality { get; set; }

    /// <summary>What is booked.</summary>
    public ReceivedPart ToPart() => new(Line.Id, Quantity, LocationId, string.IsNullOrWhiteSpace(LotCode) ? null : LotCode.Trim(), ExpiresOn, Quality);
}
