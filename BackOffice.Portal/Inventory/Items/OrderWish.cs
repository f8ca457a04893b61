using System.ComponentModel.DataAnnotations;
using BackOffice.Portal.Inventory.Stock;

namespace BackOffice.Portal.Inventory.Items;

/// <summary>Items that somebody wants to order, while he says how much of each.</summary>
public sealed class OrderWish
{
    [Display(Name = "Deliver to"), Range(1, long.MaxValue, ErrorMessage = "Choose where the goods are delivered.")]
    public long LocationId { get; set; }

    /// <summary>What is wanted.</summary>
    public List<GoodsLine> Lines { get; } = [];

    /// <summary>Item and quantity of every line.</summary>
    public IReadOnlyDictionary<long, decimal> Wishes => Lines.Where(l => l.Quantity > 0).ToDictionary(l => l.ItemId, l => l.Quantity!.Value);
}
