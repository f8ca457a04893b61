using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>The book of purchase orders: drafts are written here, and orders are looked up.</summary>
public sealed class OrderBook(Office office)
{
    /// <summary>Orders as a list.</summary>
    [List("inventory.purchase-orders")]
    public Task<Page<OrderRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => OrderRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One order with all that its page shows.</summary>
    public Task<OrderSheet> OpenAsync(long orderId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => OrderSheet.ReadAsync(db, orderId, ct), ct);

    /// <summary>How many orders stand in each state.</summary>
    public Task<IReadOnlyDictionary<OrderState, int>> CountAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyDictionary<OrderState, int>>(InventoryPermissions.View, async db =>
            await db.Set<PurchaseOrder>().GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct), ct);

    /// <summary>Starts a draft for a supplier.</summary>
    public Task<long> StartAsync(long supplierId, long locationId, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Order, key, async db =>
        {
            var order = await DraftAsync(db, supplierId, locationId, office.Company.Currency, ct);
            db.Add(order);
            await db.FlushAsync(ct);
            return order.Id;
        }, ct);

    /// <summary>Starts drafts for items, one for each supplier who is asked first.</summary>
    /// <param name="locationId">Where to deliver.</param>
    /// <param name="wishes">How much of which item.</param>
    /// <param name="key">The wish.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The orders.</returns>
    public Task<IReadOnlyList<long>> StartForAsync(long locationId, IReadOnlyDictionary<long, decimal> wishes, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync<IReadOnlyList<long>>(InventoryPermissions.Order, key, async db =>
        {
            var ids = wishes.Keys.ToList();
            var items = await db.Set<Item>().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Sku).ToListAsync(ct);
            var offers = (await db.Set<SupplierItem>().Where(o => ids.Contains(o.ItemId)).OrderBy(o => o.Priority).ThenBy(o => o.Id).ToListAsync(ct)).ToLookup(o => o.ItemId);
            foreach (var item in items)
            {
                Rule.Require(item.MayBeOrdered, "{0} is not ordered any more.", item.Sku);
                Rule.Require(offers[item.Id].Any(), "Nobody supplies {0} yet. Add a supplier to it first.", item.Sku);
            }
            var orders = new List<PurchaseOrder>();
            foreach (var group in items.Select(i => offers[i.Id].First()).GroupBy(o => o.SupplierId))
            {
                var order = await DraftAsync(db, group.Key, locationId, office.Company.Currency, ct);
                foreach (var offer in group) order.AddLine(new OrderLineWish(offer.ItemId, wishes[offer.ItemId], offer.Price, 0, offer.SupplierCode));
                db.Add(order);
                orders.Add(order);
            }
            await db.FlushAsync(ct);
            return orders.ConvertAll(o => o.Id);
        }, ct);

    /// <summary>Saves what was entered in the head of a draft.</summary>
    public Task SaveAsync(PurchaseOrder entered, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Order, async db =>
        {
            (await db.LoadOrderAsync(entered.Id, ct)).RequireEditable();
            (await db.TakeOverAsync(entered, ct)).AddUp();
        }, ct);

    /// <summary>Adds a line to a draft, at the supplier's price when none is given.</summary>
    public Task AddLineAsync(long orderId, long itemId, decimal quantity, decimal? price = null, decimal taxPercent = 0, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Order, async db =>
        {
            var order = await db.LoadOrderAsync(orderId, ct);
            var item = await db.FindAsync<Item>(itemId, ct);
            Rule.Require(item.MayBeOrdered, "{0} is not ordered any more.", item.Sku);
            var offer = await db.Set<SupplierItem>().FirstOrDefaultAsync(o => o.SupplierId == order.SupplierId && o.ItemId == itemId, ct);
            order.AddLine(new OrderLineWish(itemId, quantity, price ?? offer?.Price ?? 0, taxPercent, offer?.SupplierCode));
        }, ct);

    /// <summary>Changes a line of a draft.</summary>
    public Task ChangeLineAsync(long orderId, long lineId, decimal quantity, decimal price, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Order, async db => (await db.LoadOrderAsync(orderId, ct)).ChangeLine(lineId, quantity, price), ct);

    /// <summary>Takes a line off a draft.</summary>
    public Task RemoveLineAsync(long orderId, long lineId, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Order, async db => (await db.LoadOrderAsync(orderId, ct)).RemoveLine(lineId), ct);

    /// <summary>An empty draft on the supplier's terms; the rate of a foreign currency is the one last used.</summary>
    internal static async Task<PurchaseOrder> DraftAsync(BackOfficeDb db, long supplierId, long locationId, string companyCurrency, CancellationToken ct)
    {
        var supplier = await db.FindAsync<Supplier>(supplierId, ct);
        Rule.Require(supplier.Active, "{0} is not active. Nothing new is ordered from it.", supplier.Name);
        var location = await db.FindAsync<Location>(locationId, ct);
        Rule.Require(!location.IsClosed, "{0} is closed. Choose another place to deliver to.", location.Name);
        var rate = supplier.Currency == companyCurrency ? 1
            : await db.Set<PurchaseOrder>().Where(o => o.Currency == supplier.Currency && o.ExchangeRate > 0).OrderByDescending(o => o.Id).Select(o => o.ExchangeRate).FirstOrDefaultAsync(ct);
        return new PurchaseOrder
        {
            SupplierId = supplierId, LocationId = locationId, Currency = supplier.Currency, ExchangeRate = rate,
            PaymentTerms = supplier.PaymentTerms, WantedOn = db.Today.AddDays(supplier.LeadDays),
        };
    }
}

/// <summary>Loads orders with all that their rules look at.</summary>
internal static class OrderLoading
{
    public static async Task<PurchaseOrder> LoadOrderAsync(this BackOfficeDb db, long orderId, CancellationToken ct) =>
        await db.Set<PurchaseOrder>().Include(o => o.Lines.OrderBy(l => l.Position)).Include(o => o.Steps.OrderBy(s => s.Id)).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == orderId, ct)
        ?? throw new RecordMissing(RecordKinds.Of(typeof(PurchaseOrder)).Kind, orderId);

    public static Task<List<Delivery>> LoadDeliveriesAsync(this BackOfficeDb db, long orderId, CancellationToken ct) =>
        db.Set<Delivery>().Where(d => d.OrderId == orderId).Include(d => d.Lines).ThenInclude(l => l.Parts).AsSplitQuery().OrderBy(d => d.Id).ToListAsync(ct);
}
