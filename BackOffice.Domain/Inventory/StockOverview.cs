using BackOffice.Domain.Inventory.Counts;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory;

/// <summary>What waits in the stock room.</summary>
/// <param name="Items">All items.</param>
/// <param name="ToReorder">Items whose projected stock has come down to the reorder point.</param>
/// <param name="OutOfStock">Items with nothing good at hand.</param>
/// <param name="LateDeliveries">Expected before today and not received.</param>
/// <param name="CountsToApprove">Counts whose differences wait.</param>
public sealed record StockFigures(int Items, int ToReorder, int OutOfStock, int LateDeliveries, int CountsToApprove);

/// <summary>The stock room at a glance.</summary>
public sealed class StockOverview(Office office)
{
    /// <summary>What waits today.</summary>
    public Task<StockFigures> TodayAsync(CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var today = db.Today;
            return new StockFigures(
                await db.Set<Item>().CountAsync(ct),
                await db.Set<ItemStock>().CountAsync(s => s.ToReorder, ct),
                await db.Set<ItemStock>().CountAsync(s => s.State == StockState.OutOfStock, ct),
                await db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Expected && d.ExpectedOn < today, ct),
                await db.Set<StockCount>().CountAsync(c => c.State == CountState.Review, ct));
        }, ct);
}
