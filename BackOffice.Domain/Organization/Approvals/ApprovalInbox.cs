using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>What somebody decides.</summary>
public enum Decision
{
    /// <summary>Yes.</summary>
    Approve,

    /// <summary>No.</summary>
    Reject,

    /// <summary>Not like this.</summary>
    SendBack,
}

/// <summary>Where requests for approval wait for those who decide, and for those who asked.</summary>
public sealed class ApprovalInbox(Office office)
{
    /// <summary>Requests as a list: those that concern the reader, or all of them for who keeps approvals.</summary>
    [List("organization.approvals")]
    public Task<Page<ApprovalRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db => await ApprovalRow.From(db, await VisibleAsync(db, ct)).ToPageAsync(query, ct), ct);

    /// <summary>What waits for me.</summary>
    [List("organization.approvals-waiting")]
    public Task<Page<ApprovalRow>> WaitingForMeAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db => await ApprovalRow.From(db, (await ApprovalDeciders.OfActorAsync(db, ct)).WaitingFor(db)).ToPageAsync(query, ct), ct);

    /// <summary>How many wait for me.</summary>
    public Task<int> CountWaitingForMeAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db => await (await ApprovalDeciders.OfActorAsync(db, ct)).WaitingFor(db).CountAsync(ct), ct);

    /// <summary>One request with its chain, for those whom it concerns.</summary>
    public Task<RecordApproval> OpenAsync(long requestId, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db =>
        {
            var request = await (await VisibleAsync(db, ct)).Include(r => r.Steps.OrderBy(s => s.Place)).FirstOrDefaultAsync(r => r.Id == requestId, ct) ?? throw new RecordMissing("approval", requestId);
            return (await ForReaderAsync(db, [request], ct))[0];
        }, ct);

    /// <summary>All requests for a record, the newest first; for everybody who may read the record.</summary>
    public Task<IReadOnlyList<RecordApproval>> OfRecordAsync(RecordRef record, CancellationToken ct = default) =>
        office.ReadAsync(RecordKinds.Of(RecordKinds.TypeOf(record.Kind)).Permission, async db => await ForReaderAsync(db,
            await db.Set<ApprovalRequest>().Where(r => r.Kind == record.Kind && r.RecordId == record.Id).Include(r => r.Steps.OrderBy(s => s.Place)).OrderByDescending(r => r.Id).Take(20).ToListAsync(ct), ct), ct);

    /// <summary>Decides one request; the record follows in the same transaction.</summary>
    public Task<string> DecideAsync(long requestId, Decision decision, string? comment, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var request = await db.LoadRequestAsync(requestId, ct);
            var by = await (await ApprovalDeciders.OfActorAsync(db, ct)).RequireMayDecideAsync(db, request, ct);
            if (decision == Decision.Approve) await RequireUnchangedAsync(db, request, ct);
            var next = request.Decide(decision switch { Decision.Approve => StepState.Approved, Decision.Reject => StepState.Rejected, _ => StepState.SentBack }, by, db.Now, comment);
            if (next is null) await db.EndApprovalAsync(request, by, comment, ct);
            else await db.BeginStepAsync(request, next, await ApprovalPolicy.OfAsync(db, DocumentKind.Find(request.Kind), ct), await OfficeClock.CalendarAsync(db, office.Company, ct), ct);
            return request.Title;
        }, ct);

    /// <summary>Decides many, each by itself: what one refuses does not hold up the others.</summary>
    public async Task<IReadOnlyList<Verdict>> DecideManyAsync(IReadOnlyList<long> requestIds, Decision decision, string? comment, CancellationToken ct = default)
    {
        var verdicts = new List<Verdict>();
        foreach (var id in requestIds.Distinct())
        {
            try
            {
                verdicts.Add(new Verdict(id, await DecideAsync(id, decision, comment, RequestKey.New(), ct), null));
            }
            catch (Exception refusal) when (refusal is RuleBroken or AccessDenied)
            {
                verdicts.Add(new Verdict(id, null, refusal));
            }
        }
        return verdicts;
    }

    /// <summary>Takes one's own request back.</summary>
    public Task WithdrawAsync(long requestId, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var request = await db.LoadRequestAsync(requestId, ct);
            request.RequireWaiting();
            Rule.Require(db.Actor.IsHouse || request.RequesterAccountId == db.Actor.UserId, "Only {0} takes this request back.", request.RequesterName);
            request.End(ApprovalState.Withdrawn, db.Now);
            await db.EndApprovalAsync(request, new Decider(request.RequesterId, db.Actor.Name, null), null, ct);
        }, ct);

    /// <summary>Takes an approval back, by who gave the last one, as long as the record has not gone further.</summary>
    public Task RevokeAsync(long requestId, string reason, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var request = await db.LoadRequestAsync(requestId, ct);
            Rule.Require(request.State == ApprovalState.Approved, "{0} is not approved, so there is no approval to take back.", request.Title);
            Rule.RequireField("Comment", !string.IsNullOrWhiteSpace(reason), "Say why, so that {0} knows what to do.", request.RequesterName);
            var me = await ApprovalDeciders.OfActorAsync(db, ct);
            Rule.Require(db.Actor.IsHouse || request.Steps.Any(s => s.State == StepState.Approved && s.DecidedById is not null && s.DecidedById == me.PersonId), "Only who approved {0} takes the approval back.", request.Title);
            request.End(ApprovalState.Revoked, db.Now);
            await db.EndApprovalAsync(request, new Decider(me.PersonId, db.Actor.Name, null), reason, ct);
        }, ct);

    private static async Task<IReadOnlyList<RecordApproval>> ForReaderAsync(BackOfficeDb db, List<ApprovalRequest> requests, CancellationToken ct)
    {
        if (requests.Count == 0) return [];
        var me = await ApprovalDeciders.OfActorAsync(db, ct);
        var ids = requests.ConvertAll(r => r.Id);
        var waiting = await me.WaitingFor(db).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        return requests.ConvertAll(r => new RecordApproval(r, waiting.Contains(r.Id), r.RequesterAccountId is not null && r.RequesterAccountId == db.Actor.UserId,
            r.State == ApprovalState.Approved && r.Steps.Any(s => s.State == StepState.Approved && s.DecidedById is not null && s.DecidedById == me.PersonId)));
    }

    private static async Task<IQueryable<ApprovalRequest>> VisibleAsync(BackOfficeDb db, CancellationToken ct) =>
        await RightsCheck.HoldsAsync(db, OrganizationPermissions.Approvals, ct) ? db.Set<ApprovalRequest>() : (await ApprovalDeciders.OfActorAsync(db, ct)).Concerning(db);

    private static async Task RequireUnchangedAsync(BackOfficeDb db, ApprovalRequest request, CancellationToken ct)
    {
        var record = (Entity?)await db.FindAsync(RecordKinds.TypeOf(request.Kind), [request.RecordId], ct);
        Rule.Require(record is not null, "{0} is gone. Send the request back.", request.Title);
        Rule.Require(record!.Version == request.RecordVersion, "{0} was changed after it was handed in. Send it back, so that what you approve is what you have read.", request.Title);
    }
}

