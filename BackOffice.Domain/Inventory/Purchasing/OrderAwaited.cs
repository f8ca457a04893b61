using BackOffice.Domain.Tasks.Dependencies;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>A purchase order is waited for until its goods are here, or it is given up.</summary>
public sealed class OrderAwaited : IAwaited
{
    /// <inheritdoc/>
    public string Kind => "inventory.purchase-order";

    /// <inheritdoc/>
    public IQueryable<long> Arrived(BackOfficeDb db) =>
        db.Set<PurchaseOrder>().Where(o => o.State == OrderState.Received || o.State == OrderState.Closed || o.State == OrderState.Cancelled).Select(o => o.Id);
}
