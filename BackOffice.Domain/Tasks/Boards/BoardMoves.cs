using System.Globalization;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>What moving a card means for the task: the field that its new column or lane stands for gets another value.</summary>
/// <param name="db">The piece of work.</param>
/// <param name="list">The board's list.</param>
/// <param name="item">The task.</param>
/// <param name="zone">Where the company's days begin.</param>
internal sealed class BoardMoves(BackOfficeDb db, TaskList list, WorkItem item, TimeZoneInfo zone)
{
    private static readonly TimeOnly EndOfDay = new(17, 0);

    /// <summary>Brings the task into a column or lane.</summary>
    /// <returns>What a full column has to say about it.</returns>
    public async Task<Fault?> PutAsync(BoardField field, string key, Spot? spot, CancellationToken ct)
    {
        switch (field)
        {
            case BoardField.State:
                var state = list.State(Number(key) ?? 0);
                return state.Id == item.StateId && spot is null ? null : await TaskMoves.MoveAsync(db, list, item, state, spot ?? Spot.Last, null, ct);
            case BoardField.Assignee:
                var person = key == BoardKeys.Nobody ? null : Number(key);
                Rule.Require(key == BoardKeys.Nobody || person is not null, "This board has no column {0}. Load the page again.", key);
                await TaskDesk.AssignAsync(db, list, item, person, item.AssigneeId, ct);
                return null;
            case BoardField.Priority:
                Rule.Require(Enum.TryParse<Priority>(key, out var priority) && Enum.IsDefined(priority), "This board has no column {0}. Load the page again.", key);
                item.Priority = priority;
                return null;
            default:
                item.DueAt = DueIn(key);
                return null;
        }
    }

    private DateTime? DueIn(string key)
    {
        if (key == BoardKeys.Undated) return null;
        Rule.Require(DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var monday), "A task is moved into a week, not before or behind all of them. Choose a week.");
        // It keeps its weekday and time; without any it is due at the end of the week.
        var before = item.DueAt is { } due ? TimeZoneInfo.ConvertTimeFromUtc(due, zone) : monday.AddDays(4).ToDateTime(EndOfDay);
        var local = monday.AddDays(((int)before.DayOfWeek + 6) % 7).ToDateTime(TimeOnly.FromDateTime(before));
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    private static long? Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
