using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Files;

/// <summary>The files on records: brought, looked at and taken away by whoever may see the record.</summary>
public sealed class FileRoom(Office office, FileStore store)
{
    /// <summary>How many files one record may have.</summary>
    public const int MostOfRecord = 200;

    /// <summary>The files of a record, newest first.</summary>
    public Task<List<Attachment>> OfAsync(RecordRef record, CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db =>
        {
            await RecordSight.RequireAsync(db, record, ct);
            return await db.Set<Attachment>().Where(a => a.RecordKind == record.Kind && a.RecordId == record.Id).OrderByDescending(a => a.Id).ToListAsync(ct);
        }, ct);

    /// <summary>Attaches a file to a record.</summary>
    /// <returns>The attachment's id.</returns>
    public async Task<long> AttachAsync(RecordRef record, string name, string? contentType, Stream content, RequestKey key = default, CancellationToken ct = default)
    {
        // Asked before anything is kept, so that nobody fills the disk with what is then refused.
        await office.ReadAsync(Permission.SignedIn, async db => { await RequireAttachableAsync(db, record, ct); return true; }, ct);
        var kept = await store.KeepAsync(content, ct);
        return await office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            await RequireAttachableAsync(db, record, ct);
            var attachment = new Attachment
            {
                RecordKind = record.Kind, RecordId = record.Id, Name = Attachment.CleanName(name), ContentType = contentType is { Length: > 0 and <= 100 } type ? type : "application/octet-stream",
                Bytes = kept.Bytes, Hash = kept.Hash, At = db.Now, ByUserId = db.Actor.UserId, ByName = db.Actor.Name,
            };
            db.Add(attachment);
            await db.FlushAsync(ct);
            return attachment.Id;
        }, ct);
    }

    /// <summary>A file with its content, for whoever may see its record at this moment.</summary>
    public async Task<(Attachment File, Stream Content)> OpenAsync(long id, CancellationToken ct = default)
    {
        var file = await office.ReadAsync(Permission.SignedIn, async db =>
        {
            var found = await db.FindAsync<Attachment>(id, ct);
            await RecordSight.RequireAsync(db, found.Record, ct);
            return found;
        }, ct);
        return (file, store.Open(file.Hash));
    }

    /// <summary>Takes a file away: whoever brought it may, and the house.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, async db =>
        {
            var file = await db.FindAsync<Attachment>(id, ct);
            await RecordSight.RequireAsync(db, file.Record, ct);
            Rule.Require(db.Actor.IsHouse || file.ByUserId == db.Actor.UserId, "{0} brought {1} and takes it away.", file.ByName, file.Name);
            db.Remove(file);
        }, ct);

    private static async Task RequireAttachableAsync(BackOfficeDb db, RecordRef record, CancellationToken ct)
    {
        await RecordSight.RequireAsync(db, record, ct);
        Rule.Require(await db.Set<Attachment>().CountAsync(a => a.RecordKind == record.Kind && a.RecordId == record.Id, ct) < MostOfRecord, "A record has at most {0} files. Take one away first.", MostOfRecord);
    }
}
