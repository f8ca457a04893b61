using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Requests that wait for somebody who goes, now or later in their chain.</summary>
public sealed class ApprovalsOwned : IOwnedWork
{
    /// <inheritdoc/>
    public string Words => "Approvals";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct) =>
        (await Open(db, leaving).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Take(take).Select(r => new { r.Id, r.Title }).ToListAsync(ct)).ConvertAll(r => new OwnedRecord(RecordRef.Of<ApprovalRequest>(r.Id), r.Title));

    /// <inheritdoc/>
    public async Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct)
    {
        var requests = await Open(db, leaving).Include(r => r.Steps.OrderBy(s => s.Place)).OrderBy(r => r.Id).ToListAsync(ct);
        var to = await db.FindAsync<Person>(toPersonId, ct);
        foreach (var request in requests)
        {
            Rule.Require(request.RequesterId != to.Id, "{0} asked for {1} and cannot approve it. Choose somebody else.", to.Name, request.Title);
            foreach (var step in request.Steps.Where(s => s.State is StepState.Next or StepState.Waiting && s.ApproverId == leaving.PersonId)) step.HandTo(to.Id, to.Name);
            await ApprovalTelling.TellAsync(db, [to.Id], ApprovalNotices.Waits, Platform.Notices.NoticeLevel.Info, "{0} of {1} waits for your approval.", [request.Title, request.RequesterName], request, ct);
        }
        return requests.Count;
    }

    private static IQueryable<ApprovalRequest> Open(BackOfficeDb db, Leaving leaving)
    {
        var person = leaving.PersonId;
        return db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting && person != null && r.Steps.Any(s => (s.State == StepState.Next || s.State == StepState.Waiting) && s.ApproverId == person));
    }
}

/// <summary>What waits for approval at a seat, for the chart's layer of supervisors.</summary>
public sealed class ApprovalsAtSeats : ISeatLoad
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SeatLoad>> OfAsync(BackOfficeDb db, IReadOnlyCollection<long> positionIds, DateOnly day, CancellationToken ct) =>
        (await (from holding in db.Set<Holding>()
                where positionIds.Contains(holding.PositionId) && holding.FromOn <= day && (holding.UntilOn == null || holding.UntilOn > day)
                join step in db.Set<ApprovalStep>() on holding.PersonId equals step.ApproverId
                where step.State == StepState.Waiting
                group step by holding.PositionId into waiting
                select new { PositionId = waiting.Key, Count = waiting.Count(), Oldest = waiting.Min(s => s.WaitingSince), Overdue = waiting.Count(s => s.Reach != StepReach.Approver) }).ToListAsync(ct))
        .ConvertAll(w => new SeatLoad(w.PositionId, w.Count, w.Oldest, w.Overdue));
}
