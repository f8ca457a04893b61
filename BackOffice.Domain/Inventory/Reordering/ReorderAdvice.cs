namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>The parameters that the measured demand would suggest for a rule; shown beside the set ones, never put in their place unasked.</summary>
/// <param name="DailyDemand">Issues less returns a day.</param>
/// <param name="ReorderPoint">Covers the lead time and the safety days.</param>
/// <param name="UpTo">Covers the preferred days of stock on top.</param>
public sealed record ReorderAdvice(decimal DailyDemand, decimal ReorderPoint, decimal UpTo)
{
    /// <summary>Demand a day over a window; returns larger than issues are no demand.</summary>
    public static decimal Daily(decimal issuedLessReturned, int days) => Math.Round(Math.Max(0, issuedLessReturned) / Math.Max(1, days), 4, MidpointRounding.AwayFromZero);

    /// <summary>What the demand suggests.</summary>
    public static ReorderAdvice Of(decimal dailyDemand, int leadDays, int safetyDays, int stockDays)
    {
        var point = Math.Ceiling((leadDays + safetyDays) * dailyDemand);
        return new ReorderAdvice(dailyDemand, point, Math.Max(point + 1, Math.Ceiling((leadDays + safetyDays + stockDays) * dailyDemand)));
    }
}
