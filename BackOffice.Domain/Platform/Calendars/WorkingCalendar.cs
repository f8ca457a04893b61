namespace BackOffice.Domain.Platform.Calendars;

/// <summary>Working time from a time of day to another, in local time; it ends after it begins, at 24:00 at the latest.</summary>
/// <param name="From">Begin, inclusive.</param>
/// <param name="To">End, exclusive; 00:00 means midnight at the end of the day.</param>
public readonly record struct WorkingHours(TimeOnly From, TimeOnly To)
{
    internal TimeSpan Start => From.ToTimeSpan();
    internal TimeSpan End => To == TimeOnly.MinValue ? TimeSpan.FromDays(1) : To.ToTimeSpan();
}

/// <summary>When the office works: a time zone, several intervals a day, holidays. Answers when so much working time is over and how much lies between two moments.</summary>
/// <remarks>
/// Hours are wall-clock hours of the zone. When clocks go forward, the skipped hour is no working time; when they go back, a repeated
/// hour belongs to hours that lie across it. All moments are UTC.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly WorkingHours[][] _week;
    private readonly HashSet<DateOnly> _holidays;

    /// <summary>A calendar; the hours of a day may come in any order but must not overlap.</summary>
    /// <exception cref="RuleBroken">There is no working time in the whole week, hours end before they begin, or overlap.</exception>
    public WorkingCalendar(TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<WorkingHours>> week, IEnumerable<DateOnly>? holidays = null)
    {
        _zone = zone;
        _holidays = [.. holidays ?? []];
        _week = [.. Enum.GetValues<DayOfWeek>().Select(day => (week.GetValueOrDefault(day) ?? []).OrderBy(h => h.Start).ToArray())];
        Rule.Require(_week.Any(day => day.Length > 0), "This calendar has no working time. Enter the hours of at least one day of the week.");
        foreach (var day in _week)
        {
            foreach (var hours in day) Rule.Require(hours.End > hours.Start, "Working hours from {0} to {1} end before they begin.", hours.From, hours.To);
            for (var i = 1; i < day.Length; i++) Rule.Require(day[i].Start >= day[i - 1].End, "Working hours from {0} overlap with those until {1}.", day[i].From, day[i - 1].To);
        }
    }

    /// <summary>Whether any work is done on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => !_holidays.Contains(day) && _week[(int)day.DayOfWeek].Length > 0;

    /// <summary>The day itself, or the next one on which work is done.</summary>
    /// <exception cref="RuleBroken">There is none before the year 9999.</exception>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = Next(day, 1);
        return day;
    }

    /// <summary>The moment itself when work is done then, or the next at which work begins.</summary>
    /// <param name="utc">UTC.</param>
    /// <exception cref="RuleBroken">There is none before the year 9999.</exception>
    public DateTime OnOrAfter(DateTime utc)
    {
        for (var day = LocalDay(utc); ; day = Next(day, 1))
        {
            foreach (var (from, to) in Intervals(day))
            {
                if (to > utc && to > from) return from > utc ? from : utc;
            }
        }
    }

    /// <summary>Whether work is done at a moment.</summary>
    public bool IsWorkingTime(DateTime utc) => Array.Exists(Intervals(LocalDay(utc)), i => i.From <= utc && utc < i.To);

    /// <summary>The moment at which so much working time has passed since the start; backwards for a negative span.</summary>
    /// <param name="start">UTC.</param>
    /// <param name="span">Working time.</param>
    /// <returns>UTC. For a zero span the start itself.</returns>
    /// <exception cref="RuleBroken">That lies outside the years 1 to 9999.</exception>
    public DateTime Add(DateTime start, TimeSpan span)
    {
        if (span == TimeSpan.Zero) return start;
        var forward = span > TimeSpan.Zero;
        var left = span.Duration();
        for (var day = LocalDay(start); ; day = Next(day, forward ? 1 : -1))
        {
            var intervals = Intervals(day);
            for (var i = 0; i < intervals.Length; i++)
            {
                var (from, to) = forward ? intervals[i] : intervals[^(i + 1)];
                if (forward && from < start) from = start;
                if (!forward && to > start) to = start;
                if (to <= from) continue;
                if (to - from >= left) return forward ? from + left : to - left;
                left -= to - from;
            }
        }
    }

    /// <summary>The working time between two moments; negative when the second lies before the first.</summary>
    public TimeSpan Between(DateTime from, DateTime to)
    {
        if (to < from) return -Between(to, from);
        var sum = TimeSpan.Zero;
        var last = LocalDay(to);
        for (var day = LocalDay(from); day <= last; day = day.AddDays(1))
        {
            foreach (var (start, end) in Intervals(day))
            {
                var begin = start < from ? from : start;
                var finish = end > to ? to : end;
                if (finish > begin) sum += finish - begin;
            }
            if (day == DateOnly.MaxValue) break;
        }
        return sum;
    }

    private DateOnly LocalDay(DateTime utc) => LocalTime.DayOf(_zone, utc);

    private (DateTime From, DateTime To)[] Intervals(DateOnly day) =>
        _holidays.Contains(day) ? [] : [.. _week[(int)day.DayOfWeek].Select(h => (Utc(day, h.Start), Utc(day, h.End)))];

    private DateTime Utc(DateOnly day, TimeSpan time) => LocalTime.ToUtc(_zone, day, time);

    private static DateOnly Next(DateOnly day, int step)
    {
        Rule.Require(step > 0 ? day < DateOnly.MaxValue : day > DateOnly.MinValue, "That lies beyond the years 1 to 9999. Check the date and the span.");
        return day.AddDays(step);
    }
}
