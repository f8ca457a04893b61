using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Approvals;

namespace BackOffice.Tests.Organization.Approvals;

public sealed class ApprovalInboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_refusal_in_a_bulk_decision_does_not_hold_up_the_others()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        var (first, changed, last) = (await house.AskAsync(10), await house.AskAsync(20), await house.AskAsync(30));
        await house.Buying.ChangeAsync(async db => await db.Set<PurchaseOrder>().Where(o => o.Id == changed.RecordId).ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, o => o.Version + 1), Ct));

        var verdicts = await house.Buying.House.As<ApprovalInbox>(house.Account("Manager")).DecideManyAsync([first.Id, changed.Id, last.Id], Decision.Approve, null, Ct);

        Assert.Equal([true, false, true], verdicts.Select(v => v.Refusal is null));
        Assert.Equal([OrderState.Approved, OrderState.Submitted, OrderState.Approved], [await house.StateAsync(first), await house.StateAsync(changed), await house.StateAsync(last)]);
    }

    [Fact]
    public async Task Two_who_decide_at_once_decide_once()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        await house.DeputyAsync("Manager", "Aide");
        var request = await house.AskAsync(10);

        var answers = await Task.WhenAll(new[] { "Manager", "Aide" }.Select(who => Task.Run(async () => await Record.ExceptionAsync(() => house.DecideAsync(request, who)), Ct)));

        Assert.Contains("already decided: approved", Assert.IsType<RuleBroken>(Assert.Single(answers, a => a is not null)).Message, StringComparison.Ordinal);
        Assert.Single((await house.Buying.OrderAsync(request.RecordId)).Steps, s => s.To == OrderState.Approved);
    }

    [Fact]
    public async Task Only_those_whom_a_request_concerns_see_it()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        var request = await house.AskAsync(10);
        async Task<int> SeesAsync(Actor who) => (await house.Buying.House.As<ApprovalInbox>(who).ListAsync(new GridQuery(), Ct)).Rows.Count(r => r.Id == request.Id);

        Assert.Equal((1, 1, 0), (await SeesAsync(house.Account("Buyer")), await SeesAsync(house.Account("Manager")), await SeesAsync(house.Account("Director"))));
        await Assert.ThrowsAsync<RecordMissing>(() => house.Buying.House.As<ApprovalInbox>(house.Account("Director")).OpenAsync(request.Id, Ct));
        Assert.Equal(1, await SeesAsync(await house.Buying.House.PersonAsync("Keeper", OrganizationPermissions.Approvals)));
    }

    [Fact]
    public async Task Only_who_asked_withdraws_and_only_who_approved_revokes()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        var request = await house.AskAsync(10);
        Task WithdrawAsync(string who) => house.Buying.House.As<ApprovalInbox>(house.Account(who)).WithdrawAsync(request.Id, RequestKey.New(), Ct);
        Task RevokeAsync(string who) => house.Buying.House.As<ApprovalInbox>(house.Account(who)).RevokeAsync(request.Id, "Wrong supplier.", RequestKey.New(), Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => WithdrawAsync("Manager"));
        await house.DecideAsync(request, "Manager");
        await Assert.ThrowsAsync<RuleBroken>(() => RevokeAsync("Director"));
        await RevokeAsync("Manager");

        Assert.Equal((ApprovalState.Revoked, OrderState.Rejected), ((await house.LatestAsync(request.RecordId)).State, await house.StateAsync(request)));
    }

    [Fact]
    public async Task An_approval_is_not_taken_back_once_the_order_has_gone_out()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        var request = await house.AskAsync(10);
        await house.DecideAsync(request, "Manager");
        await house.Buying.MoveAsync(request.RecordId, OrderState.Sent);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Buying.House.As<ApprovalInbox>(house.Account("Manager")).RevokeAsync(request.Id, "Too late.", RequestKey.New(), Ct));

        Assert.Contains("is sent, so it cannot be", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Approved, (await house.LatestAsync(request.RecordId)).State);
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_waits_for_him()
    {
        await using var house = await ApprovalHouse.OpenAsync(ChainType.EveryManager);
        var request = await house.AskAsync(5_000);
        var owned = new ApprovalsOwned();
        var leaving = new Leaving(house.Person("Director"), [], new DateOnly(2026, 11, 30), Leaves: true);

        Assert.Equal(request.Title, Assert.Single(await house.Buying.ReadAsync(db => owned.FindAsync(db, leaving, 10, Ct))).Title);
        await house.Buying.ChangeAsync(async db => Assert.Equal(1, await owned.HandOverAsync(db, leaving, house.Person("Owner"), Ct)));

        Assert.Equal(["Manager", "Owner"], (await house.LatestAsync(request.RecordId)).Steps.Select(s => s.ApproverName));
        await Assert.ThrowsAsync<RuleBroken>(() => house.Buying.ChangeAsync(db => owned.HandOverAsync(db, leaving with { PersonId = house.Person("Manager") }, house.Person("Buyer"), Ct)));
    }

    [Fact]
    public async Task Nobody_sets_his_own_limit()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        await house.Buying.House.Get<Domain.Platform.Rights.RoleBook>().AllAsync(Ct);
        var limits = (await house.Buying.Get<ApprovalRuleBook>().LimitsAsync(new GridQuery(), Ct)).Rows;

        Assert.Equal(3, limits.Count);
        await Assert.ThrowsAsync<AccessDenied>(() => house.Buying.House.As<ApprovalRuleBook>(house.Account("Manager")).SaveAsync(new ApprovalLimit { PersonId = house.Person("Manager"), Kind = "inventory.purchase-order" }, ct: Ct));
        Assert.Contains(InventoryPermissions.ApproveOrder, DocumentKind.All.Select(d => d.Permission));
    }
}
