using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks.Deadlines;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

/// <summary>Tasks and the order of the company: escalation up the chain, lists of departments and teams, work that is left behind.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private TaskHouse house = default!;
    private long job;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await TaskHouse.OpenAsync();
        job = await house.Get<JobBook>().SaveAsync(new Job { Title = "Job" }, ct: Ct);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private Task<long> DepartmentAsync(string name, long? parent = null) => house.Get<DepartmentTree>().SaveAsync(new Department { Name = name, ParentId = parent, FromOn = Start }, ct: Ct);

    private async Task<(Worker Who, long Seat)> SeatedAsync(string name, long department, long? superior = null)
    {
        var who = await house.WorkerAsync(name);
        var seat = await house.Get<PositionPlan>().OpenAsync(new Position { JobId = job, Title = $"Seat of {name}" }, new Placement { DepartmentId = department, SuperiorId = superior, FromOn = Start }, ct: Ct);
        await house.Get<Appointments>().AppointAsync(new Holding { PersonId = who.PersonId, PositionId = seat, FromOn = Start }, ct: Ct);
        return (who, seat);
    }

    private async Task<List<string>> ToldAsync(Worker who) => [.. (await house.As<NoticeBoard>(who).MineAsync(ct: Ct)).OrderBy(n => n.Id).Select(n => string.Format(System.Globalization.CultureInfo.InvariantCulture, n.Sentence, n.Values))];

    [Fact]
    public async Task A_late_task_goes_up_step_by_step_until_a_manager_gives_it_time()
    {
        var company = await DepartmentAsync("Company");
        var (top, topSeat) = await SeatedAsync("Top", company);
        var (boss, bossSeat) = await SeatedAsync("Boss", company, topSeat);
        var (clerk, _) = await SeatedAsync("Clerk", company, bossSeat);
        var list = await house.ListAsync();
        (list.EscalateEvery, list.RemindEvery) = (4, null);
        await house.Get<ListBook>().SaveAsync(list, Ct);
        var id = await house.TaskAsync("offer", t => (t.AssigneeId, t.DueAt) = (clerk.PersonId, new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc)));
        async Task AfterAsync(double hours)
        {
            house.House.Clock.Advance(TimeSpan.FromHours(hours));
            await house.Get<DeadlineReminders>().RunAsync(new RunningJob((_, _, _) => Task.CompletedTask), Ct);
        }

        // Due at 10:00 in Berlin; four working hours later, with the break, it is 15:00.
        await AfterAsync(0.5);
        Assert.Empty(await ToldAsync(boss));
        await AfterAsync(5);
        Assert.Equal(["T-2026-00001 offer of Clerk is late."], await ToldAsync(boss));
        await AfterAsync(0.5);
        Assert.Single(await ToldAsync(boss));
        Assert.Empty(await ToldAsync(top));

        await Assert.ThrowsAsync<RuleBroken>(() => house.As<EscalationDesk>(clerk).SnoozeAsync(id, house.House.Clock.GetUtcNow().UtcDateTime.AddDays(1), Ct));
        await house.As<EscalationDesk>(boss).SnoozeAsync(id, house.House.Clock.GetUtcNow().UtcDateTime.AddDays(2), Ct);
        await AfterAsync(24);
        Assert.Empty(await ToldAsync(top));
        await AfterAsync(42);
        Assert.Equal(["T-2026-00001 offer of Clerk is late."], await ToldAsync(top));

        Assert.Equal([(2, "Top"), (1, "Boss")], (await house.Get<EscalationDesk>().OfTaskAsync(id, Ct)).Select(e => (e.Step, e.To)));
        Assert.Contains(await house.Get<AuditTrail>().HistoryAsync(RecordRef.Of<WorkItem>(id), ct: Ct), a => a.Changes.Contains("SnoozedUntil", StringComparison.Ordinal) && a.ActorName == "Boss");
    }

    [Fact]
    public async Task A_list_is_open_to_the_people_of_its_departments_those_below_and_its_teams()
    {
        var company = await DepartmentAsync("Company");
        var sales = await DepartmentAsync("Sales", company);
        var export = await DepartmentAsync("Export", sales);
        var (seller, _) = await SeatedAsync("Seller", sales);
        var (exporter, _) = await SeatedAsync("Exporter", export);
        var (chief, _) = await SeatedAsync("Chief", company);
        var mate = await house.WorkerAsync("Mate");
        var team = await house.Get<TeamBook>().SaveAsync(new Team { Name = "Fair", FromOn = Start }, ct: Ct);
        await house.Get<TeamBook>().JoinAsync(new TeamMember { TeamId = team, PersonId = mate.PersonId, FromOn = Start, UntilOn = new DateOnly(2026, 12, 1) }, ct: Ct);
        var list = await house.Get<ListBook>().StartAsync("Fair", ct: Ct);
        await house.Get<ListDoor>().AdmitAsync(list, MemberKind.Department, sales, mayEdit: true, Ct);
        await house.Get<ListDoor>().AdmitAsync(list, MemberKind.Team, team, mayEdit: false, Ct);
        async Task<bool> SeesAsync(Worker who) => (await house.As<ListBook>(who).ListAsync(new GridQuery(), Ct)).Rows.Any(r => r.Id == list);

        Assert.Equal((true, true, false, true), (await SeesAsync(seller), await SeesAsync(exporter), await SeesAsync(chief), await SeesAsync(mate)));
        Assert.Equal(["Exporter", "Mate", "Seller"], (await house.Get<TaskBook>().PeopleAsync(list, ct: Ct)).Select(p => p.Name));
        Assert.Contains(await house.As<ListBook>(exporter).MineAsync(Ct), l => l.Id == list);
        Assert.DoesNotContain(await house.As<ListBook>(mate).MineAsync(Ct), l => l.Id == list);
        house.House.Clock.Advance(TimeSpan.FromDays(10));

        Assert.False(await SeesAsync(mate));
        Assert.Equal([("Sales", MemberKind.Department), ("Fair", MemberKind.Team)], (await house.Get<ListDoor>().MembersAsync(list, Ct)).Select(m => (m.Name, m.Kind)));
    }

    [Fact]
    public async Task Open_tasks_of_somebody_who_leaves_are_shown_and_handed_over()
    {
        var (anna, ben) = (await house.WorkerAsync("Anna"), await house.WorkerAsync("Ben"));
        var (open, done) = (await house.TaskAsync("open", t => t.AssigneeId = anna.PersonId), await house.TaskAsync("done", t => t.AssigneeId = anna.PersonId));
        await house.Get<TaskDesk>().FinishAsync(done, ct: Ct);
        var leaving = new Leaving(anna.PersonId, [], new DateOnly(2026, 12, 1), Leaves: true);

        Assert.Equal(["T-2026-00001 open"], (await house.ReadAsync(db => new OwnedTasks().FindAsync(db, leaving, 10, Ct))).Select(r => r.Title));
        await house.ChangeAsync(async db => Assert.Equal(1, await new OwnedTasks().HandOverAsync(db, leaving, ben.PersonId, Ct)));

        Assert.Equal((ben.PersonId, anna.PersonId), ((await house.ItemAsync(open)).AssigneeId, (await house.ItemAsync(done)).AssigneeId));
    }
}
