using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Tasks.Recurring;

/// <summary>In what steps something comes back.</summary>
public enum Rhythm
{
    /// <summary>Every so many days.</summary>
    Days,

    /// <summary>Every so many weeks, on some days of the week.</summary>
    Weeks,

    /// <summary>Every so many months, on one day of the month.</summary>
    Months,
}

/// <summary>Which day of the month is meant.</summary>
public enum MonthDay
{
    /// <summary>The day with a number; in shorter months the last.</summary>
    DayNumber,

    /// <summary>The last day.</summary>
    LastDay,

    /// <summary>The first, second ... Tuesday; the last with -1.</summary>
    Weekday,

    /// <summary>The first, second ... day on which the office works; the last with -1.</summary>
    WorkingDay,
}

/// <summary>What becomes of a day on which the office does not work.</summary>
public enum OffDay
{
    /// <summary>It stays due on that day.</summary>
    Keep,

    /// <summary>It is due on the next working day.</summary>
    Next,

    /// <summary>It is due on the working day before.</summary>
    Before,

    /// <summary>It does not come at all.</summary>
    Skip,
}

/// <summary>The days of the week, to be combined.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>The day of the week on which it starts.</summary>
    None = 0,

    /// <summary>Sunday.</summary>
    Sunday = 1,

    /// <summary>Monday.</summary>
    Monday = 2,

    /// <summary>Tuesday.</summary>
    Tuesday = 4,

    /// <summary>Wednesday.</summary>
    Wednesday = 8,

    /// <summary>Thursday.</summary>
    Thursday = 16,

    /// <summary>Friday.</summary>
    Friday = 32,

    /// <summary>Saturday.</summary>
    Saturday = 64,
}

/// <summary>When something comes back. It speaks of days only: what a clock shows does not move them.</summary>
/// <param name="Rhythm">In what steps.</param>
/// <param name="Every">How many days, weeks or months a step is.</param>
/// <param name="StartOn">The first day that is possible.</param>
/// <param name="EndsOn">The last day that is possible.</param>
/// <param name="OnDays">For weeks: on which days.</param>
/// <param name="MonthDay">For months: which day.</param>
/// <param name="Nth">For months: the number that goes with it; -1 is the last.</param>
/// <param name="Weekday">For months by weekday: which.</param>
/// <param name="OffDay">What becomes of days without work.</param>
public sealed record RecurrenceRule(Rhythm Rhythm, int Every, DateOnly StartOn, DateOnly? EndsOn = null, Weekdays OnDays = Weekdays.None, MonthDay MonthDay = MonthDay.DayNumber, int Nth = 1, DayOfWeek Weekday = DayOfWeek.Monday, OffDay OffDay = OffDay.Keep)
{
    /// <summary>How many days are looked at before a rule is said never to meet a working day.</summary>
    private const int Far = 400;

    private static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>The days on which it is scheduled, in order.</summary>
    public IEnumerable<DateOnly> Days(WorkingCalendar calendar) =>
        Raw(calendar).SkipWhile(d => d < StartOn).TakeWhile(d => d <= (EndsOn ?? Last)).Where(d => OffDay != OffDay.Skip || calendar.IsWorkingDay(d));

