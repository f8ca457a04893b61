using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Inventory.Counts;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Portal.Inventory.Counts;

/// <summary>Something that turned up and is not on the sheet, as the person who counts enters it.</summary>
public sealed class FoundItem
{
    [Display(Name = "Item"), Range(1, long.MaxValue, ErrorMessage = "Choose an item.")]
    public long ItemId { get; set; }

    [Display(Name = "Location"), Range(1, long.MaxValue, ErrorMessage = "Choose a location.")]
    public long LocationId { get; set; }

    [Display(Name = "Counted"), Range(0.0001, 1_000_000_000d, ErrorMessage = "Enter a quantity above 0.")]
    public decimal Counted { get; set; }

    [Display(Name = "Lot or serial number"), MaxLength(60)]
    public string? LotCode { get; set; }

    [Display(Name = "Expires")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "Condition")]
    public StockQuality Quality { get; set; }

    /// <summary>What is added to the sheet.</summary>
    public FoundGoods ToGoods() => new(ItemId, LocationId, Counted, LotCode, ExpiresOn, Quality);
}
