using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>What the office orders from one supplier for one place: written, submitted, approved, sent, received.</summary>
[Record("inventory.purchase-order", 652, InventoryPermissions.View), Approvable("Purchase orders", InventoryPermissions.ApproveOrder)]
public sealed partial class PurchaseOrder : Entity, ISearchable, IApprovable
{
    private readonly List<PurchaseOrderLine> _lines = [];
    private readonly List<OrderStep> _steps = [];

    /// <summary>Given when it is submitted for the first time.</summary>
    [Numbered("PO"), MaxLength(20)]
    public string? Number { get; private set; }

    /// <summary>Its number in the file or system that it came from.</summary>
    [Display(Name = "Reference"), MaxLength(60)]
    public string? Reference { get; internal set; }

    /// <summary>Where it stands.</summary>
    public OrderState State { get; private set; }

    /// <summary>Who delivers.</summary>
    [Display(Name = "Supplier"), Range(1, long.MaxValue, ErrorMessage = "Choose a supplier.")]
    public long SupplierId { get; internal init; }

    /// <summary>The supplier's currency.</summary>
    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; internal init; } = "";

    /// <summary>What one unit of it is worth in the company's currency; approval limits are held against that.</summary>
    [Display(Name = "Exchange rate")]
    public decimal ExchangeRate { get; set; } = 1;

    /// <summary>Where the goods are to arrive.</summary>
    [Display(Name = "Deliver to"), Range(1, long.MaxValue, ErrorMessage = "Choose where to deliver.")]
    public long LocationId { get; set; }

    /// <summary>When they are wanted.</summary>
    [Display(Name = "Wanted")]
    public DateOnly? WantedOn { get; set; }

    /// <summary>Terms of payment, as agreed with the supplier.</summary>
    [Display(Name = "Payment"), MaxLength(100)]
    public string? PaymentTerms { get; set; }

    /// <summary>Freight, net.</summary>
    [Display(Name = "Freight"), Range(0, 1_000_000_000)]
    public decimal Freight { get; set; }

    /// <summary>Printed on the order.</summary>
    [Display(Name = "Note to supplier"), MaxLength(2000)]
    public string? NoteToSupplier { get; set; }

    /// <summary>For the office only.</summary>
    [Display(Name = "Internal note"), MaxLength(2000)]
    public string? InternalNote { get; set; }

    /// <summary>Line amounts added up.</summary>
    public decimal Subtotal { get; private set; }

    /// <summary>Tax, rounded once for each rate.</summary>
    public decimal Tax { get; private set; }

    /// <summary>With tax and freight.</summary>
    public decimal Total { get; private set; }

    /// <summary>The total in the company's currency.</summary>
    public decimal CompanyTotal { get; private set; }

    /// <summary>When it was sent to the supplier.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>What is ordered.</summary>
    public IReadOnlyList<PurchaseOrderLine> Lines => _lines;

    /// <summary>Who brought it to which state, in order.</summary>
    public IReadOnlyList<OrderStep> Steps => _steps;

    /// <inheritdoc/>
    public string SearchTitle => Title;

    /// <inheritdoc/>
    public string SearchText => Reference ?? "";

    /// <inheritdoc/>
    public bool IsInApproval => State == OrderState.Submitted;

    /// <summary>Its number, or that it has none yet.</summary>
    public string Title => Number ?? "Draft order";

    /// <summary>Adds a line, or more to the line that asks for the same at the same price.</summary>
    public PurchaseOrderLine AddLine(OrderLineWish wish)
    {
        RequireEditable();
        if (_lines.FirstOrDefault(l => l.IsLike(wish)) is { } same) same.Change(same.Quantity + wish.Quantity, same.Price, Currency);
        else _lines.Add(same = new PurchaseOrderLine(this, _lines.Select(l => l.Position).DefaultIfEmpty().Max() + 1, wish));
        AddUp();
        return same;
    }

    /// <summary>Changes quantity and price of a line.</summary>
    public void ChangeLine(long lineId, decimal quantity, decimal price)
    {
        RequireEditable();
        Line(lineId).Change(quantity, price, Currency);
        AddUp();
    }

    /// <summary>Takes a line off.</summary>
    public PurchaseOrderLine RemoveLine(long lineId)
    {
        RequireEditable();
        var line = Line(lineId);
        _lines.Remove(line);
        AddUp();
        return line;
    }

    /// <summary>The line with this id.</summary>
    public PurchaseOrderLine Line(long lineId) => _lines.FirstOrDefault(l => l.Id == lineId) ?? throw new RecordMissing("line", lineId);

    /// <summary>Adds up the lines; every amount is rounded where it is stored and nowhere else.</summary>
    public void AddUp()
    {
        Subtotal = _lines.Sum(l => l.Amount);
        Tax = _lines.GroupBy(l => l.TaxPercent).Sum(g => Money.Round(g.Sum(l => l.Amount) * g.Key / 100, Currency));
        Freight = Money.Round(Freight, Currency);
        Total = Subtotal + Tax + Freight;
    }

    /// <summary>Refuses when the order is locked.</summary>
    public void RequireEditable() => Rule.Require(State.IsEditable(), "{0} is {1} and locked. Have it sent back to change it.", Title, State.Words());
}
