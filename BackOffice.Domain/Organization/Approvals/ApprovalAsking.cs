using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>What is handed in.</summary>
/// <param name="Record">A saved record whose class is <see cref="ApprovableAttribute">approvable</see>.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Amount">In the company's currency; none where no amount is at stake.</param>
/// <param name="Reason">Why.</param>
public sealed record ApprovalWish(Entity Record, string Title, decimal? Amount = null, string? Reason = null);

/// <summary>Asks for approval inside the piece of work that hands a record in.</summary>
public static class ApprovalAsking
{
    /// <summary>Hands a record in for approval: the chain is resolved, the first place's turn begins, the record is locked until somebody decides.</summary>
    /// <exception cref="RuleBroken">It waits already, or nobody could approve it.</exception>
    public static async Task<ApprovalRequest> AskApprovalAsync(this BackOfficeDb db, ApprovalWish wish, Company company, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        var record = RecordRef.Of(wish.Record);
        var kind = DocumentKind.Find(record.Kind);
        await db.LockAsync($"approval {record}", exclusive: true, ct);
        Rule.Require(!await db.Set<ApprovalRequest>().AnyAsync(r => r.Kind == record.Kind && r.RecordId == record.Id && r.State == ApprovalState.Waiting, ct), "{0} already waits for approval.", wish.Title);
        var policy = await ApprovalPolicy.OfAsync(db, kind, ct);
        var requester = await db.ActingPersonAsync(ct);
        var calendar = await OfficeClock.CalendarAsync(db, company, ct);
        var request = new ApprovalRequest
        {
            Kind = record.Kind, RecordId = record.Id, RecordVersion = wish.Record.Version, Title = wish.Title, Amount = wish.Amount, Reason = wish.Reason, Chain = policy.Chain,
            RequesterId = requester?.Id, RequesterAccountId = db.Actor.UserId, RequesterName = db.Actor.Name, AskedAt = db.Now,
            ExpiresAt = policy.ExpireAfter is { } hours ? calendar.Add(db.Now, TimeSpan.FromHours(hours)) : null,
        };
        foreach (var step in await ApprovalChain.ResolveAsync(db, policy, kind, requester, wish.Amount, ct)) request.Add(step);
        db.Add(request);
        await db.BeginStepAsync(request, request.Steps[0], policy, calendar, ct);
        return request;
    }

    /// <summary>A place's turn comes. Whoever is away with nobody to stand in for him is not waited for: the next manager may decide at once.</summary>
    internal static async Task BeginStepAsync(this BackOfficeDb db, ApprovalRequest request, ApprovalStep step, ApprovalPolicy policy, WorkingCalendar calendar, CancellationToken ct)
    {
        step.Begin(db.Now, calendar.Add(db.Now, TimeSpan.FromHours(policy.RemindAfter)));
        var standIns = await StandIns.OnAsync(db, db.Today, DeputyScope.Approvals, ct);
        if (step.ApproverId is { } approver && standIns.IsAway(approver) && !standIns.For(approver).Any(p => p != request.RequesterId))
            (step.Reach, step.ManagerId, step.NextReachAt) = (StepReach.Manager, (await ApprovalChain.NextManagerAsync(db, request, step, standIns.IsAway, ct))?.PersonId, null);
        await ApprovalTelling.WaitsAsync(db, request, step, standIns, ct);
    }
}
