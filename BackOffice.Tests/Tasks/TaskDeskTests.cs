using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class TaskDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_task_gets_the_next_number_and_stands_last_where_work_begins()
    {
        await using var house = await TaskHouse.OpenAsync();
        var first = await house.ItemAsync(await house.TaskAsync("First"));
        var second = await house.ItemAsync(await house.TaskAsync("Second"));

        Assert.Equal(("T-2026-00001", "T-2026-00002"), (first.Number, second.Number));
        Assert.Equal((await house.StateAsync("To do")).Id, second.StateId);
        Assert.True(string.CompareOrdinal(first.Rank, second.Rank) < 0);
        Assert.All(await house.Get<Verification>().RunAsync(Ct), r => Assert.Empty(r.Faults));
    }

    [Theory]
    [InlineData(10_000, null, null, "Title is longer than 200 characters. Shorten it.")]
    [InlineData(0, null, null, "Title is missing. Enter it.")]
    [InlineData(5, "2026-12-02T09:00", "2026-12-01T09:00", "The task would be due before it starts. Change one of the two.")]
    [InlineData(5, null, "9999-12-31T23:59", "A task starts and ends between the years 2000 and 2199. Check the day.")]
    [InlineData(5, "0001-01-01T00:00", null, "A task starts and ends between the years 2000 and 2199. Check the day.")]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(int letters, string? start, string? due, string sentence)
    {
        await using var house = await TaskHouse.OpenAsync();
        DateTime? At(string? text) => text is null ? null : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.TaskAsync(new string('a', letters), t => (t.StartAt, t.DueAt) = (At(start), At(due))));

        Assert.Equal(sentence, refused.Message);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<WorkItem>().CountAsync(Ct)));
        Assert.Equal("T-2026-00001", (await house.ItemAsync(await house.TaskAsync("Good"))).Number);
    }

    [Fact]
    public async Task A_move_writes_the_row_that_moves_and_no_other()
    {
        await using var house = await TaskHouse.OpenAsync();
        var ids = new List<long>();
        foreach (var title in new[] { "a", "b", "c", "d" }) ids.Add(await house.TaskAsync(title));
        var before = await VersionsAsync();

        await house.Get<TaskDesk>().MoveAsync(ids[3], (await house.StateAsync("To do")).Id, new Spot(AfterId: ids[0]), ct: Ct);
        await house.Get<TaskDesk>().MoveAsync(ids[2], (await house.StateAsync("To do")).Id, new Spot(BeforeId: ids[0]), ct: Ct);

        Assert.Equal(["c", "a", "d", "b"], await house.ReadAsync(db => db.Set<WorkItem>().OrderBy(i => i.Rank).Select(i => i.Title).ToListAsync(Ct)));
        Assert.Equal([ids[2], ids[3]], (await VersionsAsync()).Except(before).Select(v => v.Id).Order());
        async Task<List<(long Id, int Version)>> VersionsAsync() => (await house.ReadAsync(db => db.Set<WorkItem>().Select(i => new { i.Id, i.Version }).ToListAsync(Ct))).ConvertAll(v => (v.Id, v.Version));
    }

    [Fact]
    public async Task Two_hundred_moves_into_one_gap_number_the_column_anew_and_lose_no_order()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (top, a, b) = (await house.TaskAsync("top"), await house.TaskAsync("a"), await house.TaskAsync("b"));
        var state = (await house.StateAsync("To do")).Id;
        for (var i = 0; i < 110; i++)
        {
            await house.Get<TaskDesk>().MoveAsync(a, state, new Spot(AfterId: top), ct: Ct);
            await house.Get<TaskDesk>().MoveAsync(b, state, new Spot(AfterId: top), ct: Ct);
        }

        Assert.Equal(["top", "b", "a"], await house.ReadAsync(db => db.Set<WorkItem>().OrderBy(i => i.Rank).Select(i => i.Title).ToListAsync(Ct)));
        Assert.All(await house.ReadAsync(db => db.Set<WorkItem>().Select(i => i.Rank).ToListAsync(Ct)), r => Assert.True(r.Length <= RankKey.Longest, r));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_column_refuses_or_only_says_so_as_the_list_wants(bool refuses)
    {
        await using var house = await TaskHouse.OpenAsync();
        var state = await house.StateAsync("In progress");
        (state.Limit, state.RefusesAboveLimit) = (1, refuses);
        await house.Get<ListBook>().SaveStateAsync(state, Ct);
        var (a, b) = (await house.TaskAsync("a"), await house.TaskAsync("b"));

        Assert.Null(await house.Get<TaskDesk>().MoveAsync(a, state.Id, ct: Ct));
        Assert.Null(await house.Get<TaskDesk>().MoveAsync(a, state.Id, ct: Ct));
        if (!refuses) Assert.Equal("In progress should hold at most 1 tasks and now has 2.", (await house.Get<TaskDesk>().MoveAsync(b, state.Id, ct: Ct))!.Text);
        else
        {
            Assert.Equal("In progress holds at most 1 tasks and has 1. Finish or move one first.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<TaskDesk>().MoveAsync(b, state.Id, ct: Ct))).Message);
            Assert.Equal((await house.StateAsync("To do")).Id, (await house.ItemAsync(b)).StateId);
        }
    }

    [Fact]
    public async Task A_task_with_open_parts_is_not_finished()
    {
        await using var house = await TaskHouse.OpenAsync();
        var whole = await house.TaskAsync("whole");
        var part = await house.TaskAsync("part", t => t.DueAt = house.House.Clock.GetUtcNow().UtcDateTime.AddDays(1), whole);

        Assert.Equal("T-2026-00001 has an open part: T-2026-00002. Finish or cancel it first.", (await Assert.ThrowsAsync<RuleBroken>(() => house.Get<TaskDesk>().FinishAsync(whole, ct: Ct))).Message);
        await house.Get<TaskDesk>().FinishAsync(part, StateGroup.Cancelled, ct: Ct);
        await house.Get<TaskDesk>().FinishAsync(whole, ct: Ct);

        var done = await house.ItemAsync(whole);
        Assert.Equal((StateGroup.Done, house.House.Clock.GetUtcNow().UtcDateTime), (done.Group, done.EndedAt));
        Assert.Contains("has ended", (await Assert.ThrowsAsync<RuleBroken>(() => house.TaskAsync("late part", null, whole))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_go_five_levels_deep_and_no_deeper()
    {
        await using var house = await TaskHouse.OpenAsync();
        long? above = null;
        for (var i = 0; i < 6; i++) above = await house.TaskAsync($"level {i}", null, above);

        Assert.Equal("A task has parts, and they have parts, 5 levels deep at most.", (await Assert.ThrowsAsync<RuleBroken>(() => house.TaskAsync("too deep", null, above))).Message);
    }

    [Fact]
    public async Task The_slower_of_two_who_save_the_same_task_is_told()
    {
        await using var house = await TaskHouse.OpenAsync();
        var id = await house.TaskAsync("a");
        var (mine, yours) = (await house.ItemAsync(id), await house.ItemAsync(id));
        mine.Title = "mine";
        yours.Title = "yours";
        await house.Get<TaskDesk>().SaveAsync(mine, Ct);

        await Assert.ThrowsAsync<StaleRecord>(() => house.Get<TaskDesk>().SaveAsync(yours, Ct));
        Assert.Equal("mine", (await house.ItemAsync(id)).Title);
    }

    [Fact]
    public async Task A_task_goes_to_another_list_with_its_parts()
    {
        await using var house = await TaskHouse.OpenAsync();
        var whole = await house.TaskAsync("whole");
        var part = await house.TaskAsync("part", null, whole);
        await house.Get<TaskDesk>().FinishAsync(part, ct: Ct);
        var other = await house.Get<ListBook>().StartAsync("Other", Audience.Everybody, ct: Ct);

        await house.Get<TaskDesk>().TakeToAsync(whole, other, ct: Ct);

        Assert.Equal([(other, StateGroup.ToDo), (other, StateGroup.Done)], [.. (await Task.WhenAll(house.ItemAsync(whole), house.ItemAsync(part))).Select(i => (i.ListId, i.Group))]);
    }

    [Fact]
    public async Task The_checklist_remembers_who_ticked_what()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var id = await house.TaskAsync("a");
        var parts = house.As<TaskParts>(anna);
        var (first, second) = (await parts.AddPointAsync(id, "Call", ct: Ct), await parts.AddPointAsync(id, "Write", ct: Ct));
        await parts.TickAsync(first, true, Ct);
        await parts.RemovePointAsync(second, Ct);

        var sheet = await house.Get<TaskBook>().OpenAsync(id, Ct);
        Assert.Equal(("Call", "Anna"), (Assert.Single(sheet.Points).Text, sheet.Points[0].TickedBy));
        Assert.Equal((1, 1), (sheet.Row.CheckPoints, sheet.Row.Ticked));
    }
}
