using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>Where deliveries are announced and goods come in: stock, order and delivery change together or not at all.</summary>
public sealed class ReceivingDock(Office office)
{
    /// <summary>What one needs to receive a delivery: its lines with what is still to come.</summary>
    public Task<DeliverySheet> OpenAsync(long deliveryId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var delivery = await db.Set<Delivery>().Include(d => d.Lines).ThenInclude(l => l.Parts).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == deliveryId, ct) ?? throw Missing(deliveryId);
            var sheet = await OrderSheet.ReadAsync(db, delivery.OrderId, ct);
            return new DeliverySheet(delivery, sheet);
        }, ct);

    /// <summary>Books what has arrived; a second delivery of the same wish, or a second person with the same page open, books nothing again.</summary>
    /// <returns>The number of the goods receipt.</returns>
    public Task<string> ReceiveAsync(long deliveryId, int versionSeen, IReadOnlyList<ReceivedPart> parts, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Receive, key, async db =>
        {
            var orderId = await db.Set<Delivery>().Where(d => d.Id == deliveryId).Select(d => (long?)d.OrderId).FirstOrDefaultAsync(ct) ?? throw Missing(deliveryId);
            var order = await db.LoadOrderAsync(orderId, ct);
            var deliveries = await db.LoadDeliveriesAsync(orderId, ct);
            var delivery = deliveries.Single(d => d.Id == deliveryId);
            delivery.RequireExpected();
            await db.RequireUnchangedAsync(delivery, versionSeen, ct);
            var tolerance = (await db.FindAsync<Supplier>(order.SupplierId, ct)).OverReceiptPercent;
            await OnOrder.KeepAsync(db, order, async () => delivery.Receive(order, parts, tolerance, await db.NextNumberAsync("GR", ct), db.Actor, db.Now, db.Today), ct);
            order.Go(order.Lines.All(l => l.Outstanding == 0) ? OrderState.Received : OrderState.PartlyReceived, db.Actor, db.Now, delivery.Number);
            await StockBook.PostAsync(db, new StockPosting(StockReason.Received, [.. parts.Select(p => StockOf(p, order))]) { Document = RecordRef.Of(delivery), Note = $"{order.Title} {delivery.Number}" }, ct);
            if (DeliveryPlan.Settle(order, deliveries, delivery.ExpectedOn) is { } rest) db.Add(rest);
            await SettlePromisesAsync(db, order, ct);
            return delivery.Number!;
        }, ct);

    /// <summary>Notes what the supplier says is on its way: part of what is outstanding, on a delivery of its own.</summary>
    public Task<long> AnnounceAsync(long orderId, Delivery announced, IReadOnlyDictionary<long, decimal> quantities, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Receive, key, async db =>
        {
            var order = await db.LoadOrderAsync(orderId, ct);
            Rule.Require(order.State.IsReceivable(), "{0} is {1}, so no delivery can be announced for it.", order.Title, order.State.Words());
            Rule.Require(quantities.Values.Any(q => q > 0), "Enter what the delivery brings.");
            var delivery = new Delivery { OrderId = orderId, ExpectedOn = announced.ExpectedOn, Carrier = announced.Carrier, TrackingReference = announced.TrackingReference };
            foreach (var (lineId, quantity) in quantities.Where(q => q.Value > 0))
            {
                var line = order.Line(lineId);
                Rule.Require(quantity <= line.Outstanding, "Line {0}: only {1:0.####} are outstanding, {2:0.####} are announced.", line.Position, line.Outstanding, quantity);
                delivery.Expect(line, quantity);
            }
            // What the new delivery brings, the others no longer have to.
            DeliveryPlan.MakeRoom(order, await db.LoadDeliveriesAsync(orderId, ct), delivery);
            db.Add(delivery);
            await db.FlushAsync(ct);
            return delivery.Id;
        }, ct);

    /// <summary>Changes day, carrier or tracking reference of an expected delivery.</summary>
    public Task RescheduleAsync(Delivery entered, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Receive, async db =>
        {
            (await db.FindAsync<Delivery>(entered.Id, ct)).RequireExpected();
            await db.TakeOverAsync(entered, ct);
        }, ct);

    /// <summary>Writes down what the supplier promised, for a line or the whole order; its expected deliveries move to that day.</summary>
    public Task PromiseAsync(long orderId, long? lineId, DateOnly promisedOn, string? saidBy, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Receive, key, async db =>
        {
            var order = await db.LoadOrderAsync(orderId, ct);
            Rule.Require(order.State.IsReceivable(), "{0} is {1}, so no date can be promised for it.", order.Title, order.State.Words());
            if (lineId is { } id) Rule.Require(order.Line(id).Outstanding > 0, "Line {0} is here already.", order.Line(id).Position);
            db.Add(new PromiseDate { OrderId = orderId, OrderLineId = lineId, PromisedOn = promisedOn, SaidBy = saidBy?.Trim(), WrittenBy = db.Actor.Name, WrittenAt = db.Now });
            if (DeliveryPlan.Promise(order, await db.LoadDeliveriesAsync(orderId, ct), lineId, promisedOn) is { } own) db.Add(own);
        }, ct);

    private static async Task SettlePromisesAsync(BackOfficeDb db, PurchaseOrder order, CancellationToken ct)
    {
        var all = order.State == OrderState.Received;
        foreach (var promise in await db.Set<PromiseDate>().Where(p => p.OrderId == order.Id && p.ArrivedOn == null).ToListAsync(ct))
            if (all || (promise.OrderLineId is { } line && order.Line(line).Outstanding == 0)) promise.Settle(db.Today);
    }

    private static StockLine StockOf(ReceivedPart part, PurchaseOrder order)
    {
        var line = order.Line(part.OrderLineId);
        return new StockLine
        {
            ItemId = line.ItemId, Quantity = part.Quantity, To = new StockPlace(part.LocationId, part.Quality), LotCode = part.LotCode, ExpiresOn = part.ExpiresOn,
            UnitCost = Math.Round(line.Price * order.ExchangeRate, 4, MidpointRounding.AwayFromZero),
        };
    }

    private static RecordMissing Missing(long deliveryId) => new(RecordKinds.Of(typeof(Delivery)).Kind, deliveryId);
}
