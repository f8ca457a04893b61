using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Templates;

/// <summary>The templates: written, and used.</summary>
public sealed class TemplateShelf(Office office)
{
    /// <summary>All templates.</summary>
    [List("tasks.templates")]
    public Task<Page<TemplateRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => db.Set<ListTemplate>().Select(t => new TemplateRow { Id = t.Id, Name = t.Name, Purpose = t.Purpose, Tasks = t.Tasks.Count }).ToPageAsync(query, ct), ct);

    /// <summary>One template with its tasks in order.</summary>
    public Task<ListTemplate> GetAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, db => LoadAsync(db, id, ct), ct);

    /// <summary>Saves name and purpose.</summary>
    /// <returns>Its id.</returns>
    public Task<long> SaveAsync(ListTemplate entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, key, async db =>
        {
            var stored = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return stored.Id;
        }, ct);

    /// <summary>Adds a task to a template, or saves it.</summary>
    public Task SaveTaskAsync(long templateId, TemplateTask entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, key, async db =>
        {
            var template = await LoadAsync(db, templateId, ct);
            if (entered.IsNew) template.Add(entered);
            else template.Require(await db.TakeOverAsync(entered, ct));
        }, ct);

    /// <summary>Takes a task off a template.</summary>
    public Task RemoveTaskAsync(long templateId, long taskId, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, async db => (await LoadAsync(db, templateId, ct)).Remove(taskId), ct);

    /// <summary>Uses a template: makes a list of its own, whose members are the people of its roles, with all its tasks.</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="use">For what, from when, and who is who.</param>
    /// <param name="key">The wish.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The list's id.</returns>
    public Task<long> UseAsync(long templateId, TemplateUse use, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.Lists, key, async db =>
        {
            var template = await LoadAsync(db, templateId, ct);
            Rule.Require(template.Tasks.Count > 0, "{0} has no tasks yet.", template.Name);
            Rule.RequireField(nameof(TemplateUse.StartOn), use.StartOn.Year is >= 2000 and <= 2190, "The list would start in the year {0}. Check the day.", use.StartOn.Year);
            var people = new Dictionary<string, long>(use.People, StringComparer.OrdinalIgnoreCase);
            var nobody = template.Roles.Where(r => !people.ContainsKey(r)).ToList();
            Rule.Require(nobody.Count == 0, "Say who is: {0}.", string.Join(", ", nobody));
            var list = TaskList.WithUsualStates(use.Name);
            list.Purpose = template.Purpose;
            var maker = (await db.ActingPersonAsync(ct))?.Id;
            foreach (var person in people.Values.Concat(maker is { } own ? [own] : []).Distinct()) list.Admit(new ListMember { PersonId = person, MayEdit = true });
            db.Add(list);
            await db.FlushAsync(ct);
            await FillAsync(db, template, list, use.StartOn, people, ct);
            return list.Id;
        }, ct);

    private async Task FillAsync(BackOfficeDb db, ListTemplate template, TaskList list, DateOnly startOn, Dictionary<string, long> people, CancellationToken ct)
    {
        var calendar = await OfficeClock.CalendarAsync(db, office.Company, ct);
        var made = new Dictionary<int, WorkItem>();
        foreach (var task in template.Tasks.OrderBy(t => t.Position))
        {
            var item = new WorkItem
            {
                ListId = list.Id, Title = task.Title, Description = task.Description, Priority = task.Priority, Estimate = task.Estimate, AssigneeId = task.Role is { } role ? people[role] : null,
                DueAt = LocalTime.ToUtc(office.Company.TimeZone, WorkingDays.From(startOn, task.DueAfter, calendar), TimeSpan.FromHours(17)),
            };
            await TaskBirth.AddAsync(db, list, item, list.FirstState(), task.Under is { } under ? made[under] : null, ct);
            await db.FlushAsync(ct);
            made[task.Position] = item;
            if (task.WaitsFor is { } earlier) db.Add(new Dependency { WorkItemId = item.Id, OnKind = TaskSight.TaskKind, OnId = made[earlier].Id });
            db.AddRange((task.Checklist ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, i) => new CheckPoint { WorkItemId = item.Id, Position = i + 1, Text = line }));
        }
    }

    private static async Task<ListTemplate> LoadAsync(BackOfficeDb db, long id, CancellationToken ct) =>
        await db.Set<ListTemplate>().Include(t => t.Tasks.OrderBy(x => x.Position)).FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new RecordMissing("tasks.template", id);
}

/// <summary>For what a template is used.</summary>
/// <param name="Name">The new list: "Onboarding Anna Berg".</param>
/// <param name="StartOn">The day from which its days are counted.</param>
/// <param name="People">Who is who: role to person.</param>
public sealed record TemplateUse(string Name, DateOnly StartOn, IReadOnlyDictionary<string, long> People);

/// <summary>A template in the list.</summary>
public sealed class TemplateRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "Name")]
    public string Name { get; init; } = "";

    [Searched, NotSorted, Display(Name = "Purpose")]
    public string? Purpose { get; init; }

    [NotSorted, Display(Name = "Tasks")]
    public int Tasks { get; init; }
}

/// <summary>Counts days on which the office works.</summary>
internal static class WorkingDays
{
    /// <summary>The working day so many after a day, or before it with a minus; with 0 the day itself or the next one.</summary>
    public static DateOnly From(DateOnly day, int count, WorkingCalendar calendar)
    {
        day = calendar.OnOrAfter(day);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (calendar.IsWorkingDay(day)) left--;
        }
        return day;
    }
}
