using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Tests.Inventory.Purchasing;

public sealed class ApprovalDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_approves_above_his_limit()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.DraftAsync((await house.ItemAsync("A", price: 100), 10));
        await house.MoveAsync(order, OrderState.Submitted);
        var low = await house.House.PersonAsync("Low", $"{InventoryPermissions.ApproveOrder}:999.99");
        var high = await house.House.PersonAsync("High", $"{InventoryPermissions.ApproveOrder}:1000");

        var refused = await Assert.ThrowsAsync<AccessDenied>(() => house.DecideAsync(order, Decision.Approve, by: low));
        Assert.Contains("lies above your limit of", refused.Message, StringComparison.Ordinal);
        Assert.Empty((await house.House.As<ApprovalInbox>(low).WaitingForMeAsync(new GridQuery(), Ct)).Rows);
        Assert.Single((await house.House.As<ApprovalInbox>(high).WaitingForMeAsync(new GridQuery(), Ct)).Rows);
        await house.DecideAsync(order, Decision.Approve, "Fine.", by: high);

        var step = (await house.OrderAsync(order)).Steps[^1];
        Assert.Equal((OrderState.Approved, "High", "Fine.", high.UserId), (step.To, step.ByName, step.Comment, step.ByUserId));
    }

    [Fact]
    public async Task Nobody_approves_his_own_order()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var order = await house.DraftAsync((await house.ItemAsync("A"), 1));
        var buyer = await house.House.PersonAsync("Buyer", InventoryPermissions.Order, InventoryPermissions.ApproveOrder);
        await house.House.As<ApprovalDesk>(buyer).SubmitAsync(order, (await house.OrderAsync(order)).Version, RequestKey.New(), Ct);

        Assert.Equal("You asked for PO-2026-00001, Indus Office Supply yourself. Somebody else has to decide.", (await Assert.ThrowsAsync<RuleBroken>(() => house.DecideAsync(order, Decision.Approve, by: buyer))).Message);
        Assert.Equal(OrderState.Submitted, (await house.OrderAsync(order)).State);
    }

    [Fact]
    public async Task An_order_withdrawn_expired_or_revoked_can_be_changed_again()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.DraftAsync((item, 10));
        await house.MoveAsync(order, OrderState.Submitted);
        var request = (await house.Get<ApprovalInbox>().OfRecordAsync(RecordRef.Of<PurchaseOrder>(order), Ct))[0].Request;

        await house.Get<ApprovalInbox>().WithdrawAsync(request.Id, RequestKey.New(), Ct);
        Assert.Equal((OrderState.Draft, 0m), ((await house.OrderAsync(order)).State, (await house.StockAsync(item)).OnOrder));
        await house.MoveAsync(order, OrderState.Submitted);
        await house.MoveAsync(order, OrderState.Approved);
        request = (await house.Get<ApprovalInbox>().OfRecordAsync(RecordRef.Of<PurchaseOrder>(order), Ct))[0].Request;
        await house.Get<ApprovalInbox>().RevokeAsync(request.Id, "The supplier is closing.", RequestKey.New(), Ct);

        Assert.Equal((OrderState.Rejected, 0m), ((await house.OrderAsync(order)).State, (await house.StockAsync(item)).OnOrder));
        await house.Get<OrderBook>().ChangeLineAsync(order, (await house.OrderAsync(order)).Lines[0].Id, 5, 10, Ct);
        await house.MoveAsync(order, OrderState.Submitted);
        await house.MoveAsync(order, OrderState.Cancelled);
        Assert.DoesNotContain(await house.ReadAsync(db => db.Set<ApprovalRequest>().ToListAsync(Ct)), r => r.State == ApprovalState.Waiting);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task On_order_follows_every_step_of_an_order()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.DraftAsync((item, 10));
        async Task<decimal> AfterAsync(OrderState to)
        {
            await house.MoveAsync(order, to);
            Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
            return (await house.StockAsync(item)).OnOrder;
        }

        Assert.Equal(10, await AfterAsync(OrderState.Submitted));
        Assert.Equal(0, await AfterAsync(OrderState.Rejected));
        Assert.Equal(10, await AfterAsync(OrderState.Submitted));
        Assert.Equal(10, await AfterAsync(OrderState.Approved));
        Assert.Equal(10, await AfterAsync(OrderState.Sent));
        Assert.Equal(9, await AfterAsync(OrderState.PartlyReceived));
        Assert.Equal(0, await AfterAsync(OrderState.Closed));
        Assert.DoesNotContain(await house.DeliveriesAsync(order), d => d.State == DeliveryState.Expected);
        Assert.Equal("PO-2026-00001", (await house.OrderAsync(order)).Number);
    }

    [Fact]
    public async Task Numbers_have_no_gap_though_some_submissions_fail()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var orders = new List<long>();
        for (var i = 0; i < 6; i++) orders.Add(await house.DraftAsync(i % 2 == 0 ? [(item, 1)] : []));

        var answers = await Task.WhenAll(orders.Select(id => Task.Run(async () =>
        {
            var version = (await house.OrderAsync(id)).Version;
            return await Record.ExceptionAsync(() => house.Get<ApprovalDesk>().SubmitAsync(id, version, RequestKey.New(), Ct));
        }, Ct)));

        Assert.Equal(3, answers.Count(a => a is RuleBroken { Message: "The order has no lines. Add at least one." }));
        Assert.Equal(["PO-2026-00001", "PO-2026-00002", "PO-2026-00003"], await house.ReadAsync(db => db.Set<PurchaseOrder>().Where(o => o.Number != null).Select(o => o.Number!).Order().ToListAsync(Ct)));
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task An_item_that_was_discontinued_meanwhile_is_not_ordered()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        var order = await house.DraftAsync((item, 1));
        await house.ChangeAsync(async db => (await db.FindAsync<Item>(item, Ct)).Discontinue());

        Assert.Equal("A is not ordered any more. Take it off the order.", (await Assert.ThrowsAsync<RuleBroken>(() => house.MoveAsync(order, OrderState.Submitted))).Message);
    }

    [Fact]
    public async Task A_wrong_total_is_found_by_the_proof()
    {
        await using var house = await BuyingHouse.OpenAsync();
        var item = await house.ItemAsync("A");
        await house.ChangeAsync(async db => (await db.Set<Domain.Inventory.Stock.ItemStock>().SingleAsync(s => s.ItemId == item, Ct)).Order(7));

        var proof = await house.ReadAsync(db => new OnOrderProof().RunAsync(db, Ct));

        Assert.Equal("A: stored 7 on order, its order lines expect 0.", Assert.Single(proof.Faults));
    }
}
