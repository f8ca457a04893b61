using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Portal.Inventory.Stock;

/// <summary>What can be done with stock by hand.</summary>
public enum StockVerb
{
    /// <summary>Comes in without an order.</summary>
    Receive,

    /// <summary>Sold or used.</summary>
    Issue,

    /// <summary>To another place.</summary>
    Move,

    /// <summary>Broken or spoilt, and no longer available.</summary>
    Damage,

    /// <summary>Brought back by a customer.</summary>
    Return,

    /// <summary>Gone for good.</summary>
    WriteOff,
}

/// <summary>Why stock is written off.</summary>
public enum WriteOffReason
{
    /// <summary>Broken or spoilt.</summary>
    Damaged,

    /// <summary>Nowhere to be found.</summary>
    Lost,

    /// <summary>Sent back to the supplier.</summary>
    SentBack,

    /// <summary>Corrects a mistake.</summary>
    Corrected,
}

/// <summary>One movement of stock by hand, while somebody writes it down.</summary>
public sealed class StockAct : IValidatableObject
{
    public StockVerb Verb { get; init; }

    [Display(Name = "Item"), Range(1, long.MaxValue, ErrorMessage = "Choose an item.")]
    public long ItemId { get; set; }

    [Display(Name = "Location"), Range(1, long.MaxValue, ErrorMessage = "Choose a location.")]
    public long LocationId { get; set; }

    [Display(Name = "To")]
    public long ToId { get; set; }

    [Display(Name = "Condition")]
    public StockQuality Quality { get; set; }

    [Display(Name = "Quantity"), Range(0.0001, 1_000_000_000d, ErrorMessage = "Enter a quantity above 0.")]
    public decimal Quantity { get; set; }

    [Display(Name = "Lot or serial number"), MaxLength(60)]
    public string? Lot { get; set; }

    [Display(Name = "Expires")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "Cost of one"), Range(0d, 1_000_000_000d)]
    public decimal? UnitCost { get; set; }

    [Display(Name = "Reason")]
    public WriteOffReason Reason { get; set; }

    [Display(Name = "Note"), MaxLength(400)]
    public string? Note { get; set; }

    /// <summary>Carries it out.</summary>
    public Task CarryOutAsync(StockRoom room, RequestKey key) => Verb switch
    {
        StockVerb.Receive => room.ReceiveAsync([StockLine.In(ItemId, Place, Quantity, UnitCost) with { LotCode = Lot, ExpiresOn = ExpiresOn }], Note, key),
        StockVerb.Issue => room.IssueAsync([StockLine.Out(ItemId, Place, Quantity) with { LotCode = Lot }], Note, key),
        StockVerb.Move => room.MoveAsync([StockLine.Move(ItemId, Place, Place with { LocationId = ToId }, Quantity) with { LotCode = Lot }], Note, key),
        StockVerb.Damage => room.DamageAsync(ItemId, LocationId, Quantity, Lot, Note, key),
        StockVerb.Return => room.ReturnAsync(ItemId, LocationId, Quantity, Lot, Note, key),
        _ => room.WriteOffAsync([StockLine.Out(ItemId, Place, Quantity) with { LotCode = Lot }], Enum.Parse<StockReason>(Reason.ToString()), Note ?? "", key),
    };

    private StockPlace Place => new(LocationId, Quality);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Verb == StockVerb.Move && ToId == 0) yield return new ValidationResult("Choose where the goods are put.", [nameof(ToId)]);
    }
}
