using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Who is at the desk of approvals: himself, and everybody for whom he may decide today.</summary>
/// <param name="AccountId">His account; none for the house.</param>
/// <param name="PersonId">He himself; none for the house and for accounts that are nobody's.</param>
/// <param name="Persons">He and everybody for whom he stands in, nearest first.</param>
internal sealed record ApprovalDeciders(long? AccountId, long? PersonId, List<long> Persons)
{
    public static async Task<ApprovalDeciders> OfActorAsync(BackOfficeDb db, CancellationToken ct)
    {
        if ((await db.ActingPersonAsync(ct))?.Id is not { } me) return new ApprovalDeciders(db.Actor.UserId, null, []);
        var standIns = await StandIns.OnAsync(db, db.Today, DeputyScope.Approvals, ct);
        return new ApprovalDeciders(db.Actor.UserId, me, [me, .. standIns.WhomFor(me)]);
    }

    /// <summary>Requests that wait for him now; never his own.</summary>
    public IQueryable<ApprovalRequest> WaitingFor(BackOfficeDb db)
    {
        var (account, person, persons) = (AccountId, PersonId, Persons);
        var grants = RightsCheck.GrantsOf(db, account ?? 0);
        return db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting
            && (r.RequesterAccountId == null || r.RequesterAccountId != account) && (r.RequesterId == null || r.RequesterId != person)
            && r.Steps.Any(s => s.State == StepState.Waiting
                && ((s.ApproverId != null && persons.Contains(s.ApproverId.Value)) || (s.ManagerId != null && persons.Contains(s.ManagerId.Value))
                    || (s.Permission != null && grants.Any(g => g.Permission == s.Permission && (g.Limit == null || r.Amount == null || g.Limit >= r.Amount))))));
    }

    /// <summary>Requests that concern him: his own, those in whose chain he or somebody for whom he stands in has a place, and those he may decide.</summary>
    public IQueryable<ApprovalRequest> Concerning(BackOfficeDb db)
    {
        var (account, person, persons) = (AccountId, PersonId, Persons);
        var grants = RightsCheck.GrantsOf(db, account ?? 0);
        return db.Set<ApprovalRequest>().Where(r => (r.RequesterAccountId != null && r.RequesterAccountId == account) || (r.RequesterId != null && r.RequesterId == person)
            || r.Steps.Any(s => (s.ApproverId != null && persons.Contains(s.ApproverId.Value)) || (s.ManagerId != null && persons.Contains(s.ManagerId.Value)) || (s.DecidedById != null && s.DecidedById == person)
                || (s.Permission != null && grants.Any(g => g.Permission == s.Permission))));
    }

    /// <summary>As whom he decides at the place whose turn it is.</summary>
    /// <exception cref="RuleBroken">It is his own request.</exception>
    /// <exception cref="AccessDenied">It is not for him to decide.</exception>
    public async Task<Decider> RequireMayDecideAsync(BackOfficeDb db, ApprovalRequest request, CancellationToken ct)
    {
        request.RequireWaiting();
        if (db.Actor.IsHouse) return new Decider(null, db.Actor.Name, null);
        Rule.Require((request.RequesterAccountId is null || request.RequesterAccountId != AccountId) && (request.RequesterId is null || request.RequesterId != PersonId),
            "You asked for {0} yourself. Somebody else has to decide.", request.Title);
        var step = request.Current!;
        if (step.Permission is { } permission)
        {
            await RightsCheck.RequireWithinLimitAsync(db, permission, request.Amount ?? 0, ct);
            return new Decider(PersonId, db.Actor.Name, null);
        }
        foreach (var person in Persons)
        {
            if (person != step.ApproverId && person != step.ManagerId) continue;
            return new Decider(PersonId, db.Actor.Name, person == PersonId ? null : (await db.FindAsync<Person>(person, ct)).Name);
        }
        throw new AccessDenied(OrganizationPermissions.View, new Fault(null, "{0} waits for {1}. Only this person, a deputy, or the next manager once it is overdue, can decide.", request.Title, step.ApproverName));
    }
}
