using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks;

/// <summary>Tells people what concerns their tasks.</summary>
internal static class TaskTelling
{
    /// <summary>Tells somebody that a task is his now.</summary>
    public static async Task GivenAsync(BackOfficeDb db, WorkItem item, long personId, CancellationToken ct) =>
        await TellAsync(db, [await db.FindAsync<Person>(personId, ct)], TasksNotices.Given, NoticeLevel.Info, "{0} {1} was given to you.", [item.Number, item.Title], RecordRef.Of(item), ct);

    /// <summary>Tells those who watch a task where it stands now.</summary>
    public static async Task MovedAsync(BackOfficeDb db, WorkItem item, string state, CancellationToken ct)
    {
        var watching = db.Set<Watching>().Where(w => w.WorkItemId == item.Id).Select(w => w.PersonId);
        var people = await db.Set<Person>().AsNoTracking().Where(p => watching.Contains(p.Id)).ToListAsync(ct);
        await TellAsync(db, people, TasksNotices.Moved, NoticeLevel.Info, "{0} {1} stands at: {2}.", [item.Number, item.Title, state], RecordRef.Of(item), ct);
    }

    /// <summary>Tells people something, except the one who does it and those who never sign in.</summary>
    public static Task TellAsync(BackOfficeDb db, IEnumerable<Person> people, NoticeKind kind, NoticeLevel level, string sentence, object?[] args, RecordRef about, CancellationToken ct) =>
        NoticeBoard.TellAsync(db, [.. people.Select(p => p.AccountId).OfType<long>().Where(account => account != db.Actor.UserId).Distinct()], kind, level, sentence, args, about, ct);
}
