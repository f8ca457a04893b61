using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>What a list wants said about due times, in working hours of whoever is told.</summary>
/// <param name="Before">So long before a task is due.</param>
/// <param name="Again">After it was due, every time so long has passed.</param>
/// <param name="Up">After it was due, a step up the chain of command every time so long has passed.</param>
internal readonly record struct DeadlineRules(TimeSpan? Before, TimeSpan? Again, TimeSpan? Up)
{
    /// <summary>As the list has them.</summary>
    public static DeadlineRules Of(TaskList list) => new(Hours(list.RemindBefore), Hours(list.RemindEvery), Hours(list.EscalateEvery));

    /// <summary>What is to have been said by now: 0 nothing, 1 that it will be due, 2 that it is, and one more each time that <see cref="Again"/> has passed.</summary>
    public int Said(DateTime dueAt, DateTime now, WorkingCalendar calendar)
    {
        if (now >= dueAt) return 2 + Times(Again, calendar.Between(dueAt, now));
        return Before is { } before && now >= calendar.Add(dueAt, -before) ? 1 : 0;
    }

    /// <summary>How many steps up it has to have gone by now.</summary>
    public int Steps(DateTime dueAt, DateTime now, WorkingCalendar calendar) => now >= dueAt ? Times(Up, calendar.Between(dueAt, now)) : 0;

    private static int Times(TimeSpan? span, TimeSpan passed) => span is { Ticks: > 0 } each ? (int)Math.Min(1_000, passed.Ticks / each.Ticks) : 0;

    private static TimeSpan? Hours(int? hours) => hours is { } some ? TimeSpan.FromHours(some) : null;
}
