using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>An order in the list of orders.</summary>
public sealed class OrderRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "Number")]
    public string? Number { get; init; }

    [Searched, Display(Name = "Supplier")]
    public string Supplier { get; init; } = "";

    [Display(Name = "State")]
    public OrderState State { get; init; }

    [Display(Name = "Deliver to")]
    public string Location { get; init; } = "";

    [Display(Name = "Wanted")]
    public DateOnly? WantedOn { get; init; }

    [Display(Name = "Sent")]
    public DateOnly? SentOn { get; init; }

    [Display(Name = "Total")]
    public decimal Total { get; init; }

    [Display(Name = "Currency")]
    public string Currency { get; init; } = "";

    public long SupplierId { get; init; }

    internal static IQueryable<OrderRow> From(BackOfficeDb db) =>
        from order in db.Set<PurchaseOrder>()
        join supplier in db.Set<Supplier>() on order.SupplierId equals supplier.Id
        join location in db.Set<Location>() on order.LocationId equals location.Id
        select new OrderRow
        {
            Id = order.Id, Number = order.Number, Supplier = supplier.Name, State = order.State, Location = location.Name, WantedOn = order.WantedOn,
            SentOn = order.SentOn, Total = order.Total, Currency = order.Currency, SupplierId = order.SupplierId,
        };
}

/// <summary>A line of an order as its page shows it.</summary>
public sealed class OrderLineRow
{
    public long Id { get; init; }
    public int Position { get; init; }
    public long ItemId { get; init; }
    public string Sku { get; init; } = "";
    public string Item { get; init; } = "";
    public string Unit { get; init; } = "";
    public bool NeedsLot { get; init; }
    public string? SupplierCode { get; init; }
    public decimal Quantity { get; init; }
    public decimal Received { get; init; }
    public decimal Outstanding { get; init; }
    public decimal Price { get; init; }
    public decimal TaxPercent { get; init; }
    public DateOnly? WantedOn { get; init; }
    public decimal Amount { get; init; }
    public long? SuggestionId { get; init; }
}

/// <summary>An order with everything its page shows.</summary>
/// <param name="Order">The order.</param>
/// <param name="Supplier">Who delivers.</param>
/// <param name="Location">Where to.</param>
/// <param name="Lines">What, in the order of the lines.</param>
public sealed record OrderSheet(PurchaseOrder Order, Supplier Supplier, Location Location, IReadOnlyList<OrderLineRow> Lines)
{
    internal static async Task<OrderSheet> ReadAsync(BackOfficeDb db, long orderId, CancellationToken ct)
    {
        var order = await db.LoadOrderAsync(orderId, ct);
        var lines = await (from line in db.Set<PurchaseOrderLine>()
                           join item in db.Set<Item>() on line.ItemId equals item.Id
                           where line.OrderId == orderId
                           orderby line.Position
                           select new OrderLineRow
                           {
                               Id = line.Id, Position = line.Position, ItemId = item.Id, Sku = item.Sku, Item = item.Name, Unit = item.Unit, NeedsLot = item.TracksLots || item.TracksSerials || item.TracksExpiry,
                               SupplierCode = line.SupplierCode, Quantity = line.Quantity, Received = line.Received, Outstanding = line.Outstanding, Price = line.Price,
                               TaxPercent = line.TaxPercent, WantedOn = line.WantedOn ?? order.WantedOn, Amount = line.Amount, SuggestionId = line.SuggestionId,
                           }).ToListAsync(ct);
        return new OrderSheet(order, await db.FindAsync<Supplier>(order.SupplierId, ct), await db.FindAsync<Location>(order.LocationId, ct), lines);
    }
}
