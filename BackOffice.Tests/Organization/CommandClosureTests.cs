using BackOffice.Domain.Organization.Command;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Tests.Organization;

/// <summary>The stored chain of command against a plain walk up the placements, day by day.</summary>
public sealed class CommandClosureTests
{
    private const int Seats = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Random_moves_leave_the_links_that_a_walk_finds_on_every_day_and_refuse_exactly_the_circles(int seed)
    {
        var chance = new Random(seed);
        await using var staff = await Staff.OpenAsync();
        var seats = new List<long>();
        for (var i = 0; i < Seats; i++) seats.Add(await staff.SeatAsync($"Seat {i}", i == 0 ? null : chance.Next(3) == 0 ? null : seats[chance.Next(seats.Count)]));

        var refused = 0;
        for (var move = 0; move < 40; move++)
        {
            var (seat, superior, day) = (seats[chance.Next(Seats)], chance.Next(6) == 0 ? (long?)null : seats[chance.Next(Seats)], Staff.Start.AddDays(chance.Next(12)));
            var before = await PlacementsAsync(staff);
            var circle = await Record.ExceptionAsync(() => staff.MoveAsync(seat, superior, day));
            if (circle is not null)
            {
                Assert.IsType<RuleBroken>(circle);
                Assert.Equal(before.Count, (await PlacementsAsync(staff)).Count);
                refused++;
            }
            Assert.Equal(circle is not null, ClosesCircle(before, seat, superior, day));
            await RequireWalkAsync(staff);
        }
        Assert.InRange(refused, 1, 39);
        Assert.Empty((await staff.LookAsync(db => new CommandProof().RunAsync(db, Ct))).Faults);
    }

    [Fact]
    public async Task The_proof_finds_a_link_that_is_missing_and_one_that_is_too_many()
    {
        await using var staff = await Staff.OpenAsync();
        var top = await staff.SeatAsync("Top");
        var low = await staff.SeatAsync("Low", top);
        await staff.House.Get<Office>().ChangeAsync("organization.edit", async db =>
        {
            var link = await db.Set<CommandLink>().SingleAsync(Ct);
            (link.AboveId, link.BelowId) = (low, top);
        }, Ct);

        var faults = (await staff.LookAsync(db => new CommandProof().RunAsync(db, Ct))).Faults;

        Assert.Equal(2, faults.Count);
        Assert.Contains("is missing", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_may_change_places_above_each_other_as_long_as_the_days_differ()
    {
        await using var staff = await Staff.OpenAsync();
        var a = await staff.SeatAsync("A");
        var b = await staff.SeatAsync("B", a);
        var day = Staff.Start.AddDays(100);
        await staff.MoveAsync(b, null, day);

        await staff.MoveAsync(a, b, day);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => staff.MoveAsync(a, b, day.AddDays(-1)));
        Assert.StartsWith("A cannot report to B, which itself reports to A from", refusal.Message, StringComparison.Ordinal);
        await RequireWalkAsync(staff);
    }

    private static Task<List<Placement>> PlacementsAsync(Staff staff) => staff.LookAsync(db => db.Set<Placement>().AsNoTracking().ToListAsync(Ct));

    // Whether the wish, drawn into the placements by hand, leads somebody back to himself on some day.
    private static bool ClosesCircle(List<Placement> placements, long seat, long? superior, DateOnly day)
    {
        var covering = placements.Single(p => p.PositionId == seat && p.HoldsOn(day));
        return Enumerable.Range(0, 20).Select(d => Staff.Start.AddDays(d)).Any(on =>
        {
            long? Superior(long of) => of == seat && on >= day && covering.HoldsOn(on) ? superior : placements.Find(p => p.PositionId == of && p.HoldsOn(on))?.SuperiorId;
            var (at, steps) = (Superior(seat), 0);
            while (at is not null && at != seat && steps++ < 50) at = Superior(at.Value);
            return at == seat;
        });
    }

    private static async Task RequireWalkAsync(Staff staff)
    {
        var placements = await PlacementsAsync(staff);
        var links = await staff.LookAsync(db => db.Set<CommandLink>().AsNoTracking().ToListAsync(Ct));
        for (var day = Staff.Start.AddDays(-1); day < Staff.Start.AddDays(20); day = day.AddDays(1))
        {
            var stored = links.Where(l => l.HoldsOn(day)).Select(l => (l.AboveId, l.BelowId, l.Depth)).Order().ToList();
            var walked = new List<(long, long, int)>();
            foreach (var placed in placements.Where(p => p.HoldsOn(day)))
            {
                var (at, depth) = (placed.SuperiorId, 1);
                for (; at is { } above; depth++)
                {
                    walked.Add((above, placed.PositionId, depth));
                    at = placements.Single(p => p.PositionId == above && p.HoldsOn(day)).SuperiorId;
                }
            }
            Assert.Equal(walked.Order(), stored);
        }
    }
}
