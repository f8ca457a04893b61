using System.Globalization;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>Reads a board inside a piece of work.</summary>
internal static class BoardReading
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public static async Task<BoardSnapshot> SnapshotAsync(BackOfficeDb db, BoardPlan plan, TimeZoneInfo zone, CancellationToken ct)
    {
        var list = await db.VisibleListAsync(plan.ListId, ct);
        var keys = new BoardKeys(zone, db.Today);
        var rows = await RowsOf(db, zone).Where(r => r.ListId == plan.ListId).ToListAsync(ct);
        return new BoardSnapshot(plan, list.Name, await HeadingsAsync(db, plan.Columns, list, rows, keys, ct),
            plan.Lanes is { } lanes ? await HeadingsAsync(db, lanes, list, rows, keys, ct) : [new BoardHeading("", "")],
            rows, keys, await BoardNews.ReadAsync(db, plan.ListId, null, db.Now - Lately, ct));
    }

    /// <summary>What lies on boards: work that is still to be done, and what was finished today.</summary>
    public static IQueryable<WorkItemRow> RowsOf(BackOfficeDb db, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTimeToUtc(db.Today.ToDateTime(TimeOnly.MinValue), zone);
        return WorkItemRow.From(db, db.Set<WorkItem>().VisibleTo(db.Actor, db).Where(i => StateGroups.Open.Contains(i.Group) || i.EndedAt >= midnight));
    }

    private static async Task<IReadOnlyList<BoardHeading>> HeadingsAsync(BackOfficeDb db, BoardField field, TaskList list, List<WorkItemRow> rows, BoardKeys keys, CancellationToken ct) => field switch
    {
        BoardField.State => [.. list.States.OrderBy(s => s.Position).Select(s => new BoardHeading(s.Id.ToString(CultureInfo.InvariantCulture), s.Name) { Limit = s.Limit })],
        BoardField.Assignee => [new BoardHeading(BoardKeys.Nobody, "Nobody", IsWord: true), .. await PeopleAsync(db, list, rows, ct)],
        BoardField.Priority => [.. ((Priority[])[Priority.Urgent, Priority.High, Priority.Normal, Priority.Low]).Select(p => new BoardHeading(p.ToString(), p.ToString(), IsWord: true))],
        _ => WeeksOf(keys),
    };

    // Whoever has work here, and whoever belongs to the list and could have some.
    private static async Task<IEnumerable<BoardHeading>> PeopleAsync(BackOfficeDb db, TaskList list, List<WorkItemRow> rows, CancellationToken ct)
    {
        var (listId, busy) = (list.Id, rows.Where(r => r.AssigneeId is not null).Select(r => r.AssigneeId!.Value).Distinct().ToList());
        var people = await db.Set<Person>().Where(p => busy.Contains(p.Id) || db.Set<ListMember>().Any(m => m.ListId == listId && m.PersonId == p.Id))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return people.Select(p => new BoardHeading(p.Id.ToString(CultureInfo.InvariantCulture), p.Name));
    }

    private static List<BoardHeading> WeeksOf(BoardKeys keys)
    {
        var weeks = Enumerable.Range(0, BoardKeys.Weeks).Select(w => keys.ThisWeek.AddDays(7 * w))
            .Select((monday, w) => new BoardHeading(BoardKeys.OfWeek(monday), w switch { 0 => "This week", 1 => "Next week", _ => "Week of {0}" }, IsWord: true) { Day = monday });
        return
        [
            new BoardHeading(BoardKeys.Before, "Before", IsWord: true) { Receives = false }, .. weeks,
            new BoardHeading(BoardKeys.Later, "Later", IsWord: true) { Receives = false }, new BoardHeading(BoardKeys.Undated, "No due day", IsWord: true),
        ];
    }
}
