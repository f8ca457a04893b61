using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Search;
using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

/// <summary>One filter for list, search, count, history and every act.</summary>
public sealed class ListAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_members_is_there_for_them_and_for_nobody_else()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (member, reader, stranger, supervisor) = (await house.WorkerAsync("Member"), await house.WorkerAsync("Reader"), await house.WorkerAsync("Stranger"), await house.WorkerAsync("Sees all", TasksPermissions.View, TasksPermissions.All));
        var list = await house.Get<ListBook>().StartAsync("Secret", ct: Ct);
        await house.Get<ListDoor>().AdmitAsync(list, member.PersonId, mayEdit: true, Ct);
        await house.Get<ListDoor>().AdmitAsync(list, reader.PersonId, mayEdit: false, Ct);
        var id = await house.As<TaskDesk>(member).AddAsync(new WorkItem { ListId = list, Title = "Hidden plan" }, ct: Ct);

        foreach (var (who, sees) in new[] { (member, true), (reader, true), (stranger, false), (supervisor, true) })
        {
            Assert.Equal(sees ? 1 : 0, (await house.As<TaskBook>(who).ListAsync(new GridQuery { Search = "hidden" }, Ct)).Total);
            Assert.Equal(sees ? 1 : 0, (await house.As<TaskBook>(who).ListAsync(new GridQuery(), Ct)).Total);
            Assert.Equal(sees, (await house.As<RecordSearch>(who).FindAsync("hidden", ct: Ct)).Any());
            Assert.Equal(sees ? 2 : 1, (await house.As<ListBook>(who).ListAsync(new GridQuery(), Ct)).Total);
            if (sees) Assert.NotEmpty(await house.As<AuditTrail>(who).HistoryAsync(RecordRef.Of<WorkItem>(id), ct: Ct));
            else
            {
                await Assert.ThrowsAsync<RecordMissing>(() => house.As<AuditTrail>(who).HistoryAsync(RecordRef.Of<WorkItem>(id), ct: Ct));
                await Assert.ThrowsAsync<RecordMissing>(() => house.As<TaskBook>(who).OpenAsync(id, Ct));
                await Assert.ThrowsAsync<RecordMissing>(() => house.As<TaskDesk>(who).PrioritiseAsync(id, Priority.Urgent, ct: Ct));
            }
        }
        Assert.Equal("You may read Secret but not work in it. Ask one of its members.", (await Assert.ThrowsAsync<RuleBroken>(() => house.As<TaskDesk>(reader).PrioritiseAsync(id, Priority.Urgent, ct: Ct))).Message);
        Assert.True((await house.As<TaskBook>(member).OpenAsync(id, Ct)).MayEdit);
        Assert.False((await house.As<TaskBook>(reader).OpenAsync(id, Ct)).MayEdit);
    }

    [Fact]
    public async Task Nobody_is_given_a_task_that_he_may_not_see()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (member, stranger, idle) = (await house.WorkerAsync("Member"), await house.WorkerAsync("Stranger"), await house.WorkerAsync("Idle", Domain.Organization.OrganizationPermissions.View));
        var list = await house.Get<ListBook>().StartAsync("Secret", ct: Ct);
        await house.Get<ListDoor>().AdmitAsync(list, member.PersonId, mayEdit: true, Ct);
        var id = await house.Get<TaskDesk>().AddAsync(new WorkItem { ListId = list, Title = "a", AssigneeId = member.PersonId }, ct: Ct);

        Assert.Equal("Stranger may not see Secret. Make them a member of the list first, or choose somebody else.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<TaskDesk>().AssignAsync(id, stranger.PersonId, ct: Ct))).Message);
        await Assert.ThrowsAsync<RuleBroken>(() => house.Get<TaskDesk>().HelpAsync(id, stranger.PersonId, ct: Ct));
        await Assert.ThrowsAsync<RuleBroken>(async () => await house.Get<TaskDesk>().AssignAsync(await house.TaskAsync("open to all"), idle.PersonId, ct: Ct));
        Assert.Equal(member.PersonId, (await house.ItemAsync(id)).AssigneeId);
        Assert.Equal(["Member"], (await house.Get<TaskBook>().PeopleAsync(list, ct: Ct)).Select(p => p.Name));
    }

    [Fact]
    public async Task A_list_keeps_a_state_to_begin_and_one_to_end_and_states_with_tasks()
    {
        await using var house = await TaskHouse.OpenAsync();
        await house.TaskAsync("a");
        var book = house.Get<ListBook>();
        async Task<string> RemovedAsync(string name) => (await Assert.ThrowsAsync<RuleBroken>(async () => await book.RemoveStateAsync(house.ListId, (await house.StateAsync(name)).Id, Ct))).Message;

        Assert.Equal("There are tasks in To do. Move them to another state first.", await RemovedAsync("To do"));
        Assert.Equal("Office needs a state in which work begins and one in which it is done.", await RemovedAsync("Done"));
        Assert.Equal("Office has a state Waiting already.", (await Assert.ThrowsAsync<RuleBroken>(() => book.AddStateAsync(house.ListId, "waiting ", StateGroup.Waiting, Ct))).Message.Replace("waiting", "Waiting", StringComparison.Ordinal));
        await book.RemoveStateAsync(house.ListId, (await house.StateAsync("Waiting")).Id, Ct);
        await book.AddStateAsync(house.ListId, "In review", StateGroup.InProgress, Ct);
        await book.PlaceStateAsync(house.ListId, (await house.StateAsync("Cancelled")).Id, 1, Ct);

        Assert.Equal(["Cancelled", "To do", "In progress", "In review", "Done"], (await house.ListAsync()).States.OrderBy(s => s.Position).Select(s => s.Name));
    }

    [Fact]
    public async Task Nothing_begins_in_a_closed_list()
    {
        await using var house = await TaskHouse.OpenAsync();
        var done = await house.TaskAsync("a");
        await house.Get<TaskDesk>().FinishAsync(done, ct: Ct);
        await house.Get<ListBook>().CloseAsync(house.ListId, ct: Ct);

        Assert.Equal("Office is closed. Choose another list, or open it again.", (await Assert.ThrowsAsync<RuleBroken>(() => house.TaskAsync("b"))).Message);
        await Assert.ThrowsAsync<RuleBroken>(async () => await house.Get<TaskDesk>().MoveAsync(done, (await house.StateAsync("To do")).Id, ct: Ct));
        await house.Get<ListBook>().CloseAsync(house.ListId, closed: false, Ct);
        await house.TaskAsync("b");
    }
}
