using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Tells people what waits for them and what became of their requests.</summary>
internal static class ApprovalTelling
{
    /// <summary>Something waits for a place's approver, or for his stand-ins while he is away.</summary>
    public static async Task WaitsAsync(BackOfficeDb db, ApprovalRequest request, ApprovalStep step, StandIns standIns, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        if (step.ApproverId is not { } approver)
        {
            await NoticeBoard.TellHoldersAsync(db, step.Permission!, ApprovalNotices.Waits, NoticeLevel.Info, "{0} of {1} waits for approval.", [request.Title, request.RequesterName], RecordRef.Of(request), ct);
            return;
        }
        IReadOnlyList<long> people = standIns.IsAway(approver) ? [.. standIns.For(approver), .. step.ManagerId is { } manager ? [manager] : (long[])[]] : [approver];
        await TellAsync(db, people.Where(p => p != request.RequesterId), ApprovalNotices.Waits, NoticeLevel.Info, "{0} of {1} waits for your approval.", [request.Title, request.RequesterName], request, ct);
    }

    /// <summary>Tells these people about a request.</summary>
    public static async Task TellAsync(BackOfficeDb db, IEnumerable<long> people, NoticeKind kind, NoticeLevel level, string sentence, object?[] args, ApprovalRequest request, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        var accounts = await db.Set<Person>().Where(p => ids.Contains(p.Id) && p.AccountId != null).Select(p => p.AccountId!.Value).ToListAsync(ct);
        await NoticeBoard.TellAsync(db, accounts, kind, level, sentence, args, RecordRef.Of(request), ct);
    }

    /// <summary>Tells who asked that it has ended.</summary>
    public static Task EndedAsync(BackOfficeDb db, ApprovalRequest request, Decider by, CancellationToken ct) => request.RequesterAccountId is not { } account || account == db.Actor.UserId
        ? Task.CompletedTask
        : NoticeBoard.TellAsync(db, [account], ApprovalNotices.Decided, request.State == ApprovalState.Approved ? NoticeLevel.Info : NoticeLevel.Warn, "{0} is {1}, by {2}.", [request.Title, request.State.Words(), by.Name], RecordRef.Of(request), ct);
}
