using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Recurring;

/// <summary>Writes down the tasks that come back, each once for its day.</summary>
/// <remarks>The day of a task and its recurrence are unique together, so a second run, or one on another machine, changes nothing.</remarks>
[Recurring("tasks.recurring", "10 0 * * *", "Writes down the recurring tasks whose day has come")]
public sealed class RecurringTasks(Office office) : IJob
{
    private const int Chunk = 100;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        for (var made = Chunk; made == Chunk;)
        {
            made = await office.ChangeAsync(TasksPermissions.Edit, db => WriteAsync(db, ct), ct);
            run.Touch(made);
            await run.ProgressAsync(run.Touched, null, ct);
        }
        run.Result(run.Touched == 0 ? new Saying("No task comes back today") : new Saying("{0:N0} tasks written down", run.Touched));
    }

    private async Task<int> WriteAsync(BackOfficeDb db, CancellationToken ct)
    {
        var (today, calendar) = (db.Today, await OfficeClock.CalendarAsync(db, office.Company, ct));
        var due = await db.Set<Recurrence>().Where(r => !r.IsPaused && r.WriteOn <= today && db.Set<TaskList>().Any(l => l.Id == r.ListId && l.ClosedOn == null)).OrderBy(r => r.WriteOn).ThenBy(r => r.Id).Take(Chunk).ToListAsync(ct);
        var lists = due.Select(r => r.ListId).Distinct().ToList();
        var byId = await db.Set<TaskList>().Include(l => l.States).Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var assignees = due.Where(r => r.AssigneeId is not null).Select(r => r.AssigneeId!.Value).Distinct().ToList();
        var people = await db.Set<Person>().Where(p => assignees.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var recurrence in due)
        {
            var day = recurrence.Make(today, calendar);
            var person = recurrence.AssigneeId is { } id ? people.GetValueOrDefault(id) : null;
            // Whoever has left or may no longer see the list answers for nothing new: the task is written down for nobody.
            if (person is not null && !await ListAccess.PeopleOf(db, byId[recurrence.ListId]).AnyAsync(p => p.Id == person.Id, ct)) person = null;
            var zone = person?.ZoneIn(office.Company) ?? office.Company.TimeZone;
            var list = byId[recurrence.ListId];
            await TaskBirth.AddAsync(db, list, new WorkItem
            {
                ListId = list.Id, Title = recurrence.Title, Description = recurrence.Description, AssigneeId = person?.Id, Priority = recurrence.Priority, Estimate = recurrence.Estimate,
                DueAt = LocalTime.ToUtc(zone, recurrence.When.DueOn(day, calendar), recurrence.DueTime.ToTimeSpan()), RecurrenceId = recurrence.Id, ScheduledOn = day,
            }, list.FirstState(), null, ct);
            await db.FlushAsync(ct);
        }
        return due.Count;
    }

    /// <summary>A task that came back was done or cancelled: the next one may be counted from today.</summary>
    internal static async Task DoneAsync(BackOfficeDb db, WorkItem item, CancellationToken ct)
    {
        if (item.RecurrenceId is not { } id || item.ScheduledOn is not { } day) return;
        var recurrence = await db.FindAsync<Recurrence>(id, ct);
        if (recurrence.Basis != Basis.Completion) return;
        recurrence.Done(day, db.Today, (await OfficeClock.HoursAsync(db, ct)).In(TimeZoneInfo.Utc));
    }
}