    /// <summary>The first scheduled day after another one.</summary>
    public DateOnly? After(DateOnly day, WorkingCalendar calendar) => Days(calendar).Where(d => d > day).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>The next day when it counts from the day on which the last one was done.</summary>
    public DateOnly? AfterDone(DateOnly done, WorkingCalendar calendar)
    {
        var from = Rhythm switch
        {
            Rhythm.Days => done.AddDays(Every),
            Rhythm.Weeks => done.AddDays(7 * Every),
            _ => new DateOnly(done.Year, done.Month, 1).AddMonths(Every),
        };
        var days = OnDays == Weekdays.None ? Flag(StartOn.DayOfWeek) : OnDays;
        return (this with { OnDays = days, StartOn = from > StartOn ? from : StartOn }).Days(calendar).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    /// <summary>The day on which what is scheduled for a day is due.</summary>
    public DateOnly DueOn(DateOnly scheduled, WorkingCalendar calendar)
    {
        if (calendar.IsWorkingDay(scheduled) || OffDay is OffDay.Keep or OffDay.Skip) return scheduled;
        if (OffDay == OffDay.Next) return calendar.OnOrAfter(scheduled);
        var day = scheduled;
        while (!calendar.IsWorkingDay(day) && day > DateOnly.MinValue) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Refuses a rule that cannot be meant.</summary>
    /// <exception cref="RuleBroken">It ends before it starts, never comes, or never on a working day.</exception>
    public void Require(WorkingCalendar calendar)
    {
        Rule.RequireField(nameof(StartOn), StartOn.Year is >= 2000 and <= 2199, "A recurrence starts between the years 2000 and 2199. Check the day.");
        Rule.RequireField(nameof(EndsOn), EndsOn is null || EndsOn >= StartOn, "The recurrence would end before it starts. Change one of the two.");
        Rule.RequireField(nameof(Nth), Rhythm != Rhythm.Months || MonthDay switch
        {
            MonthDay.DayNumber => Nth is >= 1 and <= 31,
            MonthDay.Weekday => Nth is -1 or >= 1 and <= 5,
            MonthDay.WorkingDay => Nth is -1 or >= 1 and <= 23,
            _ => true,
        }, "There is no such day in a month. Days go to 31, weekdays to the fifth, working days to the 23rd; -1 is the last.");
        var days = Raw(calendar).SkipWhile(d => d < StartOn).TakeWhile(d => d <= (EndsOn ?? Last)).Take(Far).ToList();
        Rule.RequireField(nameof(EndsOn), days.Count > 0, "With this rhythm no day comes before the end.");
        Rule.RequireField(nameof(OffDay), OffDay is OffDay.Next or OffDay.Before || days.Exists(calendar.IsWorkingDay), "None of these days is a working day. Choose other days, or let it move to the next working day.");
    }

    private IEnumerable<DateOnly> Raw(WorkingCalendar calendar) => Rhythm switch
    {
        Rhythm.Days => Steps(StartOn, d => d.AddDays(Every)),
        Rhythm.Weeks => Steps(StartOn.AddDays(-(((int)StartOn.DayOfWeek + 6) % 7)), d => d.AddDays(7 * Every)).SelectMany(monday => Enumerable.Range(0, 7).Select(monday.AddDays).Where(Meant)),
        _ => Steps(new DateOnly(StartOn.Year, StartOn.Month, 1), d => d.AddMonths(Every)).Select(first => InMonth(first, calendar)).Where(d => d is not null).Select(d => d!.Value),
    };

    private bool Meant(DateOnly day) => OnDays == Weekdays.None ? day.DayOfWeek == StartOn.DayOfWeek : OnDays.HasFlag(Flag(day.DayOfWeek));

    private static Weekdays Flag(DayOfWeek day) => (Weekdays)(1 << (int)day);

    private DateOnly? InMonth(DateOnly first, WorkingCalendar calendar)
    {
        var month = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).ToList();
        return MonthDay switch
        {
            MonthDay.LastDay => month[^1],
            MonthDay.DayNumber => month[Math.Clamp(Nth, 1, month.Count) - 1],
            MonthDay.Weekday => Pick(month.FindAll(d => d.DayOfWeek == Weekday)),
            _ => Pick(month.FindAll(calendar.IsWorkingDay)),
        };
    }

    private DateOnly? Pick(List<DateOnly> days) => Nth < 0 && days.Count > 0 ? days[^1] : Nth >= 1 && Nth <= days.Count ? days[Nth - 1] : null;

    private static IEnumerable<DateOnly> Steps(DateOnly from, Func<DateOnly, DateOnly> next)
    {
        for (var day = from; day <= Last; day = next(day)) yield return day;
    }
}
