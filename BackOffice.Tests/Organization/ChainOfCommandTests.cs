using BackOffice.Domain.Organization.Structure;
using BackOffice.Tests.Inventory;

namespace BackOffice.Tests.Organization;

public sealed class ChainOfCommandTests : IAsyncLifetime
{
    private Staff staff = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => staff = await Staff.OpenAsync();

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task Everybody_above_is_found_nearest_first_and_a_vacant_seat_is_passed_over()
    {
        var (_, top) = await staff.HireAsync("Top");
        var (_, head) = await staff.HireAsync("Head", top);
        var vacant = await staff.SeatAsync("Vacant", head);
        var (clerk, _) = await staff.HireAsync("Clerk", vacant);

        var above = await staff.LookAsync(db => ChainOfCommand.AllAboveAsync(db, clerk, Staff.Today, Ct));
        var manager = await staff.LookAsync(db => ChainOfCommand.ManagerOfAsync(db, clerk, Staff.Today, Ct));

        Assert.Equal([("Head", "Seat of Head", 2), ("Top", "Seat of Top", 3)], above.Select(s => (s.Name, s.Title, s.Depth)));
        Assert.Equal("Head", manager!.Name);
    }

    [Fact]
    public async Task The_chain_is_that_of_the_day_that_is_asked_about()
    {
        var (first, a) = await staff.HireAsync("First");
        var (second, b) = await staff.HireAsync("Second");
        var (clerk, seat) = await staff.HireAsync("Clerk", a);
        var day = new DateOnly(2026, 6, 1);

        await staff.MoveAsync(seat, b, day);

        Task<bool> Above(long boss, DateOnly on) => staff.LookAsync(db => ChainOfCommand.IsAboveAsync(db, boss, clerk, on, Ct));
        Assert.Equal((true, false), (await Above(first, day.AddDays(-1)), await Above(first, day)));
        Assert.Equal((false, true), (await Above(second, day.AddDays(-1)), await Above(second, day)));
        Assert.Null(await staff.LookAsync(db => ChainOfCommand.ManagerOfAsync(db, clerk, Staff.Start.AddDays(-1), Ct)));
    }

    [Fact]
    public async Task Nobody_is_his_own_manager_when_he_fills_in_above_himself()
    {
        var (top, topSeat) = await staff.HireAsync("Top");
        var vacant = await staff.SeatAsync("Head", topSeat);
        var (clerk, _) = await staff.HireAsync("Clerk", vacant);
        await staff.AppointAsync(clerk, vacant, besides: true);

        Assert.Equal(top, (await staff.LookAsync(db => ChainOfCommand.ManagerOfAsync(db, clerk, Staff.Today, Ct)))!.PersonId);
        Assert.False(await staff.LookAsync(db => ChainOfCommand.IsAboveAsync(db, clerk, clerk, Staff.Today, Ct)));
    }

    [Fact]
    public async Task His_own_position_says_who_his_manager_is_but_people_are_below_him_through_every_seat()
    {
        var (boss, bossSeat) = await staff.HireAsync("Boss");
        var (_, otherSeat) = await staff.HireAsync("Other boss");
        var besides = await staff.SeatAsync("Project lead", otherSeat);
        var (helper, _) = await staff.HireAsync("Helper", besides);
        var (lead, _) = await staff.HireAsync("Lead", bossSeat);
        await staff.AppointAsync(lead, besides, besides: true);

        Assert.Equal(boss, (await staff.LookAsync(db => ChainOfCommand.ManagerOfAsync(db, lead, Staff.Today, Ct)))!.PersonId);
        Assert.Equal(["Boss"], (await staff.LookAsync(db => ChainOfCommand.AllAboveAsync(db, lead, Staff.Today, Ct))).Select(s => s.Name));
        Assert.Equal([helper], await staff.LookAsync(db => Task.FromResult(ChainOfCommand.AllBelow(db, lead, Staff.Today).ToList())));
    }

    [Fact]
    public async Task Every_question_about_the_chain_is_one_statement()
    {
        var (top, seat) = await staff.HireAsync("Top");
        for (var depth = 0; depth < 6; depth++) (_, seat) = await staff.HireAsync($"Level {depth}", seat);
        var (clerk, _) = await staff.HireAsync("Clerk", seat);

        async Task<int> Statements(Func<BackOffice.Domain.Platform.Saving.BackOfficeDb, Task> ask)
        {
            using var reads = new ReadsCounted(staff.House);
            await staff.LookAsync(async db => { await ask(db); return true; });
            return reads.Count;
        }

        Assert.Equal(1, await Statements(db => ChainOfCommand.ManagerOfAsync(db, clerk, Staff.Today, Ct)));
        Assert.Equal(1, await Statements(db => ChainOfCommand.AllAboveAsync(db, clerk, Staff.Today, Ct)));
        Assert.Equal(1, await Statements(db => ChainOfCommand.IsAboveAsync(db, top, clerk, Staff.Today, Ct)));
    }
}
