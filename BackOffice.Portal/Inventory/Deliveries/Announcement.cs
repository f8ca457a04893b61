using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Purchasing;

namespace BackOffice.Portal.Inventory.Deliveries;

/// <summary>A delivery as the supplier announces it: when, by whom, and how much of each line it brings.</summary>
public sealed class Announcement
{
    /// <summary>The day.</summary>
    [Display(Name = "Expected")]
    public DateOnly On { get; set; }

    /// <summary>Who brings it.</summary>
    [Display(Name = "Carrier"), MaxLength(100)]
    public string? Carrier { get; set; }

    /// <summary>The carrier's reference.</summary>
    [Display(Name = "Tracking reference"), MaxLength(100)]
    public string? TrackingReference { get; set; }

    /// <summary>What is outstanding, and how much of it comes.</summary>
    public List<AnnouncedLine> Lines { get; init; } = [];

    /// <summary>As the dock notes it.</summary>
    public Delivery ToDelivery() => new() { ExpectedOn = On, Carrier = Carrier, TrackingReference = TrackingReference };

    /// <summary>How much of which line.</summary>
    public IReadOnlyDictionary<long, decimal> Quantities => Lines.Where(l => l.Quantity is not (null or 0)).ToDictionary(l => l.Line.Id, l => l.Quantity!.Value);
}

/// <summary>How much of an order line a delivery brings.</summary>
public sealed class AnnouncedLine
{
    /// <summary>The line of the order.</summary>
    public required OrderLineRow Line { get; init; }

    /// <summary>How much; nothing leaves it out.</summary>
    public decimal? Quantity { get; set; }
}

/// <summary>A day that the supplier promises, for the order or one of its lines.</summary>
public sealed class Promise
{
    /// <summary>The line; none for all of them.</summary>
    [Display(Name = "Promised for")]
    public long? LineId { get; set; }

    /// <summary>The day.</summary>
    [Display(Name = "Expected")]
    public DateOnly On { get; set; }

    /// <summary>Who said so.</summary>
    [Display(Name = "Said by"), MaxLength(200)]
    public string? SaidBy { get; set; }
}
