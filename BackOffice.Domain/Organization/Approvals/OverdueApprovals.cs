using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Follows what waits too long: reminds the approver, then asks his deputies, then the next manager; ends what has expired.</summary>
[Recurring("organization.overdue-approvals", "*/15 * * * *", "Reminds of approvals that wait too long, asks deputies and the next manager, and ends those that have expired")]
public sealed class OverdueApprovals(Office office) : IJob
{
    private const int Chunk = 200;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        for (var done = Chunk; done == Chunk;) done = await CountAsync(run, ExpireAsync(ct), ct);
        for (var done = Chunk; done == Chunk;) done = await CountAsync(run, ReachFurtherAsync(ct), ct);
        run.Result(run.Touched == 0 ? new Saying("No approval is overdue") : run.Touched == 1 ? new Saying("1 overdue approval followed up") : new Saying("{0:N0} overdue approvals followed up", run.Touched));
    }

    private static async Task<int> CountAsync(RunningJob run, Task<int> work, CancellationToken ct)
    {
        var done = await work;
        run.Touch(done);
        await run.ProgressAsync(run.Touched, null, ct);
        return done;
    }

    private Task<int> ExpireAsync(CancellationToken ct) =>
        office.ChangeAsync(OrganizationPermissions.Approvals, async db =>
        {
            var now = db.Now;
            var expired = await db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting && r.ExpiresAt != null && r.ExpiresAt <= now).Include(r => r.Steps).OrderBy(r => r.Id).Take(Chunk).ToListAsync(ct);
            foreach (var request in expired)
            {
                request.End(ApprovalState.Expired, now);
                await db.EndApprovalAsync(request, new Decider(null, db.Actor.Name, null), null, ct);
            }
            return expired.Count;
        }, ct);

    private Task<int> ReachFurtherAsync(CancellationToken ct) =>
        office.ChangeAsync(OrganizationPermissions.Approvals, async db =>
        {
            var now = db.Now;
            var due = await db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting && r.Steps.Any(s => s.State == StepState.Waiting && s.NextReachAt != null && s.NextReachAt <= now))
                .Include(r => r.Steps.OrderBy(s => s.Place)).OrderBy(r => r.Id).Take(Chunk).ToListAsync(ct);
            if (due.Count == 0) return 0;
            var standIns = await StandIns.OnAsync(db, db.Today, DeputyScope.Approvals, ct);
            var calendar = await OfficeClock.CalendarAsync(db, office.Company, ct);
            var policies = new Dictionary<string, ApprovalPolicy>();
            foreach (var request in due)
            {
                if (!policies.TryGetValue(request.Kind, out var policy)) policies.Add(request.Kind, policy = await ApprovalPolicy.OfAsync(db, DocumentKind.Find(request.Kind), ct));
                await ReachFurtherAsync(db, request, policy, standIns, calendar, ct);
            }
            return due.Count;
        }, ct);

    // As many stages at once as have become due: a job that stood still for a week does not need a week to catch up.
    private static async Task ReachFurtherAsync(BackOfficeDb db, ApprovalRequest request, ApprovalPolicy policy, StandIns standIns, WorkingCalendar calendar, CancellationToken ct)
    {
        var step = request.Current!;
        object?[] args = [request.Title, request.RequesterName];
        while (step.NextReachAt <= db.Now)
        {
            step.Reach++;
            step.NextReachAt = step.Reach switch
            {
                StepReach.Reminded => calendar.Add(step.WaitingSince!.Value, TimeSpan.FromHours(policy.DeputyAfter)),
                StepReach.Deputy => calendar.Add(step.WaitingSince!.Value, TimeSpan.FromHours(policy.ManagerAfter)),
                _ => null,
            };
            if (step.ApproverId is not { } approver)
            {
                if (step.Reach == StepReach.Reminded) await NoticeBoard.TellHoldersAsync(db, step.Permission!, ApprovalNotices.Overdue, NoticeLevel.Warn, "{0} of {1} still waits for approval.", args, RecordRef.Of(request), ct);
            }
            else if (step.Reach == StepReach.Reminded)
            {
                await ApprovalTelling.TellAsync(db, [approver], ApprovalNotices.Overdue, NoticeLevel.Warn, "{0} of {1} still waits for your approval.", args, request, ct);
            }
            else if (step.Reach == StepReach.Deputy)
            {
                await ApprovalTelling.TellAsync(db, standIns.For(approver).Where(p => p != request.RequesterId), ApprovalNotices.Overdue, NoticeLevel.Warn, "{0} of {1} waits for {2}, for whom you stand in.", [.. args, step.ApproverName], request, ct);
            }
            else
            {
                step.ManagerId = (await ApprovalChain.NextManagerAsync(db, request, step, standIns.IsAway, ct))?.PersonId;
                if (step.ManagerId is { } manager) await ApprovalTelling.TellAsync(db, [manager], ApprovalNotices.Overdue, NoticeLevel.Bad, "{0} of {1} waits for {2} too long. You may decide now.", [.. args, step.ApproverName], request, ct);
            }
        }
    }
}
