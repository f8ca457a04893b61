using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Inventory.Deliveries;

/// <summary>How many deliveries are late, beside the board's entry.</summary>
internal sealed class LateCounter(DeliveryBoard board) : INavCounter
{
    public Type Page => typeof(DeliveriesPage);

    public Task<int> CountAsync(CancellationToken ct) => board.CountLateAsync(ct);
}
