using BackOffice.Domain.Organization.Deputies;
using FsCheck.Xunit;

namespace BackOffice.Tests.Organization.Deputies;

public sealed class StandInsTests
{
    [Fact]
    public void Deputies_of_deputies_are_followed_nearest_first()
    {
        var standIns = new StandIns([(1, 2), (2, 3), (3, 4), (1, 5)], away: []);

        Assert.Equal([2, 5, 3, 4], standIns.For(1));
        Assert.Equal([3, 2, 1], standIns.WhomFor(4));
    }

    [Fact]
    public void A_deputy_who_is_away_is_passed_over_and_his_own_deputy_acts()
    {
        var standIns = new StandIns([(1, 2), (2, 3)], away: [2]);

        Assert.Equal([3], standIns.For(1));
        Assert.Empty(standIns.WhomFor(2));
        Assert.Equal([2, 1], standIns.WhomFor(3));
    }

    [Fact]
    public void A_circle_that_older_rows_may_hold_ends_where_it_began()
    {
        var standIns = new StandIns([(1, 2), (2, 3), (3, 1)], away: []);

        Assert.Equal([2, 3], standIns.For(1));
        Assert.Equal([3, 2], standIns.WhomFor(1));
    }

    [Property]
    public bool Whoever_acts_for_a_person_is_told_so_from_both_sides((byte For, byte Deputy)[] pairs, byte[] away)
    {
        var standIns = new StandIns(pairs.Where(p => p.For != p.Deputy).Select(p => ((long)p.For % 8, (long)p.Deputy % 8)).Where(p => p.Item1 != p.Item2), away.Select(a => (long)a % 8));
        return Enumerable.Range(0, 8).All(person => Enumerable.Range(0, 8).All(other =>
            person == other || standIns.For(person).Contains(other) == standIns.WhomFor(other).Contains(person)));
    }
}
