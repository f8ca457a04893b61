using BackOffice.Domain.Organization.Approvals;
using BackOffice.Portal.Platform.Shell;

namespace BackOffice.Portal.Organization.Approvals;

/// <summary>How many approvals wait for the person, beside the inbox's entry.</summary>
internal sealed class ApprovalsWaiting(ApprovalInbox inbox) : INavCounter
{
    public Type Page => typeof(ApprovalsPage);

    public Task<int> CountAsync(CancellationToken ct) => inbox.CountWaitingForMeAsync(ct);
}
