using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks.Deadlines;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

/// <summary>The house's clock stands at Monday 23 November 2026, 09:00 UTC: 10:00 in Berlin, where work is done from 8 to 12 and from 13 to 17.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string> RunAsync(TaskHouse house)
    {
        var run = new RunningJob((_, _, _) => Task.CompletedTask);
        await house.Get<DeadlineReminders>().RunAsync(run, Ct);
        return run.ResultWords!;
    }

    private static async Task<List<string>> ToldAsync(TaskHouse house, Worker who) =>
        [.. (await house.As<NoticeBoard>(who).MineAsync(ct: Ct)).Where(n => !n.Sentence.EndsWith("given to you.", StringComparison.Ordinal)).OrderBy(n => n.Id).Select(n => string.Format(System.Globalization.CultureInfo.InvariantCulture, n.Sentence, n.Values))];

    private static Task<long> DueAsync(TaskHouse house, Worker who, string title, DateTime due) => house.TaskAsync(title, t => (t.AssigneeId, t.DueAt) = (who.PersonId, due));

    [Fact]
    public async Task Everything_that_is_due_is_told_in_one_notice_and_once()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        await DueAsync(house, anna, "late", Monday.AddDays(-3));
        await DueAsync(house, anna, "today", Monday.AddHours(5));
        await DueAsync(house, anna, "far", Monday.AddDays(9));

        Assert.Equal("1 people told of 2 tasks, 0 escalated", await RunAsync(house));
        Assert.Equal("Nothing new is due", await RunAsync(house));

        Assert.Equal(["2 of your tasks are due or will soon be, 1 of them now. The first is T-2026-00001 late."], await ToldAsync(house, anna));
    }

    [Fact]
    public async Task Before_at_and_after_the_due_time_each_is_said_once_in_working_hours()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        // Tuesday 12:00 in Berlin: eight working hours before that it is Monday 13:00.
        await DueAsync(house, anna, "offer", new DateTime(2026, 11, 24, 11, 0, 0, DateTimeKind.Utc));
        await RunAsync(house);
        Assert.Empty(await ToldAsync(house, anna));
        for (var quarter = 0; quarter < 4 * 48; quarter++)
        {
            house.House.Clock.Advance(TimeSpan.FromMinutes(15));
            await RunAsync(house);
        }

        // Told on Monday at 13:00; due on Tuesday at 12:00, when the break begins, so told at 13:00; again eight working hours later, which this test does not see.
        Assert.Equal(["T-2026-00001 offer will soon be due.", "T-2026-00001 offer is due."], await ToldAsync(house, anna));
        Assert.All(await house.ReadAsync(db => db.Set<Notice>().Select(n => n.At).ToListAsync(Ct)), at => Assert.InRange(at.Hour, 7, 15));
    }

    [Fact]
    public async Task Nobody_is_told_outside_his_own_hours_wherever_he_is()
    {
        await using var house = await TaskHouse.OpenAsync();
        var (berlin, karachi, newYork) = (await house.WorkerAsync("Berlin"), await house.WorkerAsync("Karachi"), await house.WorkerAsync("New York"));
        await house.ChangeAsync(async db =>
        {
            (await db.FindAsync<Person>(karachi.PersonId, Ct)).TimeZone = "Asia/Karachi";
            (await db.FindAsync<Person>(newYork.PersonId, Ct)).TimeZone = "America/New_York";
        });
        foreach (var who in new[] { berlin, karachi, newYork }) await DueAsync(house, who, "late", Monday.AddDays(-1));

        // 09:00 UTC: 10:00 in Berlin, 14:00 in Karachi, 04:00 in New York.
        await RunAsync(house);
        Assert.Equal((1, 1, 0), ((await ToldAsync(house, berlin)).Count, (await ToldAsync(house, karachi)).Count, (await ToldAsync(house, newYork)).Count));
        house.House.Clock.Advance(TimeSpan.FromHours(5));
        await RunAsync(house);
        Assert.Single(await ToldAsync(house, newYork));
    }

    [Fact]
    public async Task Another_due_time_begins_anew_and_what_is_done_is_not_spoken_of()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var (moved, done) = (await DueAsync(house, anna, "moved", Monday.AddHours(-1)), await DueAsync(house, anna, "done", Monday.AddHours(-1)));
        await house.Get<TaskDesk>().FinishAsync(done, ct: Ct);
        await RunAsync(house);
        await house.Get<TaskDesk>().PlanAsync(moved, null, Monday.AddHours(1), ct: Ct);
        await RunAsync(house);
        house.House.Clock.Advance(TimeSpan.FromHours(3.5));
        await RunAsync(house);

        Assert.Equal(["T-2026-00001 moved is due.", "T-2026-00001 moved will soon be due.", "T-2026-00001 moved is due."], await ToldAsync(house, anna));
    }

    [Fact]
    public async Task A_run_that_is_broken_off_is_finished_by_the_next_and_nobody_hears_twice()
    {
        await using var house = await TaskHouse.OpenAsync();
        var workers = new List<Worker>();
        for (var i = 0; i < 3; i++) workers.Add(await house.WorkerAsync($"W{i}"));
        foreach (var who in workers) await DueAsync(house, who, "late", Monday.AddHours(-1));
        using var stop = new CancellationTokenSource();
        var run = new RunningJob((_, _, _) => stop.CancelAsync());
        await Record.ExceptionAsync(() => house.Get<DeadlineReminders>().RunAsync(run, stop.Token));
        await RunAsync(house);

        foreach (var who in workers) Assert.Single(await ToldAsync(house, who));
        Assert.Equal(3, await house.ReadAsync(db => db.Set<Reminder>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Telling_changes_nothing_of_the_task()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var id = await DueAsync(house, anna, "late", Monday.AddHours(-1));
        var open = await house.ItemAsync(id);
        await RunAsync(house);
        open.Title = "still mine";
        await house.Get<TaskDesk>().SaveAsync(open, Ct);

        Assert.Equal("still mine", (await house.ItemAsync(id)).Title);
    }

    [Fact]
    public async Task Untouched_tasks_are_asked_about_and_parked_when_nobody_answers()
    {
        await using var house = await TaskHouse.OpenAsync();
        var anna = await house.WorkerAsync("Anna");
        var list = await house.ListAsync();
        (list.AskAfterDays, list.ParkAfterDays) = (10, 5);
        await house.Get<ListBook>().SaveAsync(list, Ct);
        var parking = await house.Get<ListBook>().AddStateAsync(house.ListId, "Parked", StateGroup.Backlog, Ct);
        var (idle, touched) = (await house.TaskAsync("idle", t => t.AssigneeId = anna.PersonId), await house.TaskAsync("touched", t => t.AssigneeId = anna.PersonId));
        async Task<string> LaterAsync(int days)
        {
            house.House.Clock.Advance(TimeSpan.FromDays(days));
            var run = new RunningJob((_, _, _) => Task.CompletedTask);
            await house.Get<StaleTasks>().RunAsync(run, Ct);
            return run.ResultWords!;
        }

        Assert.Equal("Every task was touched lately", await LaterAsync(9));
        Assert.Equal("2 asked about, 0 parked", await LaterAsync(2));
        Assert.Equal(["2 of your tasks in Office rest since 10 days. Is T-2026-00001 idle still wanted?"], await ToldAsync(house, anna));
        await house.Get<TaskDesk>().PrioritiseAsync(touched, Priority.High, ct: Ct);
        Assert.Equal("0 asked about, 1 parked", await LaterAsync(6));

        Assert.Equal((parking, StateGroup.ToDo), ((await house.ItemAsync(idle)).StateId, (await house.ItemAsync(touched)).Group));
        Assert.Contains(await house.Get<AuditTrail>().HistoryAsync(RecordRef.Of<WorkItem>(idle), ct: Ct), a => a.Changes.Contains("Backlog", StringComparison.Ordinal));
    }
}
