using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Comments;

/// <summary>What people say to each other about a record, whatever record it is.</summary>
public sealed class Conversation(Office office)
{
    /// <summary>What was said about a record, oldest first.</summary>
    public Task<List<Comment>> AboutAsync(RecordRef record, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db =>
        {
            await RecordSight.RequireAsync(db, record, ct);
            return await db.Set<Comment>().Where(c => c.RecordKind == record.Kind && c.RecordId == record.Id).OrderBy(c => c.Id).ToListAsync(ct);
        }, ct);

    /// <summary>Says something; who is called by name hears of it.</summary>
    /// <returns>The comment's id.</returns>
    public Task<long> SayAsync(RecordRef record, string text, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            await RecordSight.RequireAsync(db, record, ct);
            var author = db.Actor.IsHouse ? null : await db.RequirePersonAsync(ct);
            var comment = new Comment { RecordKind = record.Kind, RecordId = record.Id, Text = text, AuthorId = author?.Id, AuthorName = author?.Name ?? db.Actor.Name, At = db.Now };
            Validation.Require(comment);
            var called = await MentionReading.PeopleAsync(db, comment.Text, record, ct);
            db.Add(comment);
            await db.FlushAsync(ct);
            await CallAsync(db, comment, called, ct);
            await TouchAsync(db, record, ct);
            return comment.Id;
        }, ct);

    /// <summary>Words a comment of one's own anew; who is newly called hears of it.</summary>
    public Task RewordAsync(long commentId, string text, CancellationToken ct = default) =>
        ChangeOwnAsync(commentId, async (db, comment) =>
        {
            (comment.Text, comment.EditedAt) = (text, db.Now);
            Validation.Require(comment);
            var called = await MentionReading.PeopleAsync(db, comment.Text, comment.Record, ct);
            var known = await db.Set<Mention>().Where(m => m.CommentId == commentId).ToListAsync(ct);
            db.RemoveRange(known.Where(m => called.All(p => p.Id != m.PersonId)));
            await CallAsync(db, comment, [.. called.Where(p => known.TrueForAll(m => m.PersonId != p.Id))], ct);
        }, ct);

    /// <summary>Takes a comment of one's own back; the audit trail keeps it.</summary>
    public Task TakeBackAsync(long commentId, CancellationToken ct = default) =>
        ChangeOwnAsync(commentId, (db, comment) => { db.Remove(comment); return Task.CompletedTask; }, ct);

    private Task ChangeOwnAsync(long commentId, Func<BackOfficeDb, Comment, Task> change, CancellationToken ct) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var comment = await db.FindAsync<Comment>(commentId, ct);
            await RecordSight.RequireAsync(db, comment.Record, ct);
            var own = db.Actor.IsHouse || comment.AuthorId is { } author && (await db.RequirePersonAsync(ct)).Id == author;
            Rule.Require(own, "{0} wrote this and changes it.", comment.AuthorName);
            await change(db, comment);
        }, ct);

    private static async Task CallAsync(BackOfficeDb db, Comment comment, IReadOnlyList<Person> called, CancellationToken ct)
    {
        db.AddRange(called.Select(p => new Mention { CommentId = comment.Id, PersonId = p.Id }));
        var title = await RecordTitles.OfAsync(db, comment.Record, ct);
        await TaskTelling.TellAsync(db, called, TasksNotices.Mentioned, NoticeLevel.Info, "{0} mentioned you: {1}", [comment.AuthorName, title], comment.Record, ct);
    }

    private static async Task TouchAsync(BackOfficeDb db, RecordRef record, CancellationToken ct)
    {
        if (record.Kind != TaskSight.TaskKind) return;
        (await db.FindAsync<WorkItem>(record.Id, ct)).TouchedAt = db.Now;
    }
}
