using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Views;

/// <summary>One week of one person.</summary>
/// <param name="Monday">Which.</param>
/// <param name="Capacity">Hours that his calendar offers, without absences.</param>
/// <param name="Load">Hours that are promised.</param>
public sealed record LoadWeek(DateOnly Monday, decimal Capacity, decimal Load)
{
    /// <summary>Load in percent of the capacity; with no capacity anything is too much.</summary>
    public int Percent => Load == 0 ? 0 : Capacity == 0 ? 999 : (int)Math.Round(Math.Min(999, Load / Capacity * 100));

    /// <summary>More is promised than there is time.</summary>
    public bool IsOver => Load > Capacity;
}

/// <summary>A person with his weeks and his open tasks.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">His name.</param>
/// <param name="Weeks">In order.</param>
/// <param name="Tasks">Open tasks that he answers for, the earliest due first.</param>
/// <param name="Unplanned">How many of them have no estimate or no due time, and so count nowhere.</param>
public sealed record PersonLoad(long PersonId, string Name, IReadOnlyList<LoadWeek> Weeks, IReadOnlyList<WorkItemRow> Tasks, int Unplanned);

/// <summary>Who has how much to do in which week, against what his calendar offers.</summary>
public sealed class WorkloadBoard(Office office)
{
    /// <summary>How many people are shown at once.</summary>
    public const int MostPeople = 100;

    /// <summary>The people of a list, or of all lists that are open to me, with the weeks from that of a day.</summary>
    public Task<List<PersonLoad>> ReadAsync(DateOnly from, int weeks = 6, long? listId = null, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            var open = db.Set<WorkItem>().VisibleTo(db.Actor, db).Where(i => StateGroups.Open.Contains(i.Group) && i.AssigneeId != null);
            var busy = (listId is { } list ? open.Where(i => i.ListId == list) : open).Select(i => i.AssigneeId!.Value).Distinct();
            var people = listId is { } one ? ListAccess.PeopleOf(db, await db.VisibleListAsync(one, ct)) : db.Set<Person>();
            var shown = await people.Where(p => busy.Contains(p.Id) || (listId != null && p.AccountId != null)).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostPeople).ToListAsync(ct);
            var ids = shown.ConvertAll(p => p.Id);
            // All tasks of a person count, whatever list is looked at: his time is one.
            var tasks = (await WorkItemRow.From(db, open.Where(i => ids.Contains(i.AssigneeId!.Value))).OrderBy(r => r.DueAt == null ? 1 : 0).ThenBy(r => r.DueAt).ThenBy(r => r.Id).Take(5_000).ToListAsync(ct)).ToLookup(r => r.AssigneeId!.Value);
            var hours = await OfficeClock.HoursAsync(db, ct);
            var mondays = Enumerable.Range(0, Math.Clamp(weeks, 1, 26)).Select(w => LoadReckoning.MondayOf(from).AddDays(7 * w)).ToList();
            return shown.ConvertAll(p => Of(p, [.. tasks[p.Id]], mondays, hours, db.Today));
        }, ct);

    private PersonLoad Of(Person person, IReadOnlyList<WorkItemRow> tasks, List<DateOnly> mondays, OfficeHours hours, DateOnly today)
    {
        var zone = person.ZoneIn(office.Company);
        var calendar = hours.In(zone);
        var promised = tasks.Where(t => t.DueAt is not null && t.Estimate is not null).Select(t => new PromisedWork(t.Id, t.StartAt is { } start ? LocalTime.DayOf(zone, start) : null, LocalTime.DayOf(zone, t.DueAt!.Value), Math.Max(0, t.Estimate!.Value - t.Spent)));
        var load = LoadReckoning.ByWeek(promised, today, calendar.IsWorkingDay);
        return new PersonLoad(person.Id, person.Name, [.. mondays.Select(m => new LoadWeek(m, LoadReckoning.Capacity(calendar, zone, m, _ => false), Math.Round(load.GetValueOrDefault(m), 1)))], tasks, tasks.Count(t => t.DueAt is null || t.Estimate is null));
    }
}
