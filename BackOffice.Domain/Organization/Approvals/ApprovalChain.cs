using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Finds who is asked, in which order, when a request is made.</summary>
internal static class ApprovalChain
{
    /// <summary>The places of the chain.</summary>
    /// <exception cref="RuleBroken">Nobody could approve it.</exception>
    public static async Task<IReadOnlyList<ApprovalStep>> ResolveAsync(BackOfficeDb db, ApprovalPolicy policy, DocumentKind kind, Person? requester, decimal? amount, CancellationToken ct)
    {
        if (policy.Chain == ChainType.NamedPerson)
        {
            var named = await db.FindAsync<Person>(policy.NamedPersonId!.Value, ct);
            Rule.Require(named.Id != requester?.Id, "You are the one who approves {0}, and nobody approves his own. Ask who keeps the approval policies.", new Word(kind.Words));
            return [Place(1, named.Id, named.Name, null, null)];
        }
        var above = requester is null ? [] : (await ChainOfCommand.AllAboveAsync(db, requester.Id, db.Today, ct)).Where(s => s.PersonId != requester.Id).ToList();
        // Who stands at the top, or in no chart yet, has nobody to ask by name: whoever is allowed as much decides.
        if (above.Count == 0) return [new ApprovalStep { Place = 1, Permission = kind.Permission }];
        if (policy.Chain == ChainType.DirectManager) return [Place(1, above[0].PersonId, above[0].Name, above[0].Title, null)];
        var limits = await LimitsAsync(db, kind, [.. above.Select(s => s.PersonId)], ct);
        var enough = above.FindIndex(s => Suffices(limits, s.PersonId, amount));
        Rule.Require(enough >= 0, "Nobody above {0} may approve {1}. Ask who keeps the approval limits to raise one.", requester!.Name, amount);
        var asked = policy.Chain == ChainType.EveryManager ? above[..(enough + 1)] : [above[enough]];
        return [.. asked.Select((s, i) => Place(i + 1, s.PersonId, s.Name, s.Title, limits.GetValueOrDefault(s.PersonId)))];
    }

    /// <summary>Who may decide too when an approver stays silent: the nearest above him who is not the requester and whose limit suffices where limits count.</summary>
    public static async Task<Superior?> NextManagerAsync(BackOfficeDb db, ApprovalRequest request, ApprovalStep step, Func<long, bool> away, CancellationToken ct)
    {
        if (step.ApproverId is not { } approver) return null;
        var above = (await ChainOfCommand.AllAboveAsync(db, approver, db.Today, ct)).Where(s => s.PersonId != request.RequesterId && s.PersonId != approver && !away(s.PersonId)).ToList();
        if (request.Chain is ChainType.DirectManager or ChainType.NamedPerson) return above.FirstOrDefault();
        var limits = await LimitsAsync(db, DocumentKind.Find(request.Kind), [.. above.Select(s => s.PersonId)], ct);
        return above.Find(s => Suffices(limits, s.PersonId, request.Amount));
    }

    /// <summary>Up to which amount each of these people decides on a kind of document; who may not is missing, null means no limit.</summary>
    public static async Task<Dictionary<long, decimal?>> LimitsAsync(BackOfficeDb db, DocumentKind kind, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var accounts = await db.Set<Person>().Where(p => people.Contains(p.Id) && p.AccountId != null).Select(p => new { p.Id, AccountId = p.AccountId!.Value }).ToListAsync(ct);
        var byRole = await RightsCheck.LimitsAsync(db, kind.Permission, [.. accounts.Select(a => a.AccountId)], ct);
        var limits = accounts.Where(a => byRole.ContainsKey(a.AccountId)).ToDictionary(a => a.Id, a => byRole[a.AccountId]);
        foreach (var own in await db.Set<ApprovalLimit>().Where(l => l.Kind == kind.Kind && people.Contains(l.PersonId)).ToListAsync(ct)) limits[own.PersonId] = own.Amount;
        return limits;
    }

    private static bool Suffices(Dictionary<long, decimal?> limits, long person, decimal? amount) => limits.TryGetValue(person, out var limit) && (limit is null || amount is null || limit >= amount);

    private static ApprovalStep Place(int place, long approver, string name, string? title, decimal? limit) => new() { Place = place, ApproverId = approver, ApproverName = name, ApproverTitle = title, Limit = limit };
}
