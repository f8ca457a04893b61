using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Comments;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class ConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_mentioned_hears_of_it_and_nobody_else()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (anna, annabel, ben) = (await house.WorkerAsync("Anna Berg"), await house.WorkerAsync("Anna Bergmann"), await house.WorkerAsync("Ben Ost"));
        var id = await house.TaskAsync("Plan");

        await house.As<Conversation>(ben).SayAsync(RecordRef.Of<WorkItem>(id), "@Anna Bergmann, please ask @Ben Ost; mail to x@Anna Berg is no call.", ct: Ct);

        Assert.Equal("Ben Ost mentioned you: T-2026-00001 Plan", string.Format(System.Globalization.CultureInfo.InvariantCulture, Assert.Single(await house.As<NoticeBoard>(annabel).MineAsync(ct: Ct)) is var n ? n.Sentence : "", n.Values));
        Assert.Empty(await house.As<NoticeBoard>(anna).MineAsync(ct: Ct));
        Assert.Empty(await house.As<NoticeBoard>(ben).MineAsync(ct: Ct));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_task_is_not_mentioned_and_nothing_is_said()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (member, stranger) = (await house.WorkerAsync("Member"), await house.WorkerAsync("Stranger"));
        var list = await house.Get<ListBook>().StartAsync("Secret", ct: Ct);
        await house.Get<ListDoor>().AdmitAsync(list, member.PersonId, mayEdit: true, Ct);
        var record = RecordRef.Of<WorkItem>(await house.Get<TaskDesk>().AddAsync(new WorkItem { ListId = list, Title = "a" }, ct: Ct));

        Assert.Equal("Stranger may not see this and would not understand. Take the mention out, or let them see it first.", (await Assert.ThrowsAsync<RuleBroken>(() => house.As<Conversation>(member).SayAsync(record, "@Stranger look", ct: Ct))).Message);
        await Assert.ThrowsAsync<RecordMissing>(() => house.As<Conversation>(stranger).SayAsync(record, "Let me in", ct: Ct));
        await Assert.ThrowsAsync<RecordMissing>(() => house.As<Conversation>(stranger).AboutAsync(record, Ct));
        Assert.Empty(await house.As<Conversation>(member).AboutAsync(record, Ct));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Notice>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Only_the_writer_changes_what_he_wrote()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (anna, ben) = (await house.WorkerAsync("Anna"), await house.WorkerAsync("Ben"));
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("Plan"));
        var id = await house.As<Conversation>(anna).SayAsync(record, "First", ct: Ct);

        Assert.Equal("Anna wrote this and changes it.", (await Assert.ThrowsAsync<RuleBroken>(() => house.As<Conversation>(ben).RewordAsync(id, "Other", Ct))).Message);
        await Assert.ThrowsAsync<RuleBroken>(() => house.As<Conversation>(ben).TakeBackAsync(id, Ct));
        await house.As<Conversation>(anna).RewordAsync(id, "Second, @Ben", Ct);
        Assert.Single(await house.As<NoticeBoard>(ben).MineAsync(ct: Ct));
        await house.As<Conversation>(anna).RewordAsync(id, "Second, @Ben!", Ct);
        Assert.Single(await house.As<NoticeBoard>(ben).MineAsync(ct: Ct));
        await house.As<Conversation>(anna).TakeBackAsync(id, Ct);
        Assert.Empty(await house.As<Conversation>(ben).AboutAsync(record, Ct));
    }

    [Fact]
    public async Task A_name_that_two_people_bear_is_asked_about()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (first, _) = (await house.WorkerAsync("Anna Berg"), await house.WorkerAsync("Anna Berg"));
        var record = RecordRef.Of<WorkItem>(await house.TaskAsync("Plan"));

        Assert.Equal("Several people are called Anna Berg. Write @ and the e-mail of the one you mean.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<Conversation>().SayAsync(record, "@anna berg?", ct: Ct))).Message);
        await house.ChangeAsync(async db => (await db.FindAsync<Domain.Organization.People.Person>(first.PersonId, Ct)).Email = "anna@example.org");
        await house.Get<Conversation>().SayAsync(record, "@anna@example.org?", ct: Ct);
        Assert.Single(await house.As<NoticeBoard>(first).MineAsync(ct: Ct));
    }
}
