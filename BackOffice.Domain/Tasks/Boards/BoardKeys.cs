using System.Globalization;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>Into which column or lane a task falls, by each field.</summary>
/// <param name="zone">Where the company's weeks begin.</param>
/// <param name="today">The company's day.</param>
internal sealed class BoardKeys(TimeZoneInfo zone, DateOnly today)
{
    public const string Nobody = "nobody";
    public const string Before = "before";
    public const string Later = "later";
    public const string Undated = "undated";

    /// <summary>How many weeks have a column of their own, from this one.</summary>
    public const int Weeks = 4;

    /// <summary>The Monday of this week.</summary>
    public DateOnly ThisWeek => MondayOf(today);

    public string Of(BoardField field, WorkItemRow row) => field switch
    {
        BoardField.State => row.StateId.ToString(CultureInfo.InvariantCulture),
        BoardField.Assignee => row.AssigneeId?.ToString(CultureInfo.InvariantCulture) ?? Nobody,
        BoardField.Priority => row.Priority.ToString(),
        _ => Week(row.DueAt),
    };

    public static string OfWeek(DateOnly monday) => monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Week(DateTime? dueAt)
    {
        if (dueAt is not { } due) return Undated;
        var monday = MondayOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(due, zone)));
        return monday < ThisWeek ? Before : monday >= ThisWeek.AddDays(7 * Weeks) ? Later : OfWeek(monday);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
