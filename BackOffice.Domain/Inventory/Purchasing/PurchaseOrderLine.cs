using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>One item on a purchase order: how much, at what price, and how much of it is here.</summary>
public sealed class PurchaseOrderLine : Entity
{
    private PurchaseOrderLine()
    {
    }

    internal PurchaseOrderLine(PurchaseOrder order, int position, OrderLineWish wish)
    {
        (Position, ItemId, SupplierCode, TaxPercent, WantedOn, SuggestionId) = (position, wish.ItemId, wish.SupplierCode, wish.TaxPercent, wish.WantedOn, wish.SuggestionId);
        Change(wish.Quantity, wish.Price, order.Currency);
    }

    /// <summary>The order.</summary>
    public long OrderId { get; private set; }

    /// <summary>Its place on the order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The item.</summary>
    public long ItemId { get; private set; }

    /// <summary>The supplier's code for it.</summary>
    [MaxLength(60)]
    public string? SupplierCode { get; private set; }

    /// <summary>How much is ordered.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>For one unit.</summary>
    public decimal Price { get; private set; }

    /// <summary>Tax in percent.</summary>
    public decimal TaxPercent { get; private set; }

    /// <summary>When it is wanted, if not with the rest.</summary>
    public DateOnly? WantedOn { get; private set; }

    /// <summary>Quantity times price, rounded to the currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>How much has arrived.</summary>
    public decimal Received { get; private set; }

    /// <summary>How much is still to come: what counts as on order.</summary>
    public decimal Outstanding { get; private set; }

    /// <summary>The suggestion it came from.</summary>
    public long? SuggestionId { get; private set; }

    internal bool IsLike(OrderLineWish wish) =>
        ItemId == wish.ItemId && Price == wish.Price && TaxPercent == wish.TaxPercent && WantedOn == wish.WantedOn && SupplierCode == wish.SupplierCode && SuggestionId == wish.SuggestionId;

    internal void Change(decimal quantity, decimal price, string currency)
    {
        Rule.RequireField(nameof(Quantity), quantity > 0, "Order more than zero.");
        Rule.RequireField(nameof(Price), price >= 0, "The price cannot be below zero.");
        Rule.RequireField(nameof(Quantity), quantity <= Money.Largest && price <= Money.Largest && (price == 0 || quantity <= Money.Largest / price), "The amount of this line is too large.");
        (Quantity, Price, Amount) = (quantity, price, Money.Round(quantity * price, currency));
    }

    /// <summary>From now on it is on order.</summary>
    internal void Open() => Outstanding = Quantity - Received;

    /// <summary>Nothing more will come.</summary>
    internal void CloseShort() => Outstanding = 0;

    /// <summary>The most that may still arrive: what is ordered, with the tolerance, less what is here.</summary>
    public decimal MostReceivable(decimal tolerancePercent) => Quantity + Math.Round(Quantity * tolerancePercent / 100, 4, MidpointRounding.ToZero) - Received;

    /// <summary>So much has arrived.</summary>
    internal void Receive(decimal quantity, decimal tolerancePercent)
    {
        Rule.RequireField(nameof(Received), quantity > 0, "Line {0}: enter more than zero.", Position);
        var most = MostReceivable(tolerancePercent);
        Rule.RequireField(nameof(Received), quantity <= most, "Line {0} asks for {1:0.####}; with a tolerance of {2:0.##} % and {3:0.####} here already, at most {4:0.####} can be received. {5:0.####} is too much.",
            Position, Quantity, tolerancePercent, Received, most, quantity);
        Received += quantity;
        Outstanding = Math.Max(0, Quantity - Received);
    }
}

/// <summary>What somebody wants on an order.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Price">For one unit, in the order's currency.</param>
/// <param name="TaxPercent">Tax in percent.</param>
/// <param name="SupplierCode">The supplier's code for it.</param>
/// <param name="WantedOn">If it is wanted on another day than the rest.</param>
/// <param name="SuggestionId">The suggestion behind it.</param>
public sealed record OrderLineWish(long ItemId, decimal Quantity, decimal Price, decimal TaxPercent = 0, string? SupplierCode = null, DateOnly? WantedOn = null, long? SuggestionId = null);

/// <summary>Who brought an order to which state, when, and what he said.</summary>
[AppendOnly]
public sealed class OrderStep : Entity
{
    /// <summary>The order.</summary>
    public long OrderId { get; private set; }

    /// <summary>The state it went to.</summary>
    public OrderState To { get; internal init; }

    /// <summary>The account, when a person did it.</summary>
    public long? ByUserId { get; internal init; }

    /// <summary>His name.</summary>
    [MaxLength(200)]
    public string ByName { get; internal init; } = "";

    /// <summary>For whom.</summary>
    [MaxLength(200)]
    public string? OnBehalfOf { get; internal init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>What he said.</summary>
    [MaxLength(500)]
    public string? Comment { get; internal init; }
}

internal sealed class PurchaseOrderMapping : IEntityTypeConfiguration<PurchaseOrder>, IEntityTypeConfiguration<PurchaseOrderLine>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.Ignore(o => o.SearchTitle).Ignore(o => o.SearchText).Ignore(o => o.Title);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.Reference).IsUnique();
        builder.HasIndex(o => new { o.State, o.Id });
        builder.HasIndex(o => o.SupplierId);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Steps).WithOne().HasForeignKey(s => s.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(o => o.SupplierId);
        builder.HasOne<Location>().WithMany().HasForeignKey(o => o.LocationId);
    }

    public void Configure(EntityTypeBuilder<PurchaseOrderLine> builder)
    {
        builder.HasIndex(l => new { l.ItemId, l.Outstanding });
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
    }
}
