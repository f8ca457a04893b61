using BackOffice.Domain.Platform.Facts;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>A record that goes through approval and knows when it does.</summary>
public interface IApprovable
{
    /// <summary>Whether it waits for a decision.</summary>
    bool IsInApproval { get; }
}

/// <summary>Keeps a record as it is while it waits for approval: nobody approves anything but what was handed in.</summary>
public sealed class RecordLock : IHears<RecordsChanging>
{
    /// <inheritdoc/>
    public async Task HearAsync(BackOfficeDb db, RecordsChanging fact, CancellationToken ct)
    {
        foreach (var record in fact.Records)
        {
            if (record is not IApprovable || !((IApprovable)db.Entry(record).OriginalValues.ToObject()).IsInApproval) continue;
            var reference = RecordRef.Of(record);
            var waiting = await db.Set<ApprovalRequest>().Where(r => r.Kind == reference.Kind && r.RecordId == reference.Id && r.State == ApprovalState.Waiting).ToListAsync(ct);
            // Looked at as this piece of work leaves them: a decision that has just been taken frees the record.
            var locked = waiting.Find(r => r.State == ApprovalState.Waiting);
            Rule.Require(locked is null, "{0} waits for approval and is locked. Withdraw it, or have it sent back, to change it.", locked?.Title);
        }
    }
}
