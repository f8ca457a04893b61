using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Tasks.Views;

/// <summary>Work that somebody has promised.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="StartOn">From when; from today when not said.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="Hours">How much is left of its estimate.</param>
public sealed record PromisedWork(long TaskId, DateOnly? StartOn, DateOnly DueOn, decimal Hours);

/// <summary>Spreads what is left of estimates over the working days that are left for it.</summary>
public static class LoadReckoning
{
    /// <summary>The hours of work that fall on each week, told by its Monday. What is late falls on today, and so does what has no working day left.</summary>
    public static IReadOnlyDictionary<DateOnly, decimal> ByWeek(IEnumerable<PromisedWork> promised, DateOnly today, Func<DateOnly, bool> works)
    {
        var weeks = new Dictionary<DateOnly, decimal>();
        foreach (var work in promised)
        {
            var from = work.StartOn > today ? work.StartOn.Value : today;
            var days = new List<DateOnly>();
            for (var day = from; day <= work.DueOn && days.Count < 1_000; day = day.AddDays(1)) if (works(day)) days.Add(day);
            if (days.Count == 0) days.Add(work.DueOn > today ? work.DueOn : today);
            foreach (var day in days) weeks[MondayOf(day)] = weeks.GetValueOrDefault(MondayOf(day)) + (work.Hours / days.Count);
        }
        return weeks;
    }

    /// <summary>The Monday of a week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The hours that a calendar offers in the week of a Monday, in a zone, without those on some days.</summary>
    public static decimal Capacity(WorkingCalendar calendar, TimeZoneInfo zone, DateOnly monday, Func<DateOnly, bool> away) =>
        Enumerable.Range(0, 7).Select(monday.AddDays).Where(d => !away(d))
            .Sum(d => (decimal)calendar.Between(LocalTime.ToUtc(zone, d, TimeSpan.Zero), LocalTime.ToUtc(zone, d.AddDays(1), TimeSpan.Zero)).TotalHours);
}
