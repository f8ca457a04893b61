using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>Where late tasks go up the chain of command, and where a manager gives them time.</summary>
public sealed class EscalationDesk(Office office)
{
    /// <summary>The steps that a task went up, newest first.</summary>
    public Task<List<EscalationLine>> OfTaskAsync(long taskId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleTaskAsync(taskId, ct);
            return await (from escalation in db.Set<Escalation>()
                          join person in db.Set<Person>() on escalation.ToPersonId equals person.Id
                          where escalation.WorkItemId == taskId
                          orderby escalation.Id descending
                          select new EscalationLine(escalation.At, escalation.Step, person.Name)).ToListAsync(ct);
        }, ct);

    /// <summary>Until when a task was given time.</summary>
    public Task<DateTime?> SnoozedUntilAsync(long taskId, CancellationToken ct = default) =>
        office.ReadAsync(TasksPermissions.View, async db =>
        {
            await db.VisibleTaskAsync(taskId, ct);
            return await db.Set<Reminder>().Where(r => r.WorkItemId == taskId && r.SnoozedUntil > db.Now).Select(r => r.SnoozedUntil).FirstOrDefaultAsync(ct);
        }, ct);

    /// <summary>Gives a task time: nothing is said about its due time before that. Whoever stands above its assignee may.</summary>
    public Task SnoozeAsync(long taskId, DateTime until, CancellationToken ct = default) =>
        office.ChangeAsync(TasksPermissions.View, async db =>
        {
            var item = await db.VisibleTaskAsync(taskId, ct);
            Rule.RequireField("Until", until > db.Now && until <= db.Now.AddDays(366), "Give it time until a moment within a year from now.");
            var above = db.Actor.IsHouse || item.AssigneeId is { } person && await ChainOfCommand.IsAboveAsync(db, (await db.RequirePersonAsync(ct)).Id, person, db.Today, ct);
            Rule.Require(above, "Only who stands above the assignee of {0} can give it time.", item.Number);
            var reminder = await db.Set<Reminder>().FirstOrDefaultAsync(r => r.WorkItemId == taskId, ct);
            if (reminder is null) db.Add(reminder = new Reminder { WorkItemId = taskId, DueAt = item.DueAt });
            await Platform.Audit.AuditTrail.NoteAsync(db, RecordRef.Of(item), "SnoozedUntil", Written(reminder.SnoozedUntil), Written(until), ct);
            reminder.SnoozedUntil = until;
        }, ct);

    /// <summary>Tells those up the chain, each everything in one notice, and writes every step down.</summary>
    internal static async Task<int> RaiseAsync(BackOfficeDb db, IReadOnlyList<Step> steps, IReadOnlyDictionary<long, Person> people, CancellationToken ct)
    {
        if (steps.Count == 0) return 0;
        var chains = new Dictionary<long, List<Superior>>();
        foreach (var person in steps.Select(s => s.Due.PersonId).Distinct()) chains[person] = await ChainOfCommand.AllAboveAsync(db, person, db.Today, ct);
        var raised = new List<(Step Step, int Level, long To)>();
        foreach (var step in steps)
        {
            var above = chains[step.Due.PersonId];
            for (var level = step.Due.Up + 1; level <= Math.Min(step.Up, above.Count); level++) raised.Add((step, level, above[level - 1].PersonId));
        }
        var to = raised.Select(r => r.To).Distinct().ToList();
        var managers = await db.Set<Person>().AsNoTracking().Where(p => to.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var late in raised.GroupBy(r => r.To)) await DeadlineWords.EscalateAsync(db, managers[late.Key], [.. late.Select(r => (r.Step, people[r.Step.Due.PersonId]))], ct);
        db.AddRange(raised.Select(r => new Escalation { WorkItemId = r.Step.Due.Id, Step = r.Level, FromPersonId = r.Step.Due.PersonId, ToPersonId = r.To, DueAt = r.Step.Due.DueAt, At = db.Now }));
        return raised.Count;
    }

    private static string Written(DateTime? at) => at?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A step up the chain of command.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Step">1 is the assignee's manager.</param>
/// <param name="To">Who was told.</param>
public sealed record EscalationLine(DateTime At, int Step, string To);
