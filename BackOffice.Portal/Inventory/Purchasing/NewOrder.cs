using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Inventory.Purchasing;

/// <summary>What a person says to start an order.</summary>
public sealed class NewOrder
{
    /// <summary>From whom.</summary>
    [Display(Name = "Supplier"), Range(1, long.MaxValue, ErrorMessage = "Choose a supplier.")]
    public long SupplierId { get; set; }

    /// <summary>Where to.</summary>
    [Display(Name = "Deliver to"), Range(1, long.MaxValue, ErrorMessage = "Choose where to deliver.")]
    public long LocationId { get; set; }
}

/// <summary>A line as a person enters it; which item once it is new, quantity and price always.</summary>
public sealed class LineEntry
{
    /// <summary>The line, or 0 for a new one.</summary>
    public long LineId { get; set; }

    /// <summary>Which item.</summary>
    [Display(Name = "Item"), Range(1, long.MaxValue, ErrorMessage = "Choose an item.")]
    public long ItemId { get; set; }

    /// <summary>How much.</summary>
    [Display(Name = "Quantity")]
    public decimal Quantity { get; set; } = 1;

    /// <summary>For one unit; empty takes the supplier's price.</summary>
    [Display(Name = "Price")]
    public decimal? Price { get; set; }

    /// <summary>Tax in percent.</summary>
    [Display(Name = "Tax in percent"), Range(0, 100)]
    public decimal TaxPercent { get; set; }
}

/// <summary>What a person says when he sends an order back, cancels or closes it.</summary>
public sealed class OrderRemark
{
    /// <summary>Why, for whoever reads it later.</summary>
    [Required, MaxLength(500), Display(Name = "Comment")]
    public string Comment { get; set; } = "";
}
