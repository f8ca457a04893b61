using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Organization.Teams;

namespace BackOffice.Tests.Organization;

public sealed class StructureTests : IAsyncLifetime
{
    private Staff staff = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => staff = await Staff.OpenAsync();

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task A_seat_that_moves_keeps_its_past_and_takes_everybody_below_it_along()
    {
        var top = await staff.SeatAsync("Top");
        var other = await staff.SeatAsync("Other");
        var head = await staff.SeatAsync("Head", top);
        var day = new DateOnly(2026, 5, 1);

        await staff.MoveAsync(head, other, day);

        Assert.Equal([("Other", day, null), ("Top", Staff.Start, (DateOnly?)day)], (await staff.Plan.PlacementsAsync(head, Ct)).Select(p => (p.Superior, p.FromOn, p.UntilOn)));
        Assert.Equal("Top", (await staff.Plan.StandingAsync(head, day.AddDays(-1), Ct)).Superior);
        Assert.Equal("Other", (await staff.Plan.StandingAsync(head, ct: Ct)).Superior);
    }

    [Fact]
    public async Task A_seat_is_held_by_one_person_at_a_time_and_a_person_holds_one_seat_of_his_own()
    {
        var (first, seat) = await staff.HireAsync("First");
        var second = await staff.PersonAsync("Second");
        var free = await staff.SeatAsync("Free");

        var taken = await Assert.ThrowsAsync<RuleBroken>(() => staff.AppointAsync(second, seat, Staff.Today));
        var twice = await Assert.ThrowsAsync<RuleBroken>(() => staff.AppointAsync(first, free, Staff.Today));
        await staff.AppointAsync(first, free, Staff.Today, besides: true);

        Assert.StartsWith("Seat of First is held by First from", taken.Message, StringComparison.Ordinal);
        Assert.StartsWith("First already holds Seat of First from", twice.Message, StringComparison.Ordinal);
        Assert.Empty((await staff.LookAsync(db => new HoldingProof().RunAsync(db, Ct))).Faults);
    }

    [Fact]
    public async Task An_end_before_a_start_is_refused_everywhere()
    {
        var (person, seat) = await staff.HireAsync("Somebody");
        var other = await staff.SeatAsync("Other");
        var (from, until) = (Staff.Today, Staff.Today);

        await Refused(() => staff.AppointAsync(person, other, from, until, besides: true));
        await Refused(() => staff.Plan.DrawAsync(new DottedLine { PositionId = seat, ToPositionId = other, FromOn = from, UntilOn = until }, ct: Ct));
        await Refused(() => staff.House.Get<TeamBook>().SaveAsync(new Team { Name = "Team", FromOn = from, UntilOn = from.AddDays(-1) }, ct: Ct));
        await Refused(() => staff.DepartmentAsync("Never", from: new DateOnly(9999, 1, 1)), "Enter a first day between 1900 and 2200.");

        static async Task Refused(Func<Task> work, string sentence = "The end must lie after the first day.") => Assert.Equal(sentence, (await Assert.ThrowsAsync<RuleBroken>(work)).Message);
    }

    [Fact]
    public async Task A_seat_ends_with_its_holder_but_not_while_others_report_to_it()
    {
        var (person, head) = await staff.HireAsync("Head");
        var clerk = await staff.SeatAsync("Clerk", head);
        var day = new DateOnly(2026, 12, 1);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => staff.Plan.EndAsync(head, day, ct: Ct));
        await staff.MoveAsync(clerk, null, day);
        await staff.Plan.EndAsync(head, day, ct: Ct);

        Assert.StartsWith("Clerk would report to Seat of Head on days on which that position does not exist", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(day, (await staff.Appointments.OfPersonAsync(person, Ct)).Single().UntilOn);
        Assert.False((await staff.Plan.StandingAsync(head, day, Ct)).Open);
        Assert.Empty((await staff.LookAsync(db => new CommandProof().RunAsync(db, Ct))).Faults);
    }

    [Fact]
    public async Task A_department_exists_as_long_as_what_stands_in_it_and_no_department_stands_below_itself()
    {
        var top = await staff.DepartmentAsync("Top");
        var low = await staff.DepartmentAsync("Low", top);
        await staff.SeatAsync("Seat", department: low);
        var tree = staff.House.Get<DepartmentTree>();

        async Task Change(long id, Action<Department> change)
        {
            var department = await tree.GetAsync(id, Ct);
            change(department);
            await tree.SaveAsync(department, ct: Ct);
        }

        Assert.Equal("Top cannot stand under Low, which stands below it.", (await Assert.ThrowsAsync<RuleBroken>(() => Change(top, d => d.ParentId = low))).Message);
        Assert.StartsWith("Low has positions", (await Assert.ThrowsAsync<RuleBroken>(() => Change(low, d => d.FromOn = Staff.Start.AddDays(1)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Seat would stand in", (await Assert.ThrowsAsync<RuleBroken>(() => staff.SeatAsync("Seat", from: Staff.Start.AddDays(-1)))).Message, StringComparison.Ordinal);
        Assert.Equal([("Company", 1), ("Top", 1), ("Low", 2)], (await tree.ListAsync(ct: Ct)).Select(d => (d.Name, d.Depth)));
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing()
    {
        var reader = await staff.House.PersonAsync("Reader", OrganizationPermissions.View);

        await Assert.ThrowsAsync<AccessDenied>(() => staff.House.As<StaffDirectory>(reader).SaveAsync(new Person { Name = "New" }, ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => staff.House.As<PositionPlan>(reader).MoveAsync(1, 1, null, Staff.Today, ct: Ct));
        Assert.NotNull(await staff.House.As<StaffDirectory>(reader).ListAsync(new GridQuery(), Ct));
    }

    [Fact]
    public async Task The_directory_shows_everybody_with_his_seat_department_and_manager()
    {
        var (_, seat) = await staff.HireAsync("Hina Raza");
        await staff.HireAsync("Omar Khan", seat);

        var rows = (await staff.House.Get<StaffDirectory>().ListAsync(new GridQuery { Sorts = [new("Name")] }, Ct)).Rows;

        Assert.Equal([("Hina Raza", "Seat of Hina Raza", "Company", null), ("Omar Khan", "Seat of Omar Khan", "Company", "Hina Raza")], rows.Select(r => (r.Name, r.Position, r.Department, r.Manager)));
        Assert.Equal("Omar Khan", Assert.Single(await staff.House.Get<StaffDirectory>().ChooseAsync("khan", ct: Ct)).Name);
    }
}
