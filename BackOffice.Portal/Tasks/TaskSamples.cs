using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Tasks;
using BackOffice.Domain.Tasks.Comments;
using BackOffice.Domain.Tasks.Dependencies;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Recurring;
using BackOffice.Domain.Tasks.Templates;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Tasks;

/// <summary>The demo company's task lists: the office, a move of the warehouse, the close of a month.</summary>
internal sealed class TaskSamples(Office office, ListBook lists, TaskDesk desk, TaskParts parts, TieDesk ties, Conversation talk, RecurrenceBook recurring, RecurringTasks job, TemplateShelf shelf, TimeProvider time) : ISamples
{
    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public string Words => "Task lists, templates and recurring tasks";

    /// <inheritdoc/>
    public async Task FillAsync(Faker chance, CancellationToken ct)
    {
        var people = await office.ReadAsync(TasksPermissions.View, db => db.Set<Domain.Organization.People.Person>().Where(p => p.LeftOn == null).OrderBy(p => p.Id).Select(p => p.Id).Take(12).ToListAsync(ct), ct);
        long? Somebody() => people.Count == 0 ? null : chance.PickRandom(people);
        var ids = new List<long>();
        foreach (var sample in SampleTasks.Lists)
        {
            var list = await lists.StartAsync(sample.Name, Audience.Everybody, sample.Purpose, ct: ct);
            await lists.AddStateAsync(list, "Some day", StateGroup.Backlog, ct);
            var states = (await lists.GetAsync(list, ct)).States;
            var labels = new List<long>();
            foreach (var (name, colour) in SampleTasks.Labels) labels.Add(await lists.AddLabelAsync(list, name, colour, ct));
            foreach (var (title, days, hours, state, checks) in sample.Tasks)
            {
                var due = Day(days);
                var id = await desk.AddAsync(new WorkItem
                {
                    ListId = list, Title = title, AssigneeId = Somebody(), StartAt = due.AddDays(-Math.Max(1, Math.Ceiling(hours / 6d))), DueAt = due, Estimate = hours, Spent = state == StateGroup.Done ? hours : chance.Random.Int(0, hours / 2),
                    Priority = chance.PickRandom(Priority.Normal, Priority.Normal, Priority.Normal, Priority.Low, Priority.High, Priority.Urgent), Description = SampleTasks.Description,
                }, ct: ct);
                foreach (var check in checks) await parts.AddPointAsync(id, check, ct: ct);
                if (chance.Random.Bool()) await parts.LabelAsync(id, chance.PickRandom(labels), ct: ct);
                if (state != StateGroup.ToDo) await desk.MoveAsync(id, states.First(s => s.Group == state).Id, ct: ct);
                ids.Add(id);
            }
        }
        await TieAsync(ids, ct);
        await RepeatAsync(ct);
        await TemplatesAsync(ct);
    }

    private DateTime Day(int days) => LocalTime.ToUtc(office.Company.TimeZone, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, office.Company.TimeZone)).AddDays(days), TimeSpan.FromHours(17));

    // Some wait for each other, one for goods that are on their way, one keeps an order open.
    private async Task TieAsync(List<long> ids, CancellationToken ct)
    {
        await ties.WaitForAsync(ids[1], RecordRef.Of<WorkItem>(ids[0]), ct);
        await ties.WaitForAsync(ids[2], RecordRef.Of<WorkItem>(ids[1]), ct);
        await desk.AddAsync(new WorkItem { Title = "Order new shelf labels", DueAt = Day(3), Estimate = 1 }, parentId: ids[2], ct: ct);
        await talk.SayAsync(RecordRef.Of<WorkItem>(ids[0]), "The landlord has the plan. **Answer expected** by Thursday.", ct: ct);
        var order = await office.ReadAsync(TasksPermissions.View, db => db.Set<PurchaseOrder>().Where(o => o.State == OrderState.Sent).OrderByDescending(o => o.Id).Select(o => (long?)o.Id).FirstOrDefaultAsync(ct), ct);
        if (order is not { } id) return;
        await ties.WaitForAsync(ids[3], RecordRef.Of<PurchaseOrder>(id), ct);
        await ties.LinkAsync(ids[4], RecordRef.Of<PurchaseOrder>(id), isGate: true, ct);
    }

    private async Task RepeatAsync(CancellationToken ct)
    {
        var list = (await lists.MineAsync(ct))[0].Id;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, office.Company.TimeZone));
        await recurring.SaveAsync(new Recurrence { ListId = list, Title = "Count the petty cash", Rhythm = Rhythm.Weeks, OnDays = Weekdays.Friday, StartOn = today, OffDay = OffDay.Before, Estimate = 0.5m }, ct: ct);
        await recurring.SaveAsync(new Recurrence { ListId = list, Title = "Hand in the sales tax return", Rhythm = Rhythm.Months, MonthDay = MonthDay.WorkingDay, Nth = 10, StartOn = today, LeadDays = 7, Estimate = 3, Priority = Priority.High }, ct: ct);
        await recurring.SaveAsync(new Recurrence { ListId = list, Title = "Test the alarm", Rhythm = Rhythm.Months, MonthDay = MonthDay.Weekday, Nth = -1, Weekday = DayOfWeek.Wednesday, StartOn = today, Basis = Basis.Completion }, ct: ct);
        await job.RunAsync(new Domain.Platform.Jobs.RunningJob((_, _, _) => Task.CompletedTask), ct);
    }

    private async Task TemplatesAsync(CancellationToken ct)
    {
        foreach (var template in SampleTasks.Templates)
        {
            var id = await shelf.SaveAsync(new ListTemplate { Name = template.Name, Purpose = template.Purpose }, ct: ct);
            foreach (var (title, role, after, waits) in template.Tasks) await shelf.SaveTaskAsync(id, new TemplateTask { Title = title, Role = role, DueAfter = after, WaitsFor = waits, Estimate = 1 }, ct: ct);
        }
    }
}
