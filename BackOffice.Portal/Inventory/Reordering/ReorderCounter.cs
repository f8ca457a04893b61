using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Inventory.Reordering;

/// <summary>How many suggestions wait, beside the desk's entry.</summary>
internal sealed class ReorderCounter(ReorderDesk desk) : INavCounter
{
    public Type Page => typeof(ReorderDeskPage);

    public Task<int> CountAsync(CancellationToken ct) => desk.CountOpenAsync(ct);
}
