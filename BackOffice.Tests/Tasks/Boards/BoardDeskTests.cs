using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks.Boards;

public sealed class BoardDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_goes_between_the_two_it_was_dropped_between()
    {
        await using var house = await BoardHouse.OpenAsync();
        var (a, b, c) = (await house.Tasks.TaskAsync("a"), await house.Tasks.TaskAsync("b"), await house.Tasks.TaskAsync("c"));
        var doing = await house.KeyAsync("In progress");
        foreach (var id in (long[])[a, b]) await house.MoveAsync(id, doing);
        await house.MoveAsync(c, doing, new Spot(AfterId: a));
        Assert.Equal("a,c,b", BoardHouse.Words(await house.ReadAsync())[$"{doing}/"]);
        await house.MoveAsync(b, doing, new Spot(BeforeId: a));
        Assert.Equal("b,a,c", BoardHouse.Words(await house.ReadAsync())[$"{doing}/"]);
    }

    [Fact]
    public async Task A_card_moved_on_a_board_by_people_is_handed_over()
    {
        await using var house = await BoardHouse.OpenAsync();
        var amna = await house.Tasks.WorkerAsync("Amna");
        var id = await house.Tasks.TaskAsync("call", i => i.AssigneeId = amna.PersonId);
        var plan = house.By(BoardField.Assignee, BoardField.Priority);
        Assert.Equal("call", BoardHouse.Words(await house.ReadAsync(plan))[$"{amna.PersonId}/Normal"]);
        await house.MoveAsync(id, "nobody", plan: plan, lane: "Urgent");
        Assert.Equal("call", BoardHouse.Words(await house.ReadAsync(plan))["nobody/Urgent"]);
        var item = await house.Tasks.ItemAsync(id);
        Assert.Equal((null, Priority.Urgent), (item.AssigneeId, item.Priority));
    }

    [Fact]
    public async Task A_card_moved_into_a_week_keeps_its_weekday_and_its_time_also_over_the_change_of_the_clocks()
    {
        await using var house = await BoardHouse.OpenAsync();
        house.Tasks.House.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 16, 9, 0, 0, TimeSpan.Zero));
        var plan = house.By(BoardField.DueWeek);
        // Thursday, 18:30 in Berlin; in the week after next the clocks there are an hour ahead.
        var id = await house.Tasks.TaskAsync("pay", i => i.DueAt = new DateTime(2027, 3, 18, 17, 30, 0, DateTimeKind.Utc));
        await house.MoveAsync(id, "2027-03-29", plan: plan);
        Assert.Equal(new DateTime(2027, 4, 1, 16, 30, 0, DateTimeKind.Utc), (await house.Tasks.ItemAsync(id)).DueAt);
        await house.MoveAsync(id, "undated", plan: plan);
        Assert.Null((await house.Tasks.ItemAsync(id)).DueAt);
        await house.MoveAsync(id, "2027-03-22", plan: plan);
        Assert.Equal(new DateTime(2027, 3, 26, 16, 0, 0, DateTimeKind.Utc), (await house.Tasks.ItemAsync(id)).DueAt);
        await Assert.ThrowsAsync<RuleBroken>(() => house.MoveAsync(id, "before", plan: plan));
    }

    [Fact]
    public async Task A_full_column_refuses_or_warns_as_the_list_says()
    {
        await using var house = await BoardHouse.OpenAsync();
        var doing = await house.Tasks.StateAsync("In progress");
        await house.MoveAsync(await house.Tasks.TaskAsync("first"), $"{doing.Id}");
        doing.Limit = 1;
        await house.Tasks.Get<ListBook>().SaveStateAsync(doing, Ct);
        Assert.NotNull(await house.MoveAsync(await house.Tasks.TaskAsync("second"), $"{doing.Id}"));
        var strict = await house.Tasks.StateAsync("In progress");
        strict.RefusesAboveLimit = true;
        await house.Tasks.Get<ListBook>().SaveStateAsync(strict, Ct);
        var third = await house.Tasks.TaskAsync("third");
        await Assert.ThrowsAsync<RuleBroken>(() => house.MoveAsync(third, $"{doing.Id}"));
        Assert.NotEqual(doing.Id, (await house.Tasks.ItemAsync(third)).StateId);
    }

    [Fact]
    public async Task Two_people_who_move_one_card_at_once_lose_nothing()
    {
        await using var house = await BoardHouse.OpenAsync();
        var id = await house.Tasks.TaskAsync("wanted");
        var (doing, waiting) = (await house.KeyAsync("In progress"), await house.KeyAsync("Waiting"));
        await using var second = house.Tasks.House.Second();
        await Task.WhenAll(house.MoveAsync(id, doing), second.Get<BoardDesk>().MoveAsync(house.By(BoardField.State), new BoardMove(id, waiting), RequestKey.New(), Ct));
        var pile = Assert.Single(BoardHouse.Words(await house.ReadAsync()));
        Assert.Contains(pile.Key, new[] { $"{doing}/", $"{waiting}/" });
        Assert.Equal("wanted", pile.Value);
    }

    [Fact]
    public async Task Who_may_not_see_the_list_is_not_let_up_to_its_board()
    {
        await using var house = await BoardHouse.OpenAsync();
        var secret = await house.Tasks.Get<ListBook>().StartAsync("Secret", Audience.Members, ct: Ct);
        var stranger = await house.Tasks.WorkerAsync("Stranger");
        var desk = house.Tasks.As<BoardDesk>(stranger);
        await Assert.ThrowsAsync<RecordMissing>(() => desk.EnterAsync(new BoardPlan(secret), Ct));
        Assert.True((await desk.EnterAsync(house.By(BoardField.State), Ct)).MayMove);
    }

    [Fact]
    public async Task A_board_tells_what_happened_to_its_cards()
    {
        await using var house = await BoardHouse.OpenAsync();
        var amna = await house.Tasks.WorkerAsync("Amna");
        var (moved, fresh) = (await house.Tasks.TaskAsync("moved"), await house.Tasks.TaskAsync("fresh"));
        var doing = await house.KeyAsync("In progress");
        await house.Tasks.As<BoardDesk>(amna).MoveAsync(house.By(BoardField.State), new BoardMove(moved, doing), RequestKey.New(), Ct);
        var news = (await house.ReadAsync()).News;
        Assert.Equal((BoardEvent.Moved, "Amna"), (news[moved].What, news[moved].By));
        Assert.Equal(BoardEvent.New, news[fresh].What);
    }
}
