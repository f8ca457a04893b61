using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Domain.Tasks.Recurring;

/// <summary>The tasks that come back: entered, changed, paused, looked ahead.</summary>
public sealed class RecurrenceBook(Office office)
{
    /// <summary>The recurring tasks of the lists that are open to me.</summary>
    [List("tasks.recurring")]
    public Task<Page<RecurrenceRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => RecurrenceRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One of them.</summary>
    public Task<Recurrence> GetAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            var found = await db.FindAsync<Recurrence>(id, ct);
            await db.VisibleListAsync(found.ListId, ct);
            return found;
        }, ct);

    /// <summary>Saves one and reckons when it comes next.</summary>
    /// <returns>Its id.</returns>
    public Task<long> SaveAsync(Recurrence entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Edit, key, async db =>
        {
            if (!entered.IsNew) await db.EditableListAsync((await db.FindAsync<Recurrence>(entered.Id, ct)).ListId, ct);
            var list = await db.EditableListAsync(entered.ListId, ct);
            list.RequireOpen();
            if (entered.AssigneeId is { } person) await ListAccess.RequireSeenByAsync(db, list, [person], ct);
            Validation.Require(entered);
            var stored = await db.TakeOverAsync(entered, ct);
            stored.Plan(await OfficeClock.CalendarAsync(db, office.Company, ct));
            await db.FlushAsync(ct);
            return stored.Id;
        }, ct);

    /// <summary>The next days on which what is entered would be due, before it is saved.</summary>
    public Task<List<DateOnly>> AheadAsync(Recurrence entered, int days = 5, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            var calendar = await OfficeClock.CalendarAsync(db, office.Company, ct);
            entered.When.Require(calendar);
            return entered.When.Days(calendar).Where(d => d >= db.Today).Take(days).Select(d => entered.When.DueOn(d, calendar)).ToList();
        }, ct);
}

/// <summary>A recurring task in the list.</summary>
public sealed class RecurrenceRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "Title")]
    public string Title { get; init; } = "";

    [NotSorted, Searched, Display(Name = "List")]
    public string List { get; init; } = "";

    [NotSorted, Display(Name = "Assignee")]
    public string? Assignee { get; init; }

    [NotSorted, Display(Name = "Comes back every")]
    public Rhythm Rhythm { get; init; }

    [NotSorted, Display(Name = "Number")]
    public int Every { get; init; }

    [Display(Name = "Next")]
    public DateOnly? NextOn { get; init; }

    [Display(Name = "Last")]
    public DateOnly? LastOn { get; init; }

    [Display(Name = "Times")]
    public int Made { get; init; }

    [Display(Name = "Paused")]
    public bool IsPaused { get; init; }

    internal static IQueryable<RecurrenceRow> From(BackOfficeDb db)
    {
        var visible = db.Set<TaskList>().VisibleTo(db.Actor, db);
        return from r in db.Set<Recurrence>()
               join list in visible on r.ListId equals list.Id
               join person in db.Set<Person>() on r.AssigneeId equals person.Id into people
               from person in people.DefaultIfEmpty()
               select new RecurrenceRow { Id = r.Id, Title = r.Title, List = list.Name, Assignee = person!.Name, Rhythm = r.Rhythm, Every = r.Every, NextOn = r.NextOn, LastOn = r.LastOn, Made = r.Made, IsPaused = r.IsPaused };
    }
}
