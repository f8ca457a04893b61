using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BackOffice.Tests.Inventory;

/// <summary>What holds of the totals of an item whatever moves.</summary>
public sealed class AverageCostTests
{
    /// <summary>A movement: comes in at a cost, comes in without one, or goes out.</summary>
    public sealed record Movement(int Kind, decimal Quantity, decimal Cost);

    public static class Movements
    {
        public static Arbitrary<Movement[]> Sequence() => Arb.From(Gen.ArrayOf(
            from kind in Gen.Choose(0, 2)
            from quantity in Gen.Choose(1, 2_000_000)
            from cost in Gen.Choose(0, 9_000_000)
            select new Movement(kind, quantity / 10_000m, cost / 10_000m)));
    }

    [Property(Arbitrary = [typeof(Movements)], MaxTest = 300)]
    public void The_average_stays_between_the_lowest_and_the_highest_cost_and_the_value_is_never_negative(Movement[] movements)
    {
        var stock = new ItemStock();
        var (lowest, highest, total) = (decimal.MaxValue, decimal.MinValue, 0m);
        foreach (var movement in movements)
        {
            if (movement.Kind == 0) (lowest, highest) = (Math.Min(lowest, movement.Cost), Math.Max(highest, movement.Cost));
            var change = movement.Kind == 2 ? -Math.Min(movement.Quantity, stock.OnHand) : movement.Quantity;
            if (change == 0) continue;
            total += stock.Post(change, movement.Kind == 0 ? movement.Cost : null, LocationKind.Store, StockQuality.Good);

            Assert.True(stock.StockValue >= 0);
            Assert.Equal(total, stock.StockValue);
            if (stock.OnHand == 0) Assert.Equal(0m, stock.StockValue);
            if (highest >= lowest) Assert.InRange(stock.AverageCost, Math.Min(lowest, 0m), highest);
        }
    }

    [Property(Arbitrary = [typeof(Movements)], MaxTest = 200)]
    public void The_value_stays_close_to_quantity_times_average(Movement[] movements)
    {
        var stock = new ItemStock();
        var most = 0m;
        foreach (var movement in movements.Where(m => m.Kind != 1))
        {
            var change = movement.Kind == 2 ? -Math.Min(movement.Quantity, stock.OnHand) : movement.Quantity;
            if (change == 0) continue;
            stock.Post(change, movement.Kind == 0 ? movement.Cost : null, LocationKind.Store, StockQuality.Good);
            most = Math.Max(most, stock.OnHand);
        }
        // Each receipt may round the average by half a ten-thousandth of what lies there.
        Assert.True(Math.Abs(stock.StockValue - stock.ValueOf(stock.OnHand)) <= (movements.Length * most * 0.00005m) + (movements.Length * 0.0001m));
    }

    [Property(MaxTest = 200)]
    public void Projected_is_available_and_ordered_and_on_the_way(int onHand, int held, int transit, int reserved, int ordered)
    {
        var stock = new ItemStock();
        stock.Place(onHand, LocationKind.Bin, StockQuality.Good);
        stock.Place(held, LocationKind.Bin, StockQuality.Damaged);
        stock.Place(transit, LocationKind.Transit, StockQuality.Good);
        stock.Reserve(reserved);
        stock.Order(ordered);

        Assert.Equal((decimal)onHand - reserved, stock.Available);
        Assert.Equal((decimal)onHand - reserved + ordered + transit, stock.Projected);
        Assert.Equal((decimal)onHand + held + transit, stock.Owned);
    }

    [Fact]
    public void A_cost_finer_than_a_ten_thousandth_is_rounded_once_for_average_and_value()
    {
        var stock = new ItemStock();

        stock.Post(1000, 0.00006m, LocationKind.Store, StockQuality.Good);

        Assert.Equal((0.0001m, 0.1m), (stock.AverageCost, stock.StockValue));
    }

    [Fact]
    public void Stock_sold_before_it_was_booked_in_is_worth_what_its_receipt_says()
    {
        var stock = new ItemStock();
        stock.Post(10, 2m, LocationKind.Store, StockQuality.Good);

        var sold = stock.Post(-14, null, LocationKind.Store, StockQuality.Good);
        var received = stock.Post(10, 3m, LocationKind.Store, StockQuality.Good);

        Assert.Equal((-28m, 26m), (sold, received));
        Assert.Equal((6m, 3m, 18m), (stock.OnHand, stock.AverageCost, stock.StockValue));
    }
}
