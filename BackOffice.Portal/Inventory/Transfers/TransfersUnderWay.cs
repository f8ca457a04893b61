using BackOffice.Domain.Inventory.Transfers;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Inventory.Transfers;

/// <summary>The number beside "Transfers" in the navigation: those that have not arrived in full.</summary>
internal sealed class TransfersUnderWay(TransferDesk desk) : INavCounter
{
    /// <inheritdoc />
    public Type Page => typeof(TransfersPage);

    /// <inheritdoc />
    public async Task<int> CountAsync(CancellationToken ct) =>
        (await desk.ListAsync(new GridQuery { Take = 1, Filters = [new GridFilter(nameof(TransferRow.State), GridOperator.In, $"{TransferState.Sent}|{TransferState.PartlyReceived}")] }, ct)).Total;
}
