using BackOffice.Domain.Organization.Chart;
using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.Handover;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Tests.Inventory;

namespace BackOffice.Tests.Organization;

public sealed class HandoverTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private Staff staff = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HandoverDesk Desk => staff.House.Get<HandoverDesk>();

    public async ValueTask InitializeAsync() => staff = await Staff.OpenAsync();

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task Whoever_leaves_shows_what_would_be_left_and_it_goes_to_somebody_in_the_same_step()
    {
        var (head, seat) = await staff.HireAsync("Head");
        var (clerk, _) = await staff.HireAsync("Clerk", seat);

        Assert.Equal("Seat of Head", Assert.Single(Assert.Single(await Desk.BeforeLeavingAsync(head, Day, Ct)).Records).Title);
        Assert.StartsWith("Something of Head would be left", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.LeaveAsync(head, Day, null, ct: Ct))).Message, StringComparison.Ordinal);
        Assert.Null((await staff.House.Get<StaffDirectory>().GetAsync(head, Ct)).LeftOn);
        await Desk.LeaveAsync(head, Day, clerk, ct: Ct);

        Assert.Equal([("Clerk", true, Day), ("Head", false, Staff.Start)], (await staff.Appointments.OfPositionAsync(seat, Ct)).Select(h => (h.Person, h.Besides, h.FromOn)));
        Assert.Equal(Day, (await staff.House.Get<StaffDirectory>().GetAsync(head, Ct)).LeftOn);
    }

    [Fact]
    public async Task A_person_moves_to_another_seat_on_a_day()
    {
        var (person, old) = await staff.HireAsync("Person");
        var seat = await staff.SeatAsync("New");

        await Desk.MoveAsync(person, seat, Day, null, ct: Ct);

        Assert.Equal([("New", Day, null), ("Seat of Person", Staff.Start, (DateOnly?)Day)], (await staff.Appointments.OfPersonAsync(person, Ct)).Select(h => (h.Position, h.FromOn, h.UntilOn)));
        Assert.True((await staff.Plan.StandingAsync(old, Day, Ct)).Vacant);
    }

    [Fact]
    public async Task A_department_that_closes_gives_its_seats_away_or_ends_them_and_nobody_reports_to_nothing()
    {
        var (going, staying) = (await staff.DepartmentAsync("Going"), await staff.DepartmentAsync("Staying"));
        var below = await staff.DepartmentAsync("Below", going);
        var top = await staff.SeatAsync("Top", department: staying);
        var head = await staff.SeatAsync("Head", top, department: going);
        var inner = await staff.SeatAsync("Inner", head, department: below);
        var outer = await staff.SeatAsync("Outer", inner, department: staying);
        var closing = staff.House.Get<DepartmentClosing>();

        Assert.Equal(["Head", "Inner"], (await closing.BeforeAsync(going, Day, Ct)).Positions.Select(p => p.Title));
        await closing.MoveIntoAsync(going, Day, staying, ct: Ct);
        Assert.Equal("Staying", (await staff.Plan.StandingAsync(head, Day, Ct)).Department);
        var boss = await staff.PersonAsync("Boss");
        await closing.EndWithSeatsAsync(below, Day.AddDays(30), boss, ct: Ct);

        Assert.Equal("Head", (await staff.Plan.StandingAsync(outer, Day.AddDays(30), Ct)).Superior);
        Assert.False((await staff.Plan.StandingAsync(inner, Day.AddDays(30), Ct)).Open);
        Assert.Empty((await staff.LookAsync(db => new CommandProof().RunAsync(db, Ct))).Faults);
    }

    [Fact]
    public async Task An_imported_person_is_joined_with_the_account_that_has_signed_in()
    {
        var (person, _) = await staff.HireAsync("Hina Raza");
        var account = await staff.House.Get<SignInDesk>().ArriveAsync(new Arrival("tenant", "one", "Hina R.", "hina@example.com"), Ct);
        var file = staff.House.Get<PersonalFile>();

        var newcomer = Assert.Single(await file.NewcomersAsync("", Ct));
        await file.JoinAsync(person, newcomer.Id, ct: Ct);

        Assert.Equal(account.Id, (await staff.House.Get<StaffDirectory>().GetAsync(person, Ct)).AccountId);
        Assert.Equal("Hina R.", (await file.OfAsync(person, Ct)).Account);
        Assert.Empty(await file.NewcomersAsync("", Ct));
    }

    [Fact]
    public async Task The_chart_asks_once_a_level_and_counts_direct_and_all_below()
    {
        var (_, top) = await staff.HireAsync("Top");
        for (var i = 0; i < 5; i++)
        {
            var (_, head) = await staff.HireAsync($"Head {i}", top);
            for (var j = 0; j < 3; j++) await staff.SeatAsync($"Vacant {i} {j}", head);
        }
        var chart = staff.House.Get<OrganizationChart>();

        using var reads = new ReadsCounted(staff.House);
        var level = await chart.BelowAsync([top], Staff.Today, Ct);

        Assert.Equal(1, reads.Count);
        Assert.Equal((5, 20), ((await chart.TopAsync(Staff.Today, Ct))[0].Direct, (await chart.TopAsync(Staff.Today, Ct))[0].Below));
        Assert.All(level, s => Assert.Equal((3, 3, top), (s.Direct, s.Below, s.SuperiorId)));
        Assert.Equal(21, (await chart.DrawnAsync(null, 3, Staff.Today, Ct)).Count);
        Assert.Equal(6, (await chart.DrawnAsync(top, 2, Staff.Today, Ct)).Count);
    }
}