/// <summary>What became of one request in a bulk decision.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Title">Its title when it was decided.</param>
/// <param name="Refusal">Why it was not.</param>
public sealed record Verdict(long RequestId, string? Title, Exception? Refusal);

/// <summary>A request as its record's page shows it.</summary>
/// <param name="Request">The request with its chain.</param>
/// <param name="WaitsForMe">Whether the reader may decide now.</param>
/// <param name="IsMine">Whether the reader asked.</param>
/// <param name="MayRevoke">Whether the reader approved it and may take that back.</param>
public sealed record RecordApproval(ApprovalRequest Request, bool WaitsForMe, bool IsMine, bool MayRevoke);

/// <summary>Loads and ends requests.</summary>
internal static class ApprovalLoading
{
    public static async Task<ApprovalRequest> LoadRequestAsync(this BackOfficeDb db, long id, CancellationToken ct) =>
        await db.Set<ApprovalRequest>().Include(r => r.Steps.OrderBy(s => s.Place)).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new RecordMissing("approval", id);

    /// <summary>The record's own room gives it up: what waits for approval is withdrawn without a decision.</summary>
    public static async Task DropApprovalAsync(this BackOfficeDb db, Entity record, CancellationToken ct)
    {
        var reference = RecordRef.Of(record);
        foreach (var request in await db.Set<ApprovalRequest>().Where(r => r.Kind == reference.Kind && r.RecordId == reference.Id && r.State == ApprovalState.Waiting).Include(r => r.Steps).ToListAsync(ct))
            request.End(ApprovalState.Withdrawn, db.Now);
    }

    /// <summary>Tells the record's room, and who asked.</summary>
    public static async Task EndApprovalAsync(this BackOfficeDb db, ApprovalRequest request, Decider by, string? comment, CancellationToken ct)
    {
        await db.TellAsync(new ApprovalEnded(request, by, comment), ct);
        await ApprovalTelling.EndedAsync(db, request, by, ct);
    }
}
