namespace BackOffice.Domain.Platform.Calendars;

/// <summary>What a clock on the wall says, as a moment in UTC, also on the days on which clocks change.</summary>
public static class LocalTime
{
    /// <summary>The moment at which clocks of a zone show a time on a day; 24:00 is midnight at its end.</summary>
    /// <remarks>A time that the clock skips is the moment of skipping; one that it shows twice is the first of the two.</remarks>
    public static DateTime ToUtc(TimeZoneInfo zone, DateOnly day, TimeSpan time)
    {
        if (day == DateOnly.MaxValue && time == TimeSpan.FromDays(1)) return DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        if (zone.IsInvalidTime(local))
        {
            while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
            return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }
        if (!zone.IsAmbiguousTime(local)) return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return DateTime.SpecifyKind(local - zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc);
    }

    /// <summary>The day that a calendar on the wall shows at a moment.</summary>
    public static DateOnly DayOf(TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone));
}
