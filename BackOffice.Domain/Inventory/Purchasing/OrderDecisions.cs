using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Facts;

namespace BackOffice.Domain.Inventory.Purchasing;

/// <summary>Carries out on an order what was decided about it.</summary>
public sealed class OrderDecisions : IHears<ApprovalEnded>
{
    private static readonly string Kind = RecordKinds.Of(typeof(PurchaseOrder)).Kind;

    /// <inheritdoc/>
    public async Task HearAsync(BackOfficeDb db, ApprovalEnded fact, CancellationToken ct)
    {
        if (fact.Request.Kind != Kind) return;
        var order = await db.LoadOrderAsync(fact.Request.RecordId, ct);
        var to = fact.Request.State switch
        {
            ApprovalState.Approved => OrderState.Approved,
            ApprovalState.Withdrawn or ApprovalState.Expired => OrderState.Draft,
            _ => OrderState.Rejected,
        };
        await OnOrder.KeepAsync(db, order, () =>
        {
            order.Go(to, db.Actor, db.Now, fact.Comment, fact.By.OnBehalfOf);
            return Task.CompletedTask;
        }, ct);
    }
}
