using System.Globalization;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Audit;

namespace BackOffice.Tests.Organization.Approvals;

/// <summary>Each type of chain against absence, deputies, limits, one's own request, and a record that changed meanwhile.</summary>
public sealed class ApprovalTableTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ChainType.DirectManager, "100", "Manager")]
    [InlineData(ChainType.DirectManager, "90000", "Manager")]
    [InlineData(ChainType.FirstWithLimit, "500", "Manager")]
    [InlineData(ChainType.FirstWithLimit, "500.01", "Director")]
    [InlineData(ChainType.FirstWithLimit, "90000", "Owner")]
    [InlineData(ChainType.EveryManager, "500", "Manager")]
    [InlineData(ChainType.EveryManager, "5000", "Manager, Director")]
    [InlineData(ChainType.EveryManager, "90000", "Manager, Director, Owner")]
    [InlineData(ChainType.NamedPerson, "90000", "Director")]
    public async Task Limits_decide_who_is_asked_in_which_order(ChainType chain, string amount, string expected)
    {
        await using var house = await ApprovalHouse.OpenAsync(chain);
        var request = await house.AskAsync(decimal.Parse(amount, CultureInfo.InvariantCulture));
        var asked = expected.Split(", ");

        Assert.Equal(asked, request.Steps.Select(s => s.ApproverName));
        Assert.All(request.Steps, s => Assert.True(s.ApproverTitle == (chain == ChainType.NamedPerson ? null : $"The {s.ApproverName}")));
        foreach (var name in asked)
        {
            Assert.Equal(name, await house.WaitsForAsync(request));
            Assert.Equal(OrderState.Submitted, await house.StateAsync(request));
            await house.DecideAsync(request, name);
        }
        Assert.Equal(OrderState.Approved, await house.StateAsync(request));
    }

    [Theory]
    [InlineData(ChainType.DirectManager, "Manager")]
    [InlineData(ChainType.FirstWithLimit, "Manager")]
    [InlineData(ChainType.EveryManager, "Manager")]
    [InlineData(ChainType.NamedPerson, "Director")]
    public async Task An_absent_approver_without_a_deputy_is_not_waited_for(ChainType chain, string absent)
    {
        await using var house = await ApprovalHouse.OpenAsync(chain);
        await house.AwayAsync(absent);

        var request = await house.AskAsync(100);

        var next = absent == "Manager" ? "Director" : "Owner";
        Assert.Equal($"{next}, {absent}", await house.WaitsForAsync(request));
        await house.DecideAsync(request, next);
        Assert.Equal(OrderState.Approved, await house.StateAsync(request));
    }

    [Theory]
    [InlineData(ChainType.DirectManager, "Manager")]
    [InlineData(ChainType.FirstWithLimit, "Manager")]
    [InlineData(ChainType.EveryManager, "Manager")]
    [InlineData(ChainType.NamedPerson, "Director")]
    public async Task A_deputy_reaches_what_already_waits_and_is_recorded_as_acting_for_another(ChainType chain, string approver)
    {
        await using var house = await ApprovalHouse.OpenAsync(chain);
        var request = await house.AskAsync(100);
        Assert.False(await house.MayAsync(request, "Aide"));

        await house.DeputyAsync(approver, "Aide");
        await house.AwayAsync(approver);
        Assert.True(await house.MayAsync(request, "Aide"));
        await house.DecideAsync(request, "Aide", comment: "In his sense.");

        var step = (await house.LatestAsync(request.RecordId)).Steps[0];
        Assert.Equal(("Aide", approver, "In his sense."), (step.DecidedByName, step.OnBehalfOf, step.Comment));
        Assert.Equal(approver, (await house.Buying.OrderAsync(request.RecordId)).Steps[^1].OnBehalfOf);
    }

    [Theory]
    [InlineData(ChainType.DirectManager)]
    [InlineData(ChainType.FirstWithLimit)]
    [InlineData(ChainType.EveryManager)]
    [InlineData(ChainType.NamedPerson)]
    public async Task Nobody_approves_his_own_request_not_even_as_a_deputy(ChainType chain)
    {
        await using var house = await ApprovalHouse.OpenAsync(chain);
        foreach (var approver in new[] { "Manager", "Director" }) await house.DeputyAsync(approver, "Buyer");

        var request = await house.AskAsync(100);

        Assert.False(await house.MayAsync(request, "Buyer"));
        Assert.Contains("yourself", (await Assert.ThrowsAsync<RuleBroken>(() => house.DecideAsync(request, "Buyer"))).Message, StringComparison.Ordinal);
        Assert.Equal(OrderState.Submitted, await house.StateAsync(request));
    }

    [Theory]
    [InlineData(ChainType.DirectManager, "Manager")]
    [InlineData(ChainType.FirstWithLimit, "Manager")]
    [InlineData(ChainType.EveryManager, "Manager")]
    [InlineData(ChainType.NamedPerson, "Director")]
    public async Task A_record_is_locked_while_it_waits_and_one_that_changed_all_the_same_is_not_approved(ChainType chain, string approver)
    {
        await using var house = await ApprovalHouse.OpenAsync(chain);
        var request = await house.AskAsync(100);

        var locked = await Assert.ThrowsAsync<RuleBroken>(() => house.Buying.ChangeAsync(async db => (await db.FindAsync<PurchaseOrder>(request.RecordId, Ct)).NoteToSupplier = "Twice as much."));
        Assert.Contains("waits for approval and is locked", locked.Message, StringComparison.Ordinal);
        await house.Buying.ChangeAsync(async db => await db.Set<PurchaseOrder>().Where(o => o.Id == request.RecordId).ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, o => o.Version + 1), Ct));

        Assert.Contains("was changed after it was handed in", (await Assert.ThrowsAsync<RuleBroken>(() => house.DecideAsync(request, approver))).Message, StringComparison.Ordinal);
        await house.DecideAsync(request, approver, Decision.SendBack, "Hand it in again.");
        Assert.Equal(OrderState.Rejected, await house.StateAsync(request));
    }

    [Fact]
    public async Task Whoever_is_asked_and_asks_himself_passes_the_question_on_to_those_above_him()
    {
        await using var house = await ApprovalHouse.OpenAsync(ChainType.EveryManager);

        Assert.Equal(["Director"], (await house.AskAsync(100, by: "Manager")).Steps.Select(s => s.ApproverName));
        await house.PolicyAsync(ChainType.NamedPerson);
        Assert.Contains("nobody approves his own", (await Assert.ThrowsAsync<RuleBroken>(() => house.AskAsync(100, by: "Director"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_and_ends_the_chain()
    {
        await using var house = await ApprovalHouse.OpenAsync(ChainType.EveryManager);
        var request = await house.AskAsync(90_000);

        Assert.StartsWith("Say why", (await Assert.ThrowsAsync<RuleBroken>(() => house.DecideAsync(request, "Manager", Decision.Reject))).Message, StringComparison.Ordinal);
        await house.DecideAsync(request, "Manager", Decision.Reject, "Not this year.");

        var ended = await house.LatestAsync(request.RecordId);
        Assert.Equal((ApprovalState.Rejected, "Rejected, Skipped, Skipped"), (ended.State, string.Join(", ", ended.Steps.Select(s => s.State))));
        Assert.Contains("already decided: rejected", (await Assert.ThrowsAsync<RuleBroken>(() => house.DecideAsync(request, "Manager"))).Message, StringComparison.Ordinal);
        Assert.Contains((await house.Buying.Get<AuditTrail>().HistoryAsync(RecordRef.Of<ApprovalRequest>(request.Id), 5, Ct)), e => e.UserId == house.Account("Manager").UserId);
    }

    [Fact]
    public async Task A_request_that_nobody_above_may_grant_is_refused_at_once()
    {
        await using var house = await ApprovalHouse.OpenAsync();
        await house.Buying.ChangeAsync(async db => db.RemoveRange(await db.Set<ApprovalLimit>().Where(l => l.Amount == null).ToListAsync(Ct)));

        Assert.StartsWith("Nobody above Buyer may approve", (await Assert.ThrowsAsync<RuleBroken>(() => house.AskAsync(90_000))).Message, StringComparison.Ordinal);
        Assert.Empty(await house.Buying.ReadAsync(db => db.Set<ApprovalRequest>().ToListAsync(Ct)));
    }
}
