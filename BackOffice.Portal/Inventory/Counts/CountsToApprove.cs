using BackOffice.Domain.Inventory.Counts;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Inventory.Counts;

/// <summary>The number beside "Stock counts" in the navigation: those whose differences wait for approval.</summary>
internal sealed class CountsToApprove(StockCounting counting) : INavCounter
{
    /// <inheritdoc />
    public Type Page => typeof(StockCountsPage);

    /// <inheritdoc />
    public async Task<int> CountAsync(CancellationToken ct) =>
        (await counting.ListAsync(new GridQuery { Take = 1, Filters = [new GridFilter(nameof(CountRow.State), GridOperator.Is, nameof(CountState.Review))] }, ct)).Total;
}
