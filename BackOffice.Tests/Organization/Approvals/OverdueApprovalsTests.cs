using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Tests.Organization.Approvals;

public sealed class OverdueApprovalsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<int> NoticesAsync(ApprovalHouse house, string who, string about) => house.Buying.ReadAsync(db =>
        db.Set<Notice>().CountAsync(n => n.UserId == house.Account(who).UserId && n.Sentence.Contains(about), Ct));

    [Fact]
    public async Task First_the_approver_is_reminded_then_his_deputy_is_asked_then_the_next_manager()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        await house.DeputyAsync("Manager", "Aide");
        var request = await house.AskAsync(100);
        Assert.Equal("No approval is overdue", await house.FollowUpAsync());
        Assert.Equal(1, await NoticesAsync(house, "Manager", "waits for your approval"));

        // Monday 10:00 in Berlin; eight working hours later it is Tuesday 10:00.
        house.Buying.House.Clock.Advance(TimeSpan.FromDays(1));
        await house.FollowUpAsync();
        Assert.Equal((1, 0), (await NoticesAsync(house, "Manager", "still waits"), await NoticesAsync(house, "Aide", "stand in")));
        house.Buying.House.Clock.Advance(TimeSpan.FromDays(1));
        await house.FollowUpAsync();
        Assert.Equal((1, 1), (await NoticesAsync(house, "Manager", "still waits"), await NoticesAsync(house, "Aide", "stand in")));
        Assert.False(await house.MayAsync(request, "Director"));
        house.Buying.House.Clock.Advance(TimeSpan.FromDays(1));
        await house.FollowUpAsync();
        await house.FollowUpAsync();
        Assert.Equal((1, 1, 1), (await NoticesAsync(house, "Manager", "still waits"), await NoticesAsync(house, "Aide", "stand in"), await NoticesAsync(house, "Director", "too long")));

        await house.DecideAsync(request, "Director");
        Assert.Equal(OrderState.Approved, await house.StateAsync(request));
        Assert.Null((await house.LatestAsync(request.RecordId)).Steps[0].OnBehalfOf);
    }

    [Fact]
    public async Task A_weekend_does_not_count_and_a_job_that_stood_still_catches_up_at_once()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        house.Buying.House.Clock.Advance(TimeSpan.FromDays(4));
        var request = await house.AskAsync(100);

        house.Buying.House.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("No approval is overdue", await house.FollowUpAsync());
        house.Buying.House.Clock.Advance(TimeSpan.FromDays(8));
        await house.FollowUpAsync();

        Assert.True(await house.MayAsync(request, "Director"));
        Assert.Equal("No approval is overdue", await house.FollowUpAsync());
    }

    [Fact]
    public async Task What_nobody_decides_in_time_expires_and_goes_back_to_who_asked()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        var policy = (await house.Buying.Get<ApprovalRuleBook>().PoliciesAsync(Ct)).Single(p => p.Kind == "inventory.purchase-order");
        policy.ExpireAfter = 40;
        await house.Buying.Get<ApprovalRuleBook>().SaveAsync(policy, ct: Ct);
        var request = await house.AskAsync(100);

        house.Buying.House.Clock.Advance(TimeSpan.FromDays(7));
        await house.FollowUpAsync();

        Assert.Equal((ApprovalState.Expired, OrderState.Draft), ((await house.LatestAsync(request.RecordId)).State, await house.StateAsync(request)));
        Assert.Equal(1, await NoticesAsync(house, "Buyer", "{0} is {1}, by {2}."));
    }
}
