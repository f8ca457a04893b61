using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Deadlines;

/// <summary>Puts everything that somebody has to hear about due times into one notice.</summary>
internal static class DeadlineWords
{
    /// <summary>Reminds one person of his tasks, the earliest first.</summary>
    public static Task RemindAsync(BackOfficeDb db, Person person, IReadOnlyList<Step> steps, DateTime now, CancellationToken ct)
    {
        var (first, late) = (steps[0].Due, steps.Count(s => s.Due.DueAt <= now));
        var about = RecordRef.Of<WorkItem>(first.Id);
        return (steps.Count, late) switch
        {
            (1, 0) => TaskTelling.TellAsync(db, [person], TasksNotices.Due, NoticeLevel.Info, "{0} {1} will soon be due.", [first.Number, first.Title], about, ct),
            (1, _) => TaskTelling.TellAsync(db, [person], TasksNotices.Due, NoticeLevel.Warn, "{0} {1} is due.", [first.Number, first.Title], about, ct),
            (_, 0) => TaskTelling.TellAsync(db, [person], TasksNotices.Due, NoticeLevel.Info, "{0} of your tasks will soon be due, {1} {2} first.", [steps.Count, first.Number, first.Title], about, ct),
            _ => TaskTelling.TellAsync(db, [person], TasksNotices.Due, NoticeLevel.Warn, "{0} of your tasks are due or will soon be, {1} of them now. The first is {2} {3}.", [steps.Count, late, first.Number, first.Title], about, ct),
        };
    }

    /// <summary>Tells somebody up the chain of command which tasks below him are late.</summary>
    public static Task EscalateAsync(BackOfficeDb db, Person to, IReadOnlyList<(Step Step, Person Of)> late, CancellationToken ct)
    {
        var (first, of) = (late[0].Step.Due, late[0].Of);
        var about = RecordRef.Of<WorkItem>(first.Id);
        return late.Count == 1
            ? TaskTelling.TellAsync(db, [to], TasksNotices.Escalated, NoticeLevel.Bad, "{0} {1} of {2} is late.", [first.Number, first.Title, of.Name], about, ct)
            : TaskTelling.TellAsync(db, [to], TasksNotices.Escalated, NoticeLevel.Bad, "{0} tasks below you are late. The first is {1} {2} of {3}.", [late.Count, first.Number, first.Title, of.Name], about, ct);
    }
}
