using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Numbers;
using BackOffice.Domain.Tasks.Dependencies;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>Where orders go their way: handed in for approval, sent to the supplier, cancelled, closed. What is decided in between, <see cref="OrderDecisions"/> carries out.</summary>
public sealed class ApprovalDesk(Office office)
{
    /// <summary>Hands a draft in; it gets its number, is locked, and counts as on order from now on.</summary>
    public Task<string> SubmitAsync(long orderId, int versionSeen, RequestKey key, CancellationToken ct = default) =>
        MoveAsync(InventoryPermissions.Order, orderId, versionSeen, key, async (db, order) =>
        {
            order.RequireMove(OrderState.Submitted);
            var gone = await db.Set<Item>().Where(i => order.Lines.Select(l => l.ItemId).Contains(i.Id) && i.Status != ItemStatus.Active).Select(i => i.Sku).FirstOrDefaultAsync(ct);
            Rule.Require(gone is null, "{0} is not ordered any more. Take it off the order.", gone);
            order.Submit(db.Actor, db.Now, order.Number ?? await db.NextNumberAsync("PO", ct), office.Company.Currency);
            var supplier = await db.FindAsync<Supplier>(order.SupplierId, ct);
            await db.AskApprovalAsync(new ApprovalWish(order, $"{order.Title}, {supplier.Name}", order.CompanyTotal, order.InternalNote), office.Company, ct);
        }, ct);

    /// <summary>The supplier has it now; its deliveries are expected from now on.</summary>
    public Task<string> SendAsync(long orderId, int versionSeen, RequestKey key, CancellationToken ct = default) =>
        MoveAsync(InventoryPermissions.Order, orderId, versionSeen, key, async (db, order) =>
        {
            order.SendOut(db.Actor, db.Now, db.Today);
            var usual = order.WantedOn ?? db.Today.AddDays((await db.FindAsync<Supplier>(order.SupplierId, ct)).LeadDays);
            foreach (var day in order.Lines.GroupBy(l => l.WantedOn ?? usual).OrderBy(g => g.Key))
            {
                var delivery = new Delivery { OrderId = order.Id, ExpectedOn = day.Key };
                foreach (var line in day) delivery.Expect(line, line.Outstanding);
                db.Add(delivery);
            }
        }, ct);

    /// <summary>Gives an order up; nothing of it has arrived.</summary>
    public Task<string> CancelAsync(long orderId, int versionSeen, string reason, RequestKey key, CancellationToken ct = default) =>
        EndAsync(OrderState.Cancelled, orderId, versionSeen, reason, key, ct);

    /// <summary>Ends an order; what has not arrived by now is no longer expected.</summary>
    public Task<string> CloseAsync(long orderId, int versionSeen, string? reason, RequestKey key, CancellationToken ct = default) =>
        EndAsync(OrderState.Closed, orderId, versionSeen, reason, key, ct);

    private Task<string> EndAsync(OrderState to, long orderId, int versionSeen, string? reason, RequestKey key, CancellationToken ct) =>
        MoveAsync(InventoryPermissions.Order, orderId, versionSeen, key, async (db, order) =>
        {
            order.RequireMove(to);
            if (order.IsInApproval) await db.DropApprovalAsync(order, ct);
            if (to == OrderState.Closed) await ExitGate.RequireOpenAsync(db, RecordRef.Of(order), order.Title, ct);
            Rule.RequireField("Comment", order.Lines.All(l => l.Outstanding == 0) || !string.IsNullOrWhiteSpace(reason), "Say why the rest is given up.");
            order.Go(to, db.Actor, db.Now, reason);
            DeliveryPlan.Settle(order, await db.LoadDeliveriesAsync(orderId, ct), db.Today);
        }, ct);

    private Task<string> MoveAsync(string permission, long orderId, int versionSeen, RequestKey key, Func<BackOfficeDb, PurchaseOrder, Task> move, CancellationToken ct) =>
        office.ChangeAsync(permission, key, async db =>
        {
            var order = await db.LoadOrderAsync(orderId, ct);
            await db.RequireUnchangedAsync(order, versionSeen, ct);
            await OnOrder.KeepAsync(db, order, () => move(db, order), ct);
            return order.Title;
        }, ct);
}
