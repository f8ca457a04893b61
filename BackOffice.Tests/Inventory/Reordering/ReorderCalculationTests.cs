using System.Globalization;
using BackOffice.Domain.Inventory.Reordering;
using FsCheck;
using FsCheck.Fluent;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderCalculationTests
{
    public static TheoryData<StockPosition, OrderTerms, decimal> Quantities => new()
    {
        { new(40, 22, 10), new(35, UpTo: 58, Multiple: 10), 30 },
        { new(52, 20, 0), new(48, UpTo: 110, Multiple: 6), 78 },
        { new(7, 2, 0), new(6, UpTo: 20), 15 },
        { new(11, 3, 0), new(8, UpTo: 16), 8 },
        { new(12, 3, 0), new(8, UpTo: 16), 0 },
        { new(9, 0, 0), new(8, FixedQuantity: 24), 0 },
        { new(8, 0, 0), new(8, FixedQuantity: 24), 24 },
        { new(8, 0, 0), new(8, FixedQuantity: 25, Multiple: 10), 30 },
        { new(0, 0, 0), new(10, UpTo: 500, Maximum: 100), 100 },
        { new(0, 0, 0), new(10, UpTo: 500, Maximum: 100, Minimum: 120), 120 },
        { new(0, 0, 0), new(10, UpTo: 500, Maximum: 100, Multiple: 30), 120 },
        { new(0, 0, 0), new(10, UpTo: 11, Minimum: 40), 40 },
        { new(0, 0, 0), new(10, UpTo: 11, Minimum: 40, Multiple: 12), 48 },
        { new(0, 5, 0), new(10, UpTo: 20), 25 },
        { new(0, 0, 0), new(0, FixedQuantity: 1), 1 },
        { new(1.5m, 0.25m, 0), new(1.25m, UpTo: 3, Multiple: 0.5m), 2 },
        { new(0, 0, 0), new(1, UpTo: 2, Multiple: 1), 2 },
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void The_quantity_follows_from_the_rule(StockPosition position, OrderTerms terms, decimal quantity)
    {
        var calculation = ReorderCalculation.Of(position, terms);

        Assert.Equal(quantity, calculation.Quantity);
        Assert.Equal(quantity > 0, calculation.IsNeeded);
    }

    public static TheoryData<StockPosition, OrderTerms, string> Sentences => new()
    {
        { new(40, 22, 10), new(35, UpTo: 58, Multiple: 10), "On hand 40 − reserved 22 + on order 10 = 28, at or below reorder point 35; order 30 = up to 58, rounded to boxes of 10" },
        { new(7, 2), new(6, UpTo: 20), "On hand 7 − reserved 2 + on order 0 = 5, at or below reorder point 6; order 15 = up to 20" },
        { new(3), new(5, FixedQuantity: 25, Multiple: 10), "On hand 3 − reserved 0 + on order 0 = 3, at or below reorder point 5; order 30 = fixed quantity 25, rounded to boxes of 10" },
        { new(0, InTransit: 4, InDrafts: 2), new(9, UpTo: 5000, Maximum: 1200), "On hand 0 − reserved 0 + on order 0 + in transit 4 + in draft orders 2 = 6, at or below reorder point 9; order 1,200 = up to 5,000, capped to 1,200" },
        { new(1, 4), new(9, UpTo: 10, Minimum: 50), "On hand 1 − reserved 4 + on order 0 = −3, at or below reorder point 9; order 50 = up to 10, raised to the minimum 50" },
        { new(1, Later: 40), new(9, UpTo: 10), "On hand 1 − reserved 0 + on order 0 = 1, at or below reorder point 9; order 9 = up to 10; 40 more expected after the lead time" },
        { new(36.5m), new(35, UpTo: 58), "On hand 36.5 − reserved 0 + on order 0 = 36.5, above reorder point 35" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_sentence_says_every_number_that_was_used(StockPosition position, OrderTerms terms, string sentence)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            Assert.Equal(sentence, ReorderCalculation.Of(position, terms).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_stored_comes_back_with_every_step()
    {
        var calculation = ReorderCalculation.Of(new(0, 3, 2, 1, 4, 7), new(10, UpTo: 500, Maximum: 100, Minimum: 110, Multiple: 12), 2.5m, 9);

        var back = ReorderCalculation.FromJson(calculation.ToJson());

        Assert.Equal([ReorderStepKind.UpTo, ReorderStepKind.CappedToMaximum, ReorderStepKind.RaisedToMinimum, ReorderStepKind.RoundedToMultiple], back.Steps.Select(s => s.Kind));
        Assert.Equal([496m, 100m, 110m, 120m], back.Steps.Select(s => s.Quantity));
        Assert.Equal(calculation with { Steps = [] }, back with { Steps = [] });
        Assert.Equal(calculation.ToString(), back.ToString());
        Assert.Equal(calculation.ToJson(), back.ToJson());
    }

    private static readonly Gen<decimal> Amounts = Gen.Choose(0, 400_000).Select(n => n / 100m);

    private static readonly Gen<decimal?> Perhaps = Gen.OneOf(Gen.Constant<decimal?>(null), Gen.Choose(1, 50_000).Select(n => (decimal?)(n / 100m)));

    private static Arbitrary<(StockPosition Position, OrderTerms Terms)> Situations =>
        (from onHand in Amounts
         from reserved in Amounts
         from onOrder in Amounts
         from point in Amounts
         from above in Gen.Choose(1, 100_000)
         from isFixed in Gen.Elements(true, false)
         from maximum in Perhaps
         from minimum in Perhaps
         from multiple in Perhaps
         select (new StockPosition(onHand, reserved, onOrder), isFixed
             ? new OrderTerms(point, FixedQuantity: above / 100m, Maximum: maximum, Minimum: minimum, Multiple: multiple)
             : new OrderTerms(point, UpTo: point + (above / 100m), Maximum: maximum, Minimum: minimum, Multiple: multiple))).ToArbitrary();

    [Fact]
    public void Any_quantity_is_positive_whole_boxes_and_at_least_the_minimum() => Prop.ForAll(Situations, s =>
    {
        var calculation = ReorderCalculation.Of(s.Position, s.Terms);
        if (!calculation.IsNeeded) return s.Position.Projected > s.Terms.ReorderPoint && calculation.Quantity == 0;
        return calculation.Quantity > 0
            && calculation.Quantity >= (s.Terms.Minimum ?? 0)
            && calculation.Quantity % (s.Terms.Multiple is { } multiple and not 1 ? multiple : 0.01m) == 0;
    }).Check(Thorough);

    [Fact]
    public void Filling_up_lifts_the_stock_above_the_point_unless_an_order_may_not_be_that_large() => Prop.ForAll(Situations, s =>
    {
        var calculation = ReorderCalculation.Of(s.Position, s.Terms);
        var capped = calculation.Steps.Any(step => step.Kind == ReorderStepKind.CappedToMaximum);
        if (!calculation.IsNeeded || s.Terms.UpTo is null || capped) return true;
        return s.Position.Projected + calculation.Quantity >= s.Terms.UpTo && s.Position.Projected + calculation.Quantity > s.Terms.ReorderPoint;
    }).Check(Thorough);

    [Fact]
    public void Once_it_is_on_order_nothing_more_is_asked_for() => Prop.ForAll(Situations, s =>
    {
        var calculation = ReorderCalculation.Of(s.Position, s.Terms);
        var again = ReorderCalculation.Of(s.Position with { OnOrder = s.Position.OnOrder + calculation.Quantity }, s.Terms);
        return s.Terms.UpTo is null || calculation.Steps.Any(step => step.Kind == ReorderStepKind.CappedToMaximum) || !again.IsNeeded;
    }).Check(Thorough);

    private static Config Thorough => Config.QuickThrowOnFailure.WithMaxTest(2_000);
}
