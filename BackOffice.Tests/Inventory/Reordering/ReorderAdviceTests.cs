using BackOffice.Domain.Inventory.Reordering;

namespace BackOffice.Tests.Inventory.Reordering;

public sealed class ReorderAdviceTests
{
    [Theory]
    [InlineData(189, 90, 14, 3, 30, 2.1, 36, 99)]
    [InlineData(0, 90, 14, 3, 30, 0, 0, 1)]
    [InlineData(-12, 90, 14, 3, 30, 0, 0, 1)]
    [InlineData(10, 0, 5, 0, 0, 10, 50, 51)]
    public void The_point_covers_lead_time_and_safety_days_and_the_level_the_preferred_days_on_top(double issued, int days, int lead, int safety, int stock, double daily, double point, double upTo)
    {
        var demand = ReorderAdvice.Daily((decimal)issued, days);

        Assert.Equal((decimal)daily, demand);
        Assert.Equal(new ReorderAdvice((decimal)daily, (decimal)point, (decimal)upTo), ReorderAdvice.Of(demand, lead, safety, stock));
    }
}
