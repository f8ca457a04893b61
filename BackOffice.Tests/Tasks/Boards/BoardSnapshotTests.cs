using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks.Boards;

public sealed class BoardSnapshotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whoever_follows_the_differences_sees_what_a_fresh_reader_sees(int seed)
    {
        var chance = new Random(seed);
        await using var house = await BoardHouse.OpenAsync();
        var amna = await house.Tasks.WorkerAsync("Amna");
        var states = (await house.Tasks.ListAsync()).States.Select(s => s.Id).ToList();
        var ids = new List<long>();
        for (var i = 0; i < 8; i++) ids.Add(await house.Tasks.TaskAsync($"t{i}", t => t.Priority = (Priority)chance.Next(4)));
        await house.Tasks.Get<TaskDesk>().AssignAsync(ids[0], amna.PersonId, RequestKey.New(), Ct);
        BoardPlan[] plans = [house.By(BoardField.State), house.By(BoardField.Priority, BoardField.State), house.By(BoardField.DueWeek), house.By(BoardField.Assignee)];
        var followed = new List<BoardSnapshot>();
        foreach (var plan in plans) followed.Add(await house.ReadAsync(plan));
        for (var round = 0; round < 20; round++)
        {
            var id = ids[chance.Next(ids.Count)];
            await (chance.Next(4) switch
            {
                0 => house.Tasks.Get<TaskDesk>().PrioritiseAsync(id, (Priority)chance.Next(4), RequestKey.New(), Ct),
                1 => house.Tasks.Get<TaskDesk>().PlanAsync(id, null, house.Tasks.House.Clock.GetUtcNow().UtcDateTime.AddDays(chance.Next(-10, 40)), RequestKey.New(), Ct),
                2 => house.Tasks.Get<TaskDesk>().AssignAsync(id, chance.Next(2) == 0 ? amna.PersonId : null, RequestKey.New(), Ct),
                _ => house.MoveAsync(id, $"{states[chance.Next(states.Count)]}", new Spot(AfterId: ids[chance.Next(ids.Count)])),
            });
            followed = [.. (await house.Desk.FollowAsync(followed, [id], Ct)).Select(b => b ?? throw new InvalidOperationException("A column was missing."))];
        }
        for (var i = 0; i < plans.Length; i++) Assert.Equal(BoardHouse.Words(await house.ReadAsync(plans[i])), BoardHouse.Words(followed[i]));
    }

    [Fact]
    public async Task What_nothing_happened_to_stays_the_very_same()
    {
        await using var house = await BoardHouse.OpenAsync();
        var id = await house.Tasks.TaskAsync("one");
        await house.Tasks.TaskAsync("two");
        var before = await house.ReadAsync();
        var doing = await house.KeyAsync("In progress");
        await house.MoveAsync(id, doing);
        var after = (await house.Desk.FollowAsync([before], [id], Ct))[0]!;
        Assert.Equal(2, after.Piles.Count(p => !ReferenceEquals(p.Value, before.Piles[p.Key])));
        Assert.Same(after, (await house.Desk.FollowAsync([after], [999_999], Ct))[0]);
    }

    [Fact]
    public async Task Somebody_new_on_a_board_by_people_needs_a_column_and_so_a_fresh_reading()
    {
        await using var house = await BoardHouse.OpenAsync();
        var id = await house.Tasks.TaskAsync("one");
        var board = await house.ReadAsync(house.By(BoardField.Assignee));
        var amna = await house.Tasks.WorkerAsync("Amna");
        await house.Tasks.Get<TaskDesk>().AssignAsync(id, amna.PersonId, RequestKey.New(), Ct);
        Assert.Null((await house.Desk.FollowAsync([board], [id], Ct))[0]);
    }

    [Fact]
    public async Task A_card_in_the_hand_lies_where_the_hand_is_and_the_board_itself_stays()
    {
        await using var house = await BoardHouse.OpenAsync();
        var (a, b) = (await house.Tasks.TaskAsync("a"), await house.Tasks.TaskAsync("b"));
        var (board, todo, doing) = (await house.ReadAsync(), await house.KeyAsync("To do"), await house.KeyAsync("In progress"));
        Assert.Equal("b,a", BoardHouse.Words(board.Place(new BoardMove(a, todo, "", new Spot(AfterId: b))))[$"{todo}/"]);
        Assert.Equal("a", BoardHouse.Words(board.Place(new BoardMove(a, doing)))[$"{doing}/"]);
        Assert.Equal("a,b", BoardHouse.Words(board)[$"{todo}/"]);
        Assert.Same(board, board.Place(new BoardMove(999, doing)));
    }

    [Fact]
    public async Task A_board_holds_open_work_and_what_was_finished_today()
    {
        await using var house = await BoardHouse.OpenAsync();
        await house.Tasks.TaskAsync("open");
        await house.Tasks.Get<TaskDesk>().FinishAsync(await house.Tasks.TaskAsync("done"), StateGroup.Done, ct: Ct);
        Assert.Equal(2, (await house.ReadAsync()).Cards.Count);
        house.Tasks.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("open", Assert.Single((await house.ReadAsync()).Cards.Values).Row.Title);
    }
}
