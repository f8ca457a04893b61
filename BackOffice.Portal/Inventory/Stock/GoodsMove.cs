using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Transfers;

namespace BackOffice.Portal.Inventory.Stock;

/// <summary>Goods that go from one place to another, while somebody writes them down.</summary>
public sealed class GoodsMove : IValidatableObject
{
    [Display(Name = "From"), Range(1, long.MaxValue, ErrorMessage = "Choose where the goods are taken from.")]
    public long FromId { get; set; }

    [Display(Name = "To"), Range(1, long.MaxValue, ErrorMessage = "Choose where the goods are put.")]
    public long ToId { get; set; }

    [Display(Name = "Expected on")]
    public DateOnly? ExpectedOn { get; set; }

    [Display(Name = "Note"), MaxLength(400)]
    public string? Note { get; set; }

    /// <summary>What goes.</summary>
    public List<GoodsLine> Lines { get; } = [];

    /// <summary>As one movement.</summary>
    public IReadOnlyList<StockLine> ToMovement() => [.. Entered.Select(l => StockLine.Move(l.ItemId, new StockPlace(FromId), new StockPlace(ToId), l.Quantity!.Value))];

    /// <summary>As the lines of a transfer.</summary>
    public IReadOnlyList<TransferWish> ToWishes() => [.. Entered.Select(l => new TransferWish(l.ItemId, l.Quantity!.Value))];

    private IEnumerable<GoodsLine> Entered => Lines.Where(l => l.Quantity is not null and not 0);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Entered.Any()) yield return new ValidationResult("Nothing goes yet. Enter the quantity of at least one item.");
    }
}

/// <summary>One item of them.</summary>
public sealed class GoodsLine
{
    public required long ItemId { get; init; }
    public required string Sku { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }

    /// <summary>What may be taken at the place chosen; none while none is chosen.</summary>
    public decimal? There { get; set; }

    /// <summary>How much goes.</summary>
    public decimal? Quantity { get; set; }
}
