using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Tests.Inventory;

namespace BackOffice.Tests.Tasks;

public sealed class DependencyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static RecordRef Ref(long id) => RecordRef.Of<WorkItem>(id);

    [Fact]
    public async Task A_blocked_task_is_not_finished_unless_its_list_allows_it_with_a_reason()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (a, b) = (await house.TaskAsync("a"), await house.TaskAsync("b"));
        await house.Get<TieDesk>().WaitForAsync(b, Ref(a), Ct);
        async Task<string> RefusedAsync(string? reason) => (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<TaskDesk>().FinishAsync(b, reason: reason, ct: Ct))).Message;

        Assert.Equal("T-2026-00002 waits for T-2026-00001 a. It can be done when that has come.", await RefusedAsync("I want to."));
        Assert.True((await house.Get<TaskBook>().OpenAsync(b, Ct)).Row.IsBlocked);
        var list = await house.ListAsync();
        list.FinishesBlocked = true;
        await house.Get<ListBook>().SaveAsync(list, Ct);
        Assert.Equal("T-2026-00002 still waits for T-2026-00001 a. Say why it is done all the same.", await RefusedAsync(" "));
        await house.Get<TaskDesk>().FinishAsync(b, reason: "Done by telephone.", ct: Ct);

        Assert.Equal((StateGroup.Done, "Done by telephone."), ((await house.ItemAsync(b)).Group, (await house.ItemAsync(b)).EndReason));
    }

    [Fact]
    public async Task What_was_waited_for_frees_the_task()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (a, b) = (await house.TaskAsync("a"), await house.TaskAsync("b"));
        await house.Get<TieDesk>().WaitForAsync(b, Ref(a), Ct);
        await house.Get<TaskDesk>().FinishAsync(a, ct: Ct);

        Assert.False((await house.Get<TieDesk>().OfTaskAsync(b, Ct)).IsBlocked);
        await house.Get<TaskDesk>().FinishAsync(b, ct: Ct);
    }

    [Fact]
    public async Task No_task_waits_for_itself_on_whatever_way()
    {
        await using var house = await TaskHouse.OpenAsync();
        var ids = new List<long>();
        foreach (var title in new[] { "a", "b", "c" }) ids.Add(await house.TaskAsync(title));
        var part = await house.TaskAsync("part of c", null, ids[2]);
        var desk = house.Get<TieDesk>();
        await desk.WaitForAsync(ids[0], Ref(ids[1]), Ct);
        await desk.WaitForAsync(ids[1], Ref(ids[2]), Ct);

        Assert.Equal("T-2026-00001 cannot wait for itself.", (await Assert.ThrowsAsync<RuleBroken>(() => desk.WaitForAsync(ids[0], Ref(ids[0]), Ct))).Message);
        Assert.Equal("T-2026-00003 cannot wait for T-2026-00001, which waits for T-2026-00003 itself.", (await Assert.ThrowsAsync<RuleBroken>(() => desk.WaitForAsync(ids[2], Ref(ids[0]), Ct))).Message);
        // c cannot be done before its part, so the part must not wait for what waits for c.
        await Assert.ThrowsAsync<RuleBroken>(() => desk.WaitForAsync(part, Ref(ids[0]), Ct));
        Assert.Equal(2, await house.ReadAsync(db => db.Set<Dependency>().CountAsync(Ct)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Among_random_dependencies_no_circle_ever_comes_to_be(int seed)
    {
        await using var house = await TaskHouse.OpenAsync();
        var (random, ids) = (new Random(seed), new List<long>());
        for (var i = 0; i < 8; i++) ids.Add(await house.TaskAsync($"t{i}"));
        for (var i = 0; i < 40; i++) await Record.ExceptionAsync(() => house.Get<TieDesk>().WaitForAsync(ids[random.Next(8)], Ref(ids[random.Next(8)]), Ct));

        var edges = await house.ReadAsync(db => db.Set<Dependency>().Select(d => new { d.WorkItemId, d.OnId }).ToListAsync(Ct));
        Assert.True(edges.Count >= 8);
        // Whoever waits for nobody is taken away until nothing is left: only a circle would stay.
        for (var left = ids.ToHashSet(); left.Count > 0;)
        {
            var free = left.Where(t => !edges.Exists(e => e.WorkItemId == t && left.Contains(e.OnId))).ToList();
            Assert.NotEmpty(free);
            left.ExceptWith(free);
        }
    }

    [Fact]
    public async Task A_task_waits_for_a_purchase_order_until_it_is_received_and_the_order_for_its_gate()
    {
        await using var buying = await BuyingHouse.OpenAsync();
        var order = await buying.SentAsync((await buying.ItemAsync("A"), 5));
        var list = await buying.Get<ListBook>().StartAsync("Goods", Audience.Everybody, ct: Ct);
        var (shelve, check) = (await buying.Get<TaskDesk>().AddAsync(new WorkItem { ListId = list, Title = "Shelve" }, ct: Ct), await buying.Get<TieDesk>().AddForAsync(new WorkItem { ListId = list, Title = "Check the invoice" }, RecordRef.Of(order), isGate: true, ct: Ct));
        await buying.Get<TieDesk>().WaitForAsync(shelve, RecordRef.Of(order), Ct);

        Assert.Equal($"T-2026-00001 waits for {order.Number}. It can be done when that has come.", (await Assert.ThrowsAsync<RuleBroken>(() => buying.Get<TaskDesk>().FinishAsync(shelve, ct: Ct))).Message);
        await buying.MoveAsync(order.Id, OrderState.Received);
        await buying.Get<TaskDesk>().FinishAsync(shelve, ct: Ct);
        Assert.Equal($"{order.Number} closes when these tasks are done: T-2026-00002.", (await Assert.ThrowsAsync<RuleBroken>(() => buying.MoveAsync(order.Id, OrderState.Closed))).Message);
        await buying.Get<TaskDesk>().FinishAsync(check, ct: Ct);
        await buying.MoveAsync(order.Id, OrderState.Closed);

        Assert.Equal(["Check the invoice"], (await buying.Get<TieDesk>().OfRecordAsync(RecordRef.Of(order), Ct)).Select(t => t.Task.Title));
    }
}
