using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>Tells people before, when and after their tasks are due: in their working hours, all of it in one notice each, and up the chain of command when nothing happens.</summary>
/// <remarks>Works through people in chunks, each a transaction in which it is also kept what was said; what a killed run has left unsaid, the next one says.</remarks>
[Recurring("tasks.deadline-reminders", "*/15 * * * *", "Reminds people of due tasks in their working hours and escalates late ones")]
public sealed class DeadlineReminders(Office office) : IJob
{
    /// <summary>People in a chunk.</summary>
    private const int Chunk = 200;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        var (lists, horizon) = await office.ReadAsync(TasksPermissions.View, db => RulesAsync(db, ct), ct);
        var (last, told, late) = (0L, 0, 0);
        while (true)
        {
            var from = last;
            var part = await office.ChangeAsync(TasksPermissions.Edit, db => TellAsync(db, lists, horizon, from, ct), ct);
            if (part.LastPerson is not { } person) break;
            (last, told, late) = (person, told + part.People, late + part.Escalated);
            run.Touch(part.Tasks);
            await run.ProgressAsync(run.Touched, null, ct);
        }
        run.Result(run.Touched == 0 ? new Saying("Nothing new is due") : new Saying("{0:N0} people told of {1:N0} tasks, {2:N0} escalated", told, run.Touched, late));
    }

    private static async Task<(Dictionary<long, DeadlineRules> Lists, TimeSpan Horizon)> RulesAsync(BackOfficeDb db, CancellationToken ct)
    {
        var lists = await db.Set<TaskList>().ToDictionaryAsync(l => l.Id, DeadlineRules.Of, ct);
        // Working hours lie among nights, weekends and holidays: so far ahead everything is looked at.
        var longest = lists.Values.Select(r => r.Before ?? TimeSpan.Zero).DefaultIfEmpty().Max();
        return (lists, TimeSpan.FromDays(14) + (longest * 6));
    }

    private async Task<Part> TellAsync(BackOfficeDb db, Dictionary<long, DeadlineRules> lists, TimeSpan horizon, long after, CancellationToken ct)
    {
        var (now, ahead) = (db.Now, db.Now + horizon);
        var candidates = db.Set<WorkItem>().Where(i => StateGroups.Open.Contains(i.Group) && i.DueAt < ahead && i.AssigneeId != null);
        var ids = await candidates.Where(i => i.AssigneeId > after).Select(i => i.AssigneeId!.Value).Distinct().OrderBy(id => id).Take(Chunk).ToListAsync(ct);
        if (ids.Count == 0) return new Part();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var clocks = new PersonClocks(await OfficeClock.HoursAsync(db, ct), office.Company);
        // Nobody is disturbed outside his hours; his turn comes with a later run.
        var awake = people.Values.Where(p => clocks.Of(p).IsWorkingTime(now)).Select(p => p.Id).ToList();
        var found = await (from item in candidates
                           join reminder in db.Set<Reminder>() on item.Id equals reminder.WorkItemId into said
                           from reminder in said.DefaultIfEmpty()
                           where awake.Contains(item.AssigneeId!.Value) && (reminder!.SnoozedUntil == null || reminder.SnoozedUntil <= now)
                           select new Due(item.Id, item.ListId, item.Number, item.Title, item.AssigneeId!.Value, item.DueAt!.Value, (long?)reminder.Id, reminder.DueAt == item.DueAt ? reminder.Said : 0, reminder.DueAt == item.DueAt ? reminder.Escalated : 0)).ToListAsync(ct);
        var steps = found.Select(d =>
        {
            var (rules, clock) = (lists.GetValueOrDefault(d.ListId), clocks.Of(people[d.PersonId]));
            return new Step(d, rules.Said(d.DueAt, now, clock), rules.Steps(d.DueAt, now, clock));
        }).Where(s => s.Said > s.Due.Said || s.Up > s.Due.Up).ToList();

        foreach (var mine in steps.Where(s => s.Said > s.Due.Said).GroupBy(s => s.Due.PersonId)) await DeadlineWords.RemindAsync(db, people[mine.Key], [.. mine.OrderBy(s => s.Due.DueAt)], now, ct);
        var escalated = await EscalationDesk.RaiseAsync(db, [.. steps.Where(s => s.Up > s.Due.Up)], people, ct);
        await KeepAsync(db, steps, ct);
        return new Part(ids[^1], steps.Where(s => s.Said > s.Due.Said).Select(s => s.Due.PersonId).Distinct().Count(), steps.Count, escalated);
    }

    private static async Task KeepAsync(BackOfficeDb db, List<Step> steps, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        await db.InsertManyAsync(steps.Where(s => s.Due.ReminderId is null).Select(s => new Reminder { WorkItemId = s.Due.Id, DueAt = s.Due.DueAt, Said = s.Said, Escalated = s.Up }).ToList(), ct);
        // A due time is the same for few tasks, but what was said is the same for many: so one statement serves all whose due time stands already.
        foreach (var alike in steps.Where(s => s.Due.ReminderId is not null).GroupBy(s => (s.Said, s.Up)))
        {
            foreach (var ids in alike.Select(s => s.Due.ReminderId!.Value).Chunk(1_000))
            {
                await db.Set<Reminder>().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set
                    .SetProperty(r => r.Said, alike.Key.Said).SetProperty(r => r.Escalated, alike.Key.Up)
                    .SetProperty(r => r.DueAt, r => db.Set<WorkItem>().Where(i => i.Id == r.WorkItemId).Select(i => i.DueAt).First()), ct);
            }
        }
    }

    private sealed record Part(long? LastPerson = null, int People = 0, int Tasks = 0, int Escalated = 0);
}

/// <summary>A task that is due, or will be, and what was said about it.</summary>
internal sealed record Due(long Id, long ListId, string Number, string Title, long PersonId, DateTime DueAt, long? ReminderId, int Said, int Up);

/// <summary>What has to be said now.</summary>
internal sealed record Step(Due Due, int Said, int Up);

/// <summary>The calendars of people: the office's hours, where each of them works.</summary>
internal sealed class PersonClocks(OfficeHours hours, Company company)
{
    private readonly Dictionary<string, WorkingCalendar> _byZone = [];

    /// <summary>When somebody works.</summary>
    public WorkingCalendar Of(Person person)
    {
        var zone = person.ZoneIn(company);
        return _byZone.TryGetValue(zone.Id, out var calendar) ? calendar : _byZone[zone.Id] = hours.In(zone);
    }
}
