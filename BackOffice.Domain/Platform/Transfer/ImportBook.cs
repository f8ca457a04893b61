using System.Reflection;
using System.Text.Json;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>The book of all imports: what came in, what became of every row, and how to take an import back.</summary>
public sealed class ImportBook(Office office)
{
    private const int ChunkSize = 500;
    private static readonly MethodInfo Load = typeof(ImportBook).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The kinds of import that the actor may run.</summary>
    public Task<List<ImportAttribute>> KindsAsync(CancellationToken ct = default) => office.ReadAsync(Rights.Permission.SignedIn, db => AllowedAsync(db, ct), ct);

    /// <summary>The imports of the kinds that the actor may run, the latest first.</summary>
    public Task<Page<ImportRunLine>> RunsAsync(GridQuery query, CancellationToken ct = default) => office.ReadAsync(Rights.Permission.SignedIn, async db =>
    {
        var kinds = (await AllowedAsync(db, ct)).ConvertAll(k => k.Kind);
        return await db.Set<ImportRun>().Where(r => kinds.Contains(r.Kind)).Select(r => new ImportRunLine
        {
            Id = r.Id, Kind = r.Kind, FileName = r.FileName, State = r.State, Read = r.Read, Created = r.Created, Updated = r.Updated,
            Unchanged = r.Unchanged, Rejected = r.Rejected, StartedAt = r.StartedAt, By = r.By,
        }).ToPageAsync(query.Sorts.Count > 0 ? query : query with { Sorts = [new GridSort(nameof(ImportRunLine.Id), Descending: true)] }, ct);
    }, ct);

    /// <summary>One import.</summary>
    public Task<ImportRun> FindAsync(long runId, CancellationToken ct = default) => ReadAsync(runId, (_, run) => Task.FromResult(run), ct);

    /// <summary>What became of its rows; those that change nothing are only counted.</summary>
    public Task<Page<ImportRowLine>> RowsAsync(long runId, GridQuery query, CancellationToken ct = default) => ReadAsync(runId, (db, _) =>
        db.Set<ImportRow>().Where(r => r.RunId == runId && r.IsMain).Select(r => new ImportRowLine
        {
            Id = r.Id, Row = r.Row, Verdict = r.Verdict, Label = r.Label, Changes = r.Changes, Column = r.Column, Sentence = r.Sentence, Args = r.Args, RecordKind = r.RecordKind, RecordId = r.RecordId,
        }).ToPageAsync(query, ct), ct);

    /// <summary>The rejected rows and their reasons, by row.</summary>
    public Task<Dictionary<int, Fault>> ReasonsAsync(long runId, CancellationToken ct = default) => ReadAsync(runId, async (db, _) =>
        (await db.Set<ImportRow>().Where(r => r.RunId == runId && r.Verdict == ImportVerdict.Rejected).ToListAsync(ct)).ToDictionary(r => r.Row, r => r.Reason!), ct);

    /// <summary>Takes a whole import back: what it created is deleted, what it changed is as before. All of it or nothing.</summary>
    /// <exception cref="RuleBroken">Somebody has touched one of its records since.</exception>
    public async Task UndoAsync(long runId, RequestKey key, CancellationToken ct = default)
    {
        var kindName = await ReadAsync(runId, (_, run) => Task.FromResult(run.Kind), ct);
        var (about, kind) = ImportKind.Find(kindName);
        await office.ChangeAsync(about.Permission, key, async db =>
        {
            (await db.FindAsync<ImportRun>(runId, ct)).Undo(db.Now);
            await db.FlushAsync(ct);
            var known = new HashSet<(string, long)>();
            for (var before = long.MaxValue; ;)
            {
                var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.RunId == runId && r.Id < before && r.RecordId != null).OrderByDescending(r => r.Id).Take(ChunkSize).ToListAsync(ct);
                if (rows.Count == 0) break;
                before = rows[^1].Id;
                await kind.UnpostAsync(db, rows.FindAll(r => r.IsPosting), ct);
                await TakeBackAsync(db, rows.FindAll(r => !r.IsPosting), known, ct);
            }
            await kind.TakenBackAsync(db, ct);
        }, ct);
    }

    private static async Task TakeBackAsync(BackOfficeDb db, List<ImportRow> rows, HashSet<(string, long)> known, CancellationToken ct)
    {
        foreach (var group in rows.GroupBy(r => r.RecordKind!))
        {
            var type = db.Model.GetEntityTypes().Select(t => t.ClrType).First(t => t.IsSubclassOf(typeof(Entity)) && RecordKinds.Of(t).Kind == group.Key);
            var records = await (Task<Dictionary<long, Entity>>)Load.MakeGenericMethod(type).Invoke(null, [db, group.Select(r => r.RecordId!.Value).Distinct().ToList(), ct])!;
            foreach (var row in group)
            {
                var record = records.GetValueOrDefault(row.RecordId!.Value);
                // The latest row about a record comes first and knows the version that the import left behind.
                Rule.Require(record is not null && (!known.Add((group.Key, record.Id)) || record.Version == row.RecordVersion),
                    "Row {0}: \"{1}\" was changed after the import, so the import cannot be undone. Correct the record by hand.", row.Row, row.Label);
                if (row.Verdict == ImportVerdict.New) db.Remove(record!);
                else Restore(db, record!, row.Changes!);
            }
        }
        try
        {
            await db.FlushAsync(ct);
        }
        catch (DbUpdateException refusal) when (refusal is not DbUpdateConcurrencyException)
        {
            throw new RuleBroken("Other records refer to what this import created, so it cannot be undone. Remove those first.");
        }
        db.ChangeTracker.Clear();
    }

    private static void Restore(BackOfficeDb db, Entity record, string changes)
    {
        var entry = db.Entry(record);
        foreach (var (field, values) in JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(changes)!)
        {
            var property = entry.Property(field);
            var type = Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType;
            property.CurrentValue = values[0].ValueKind == JsonValueKind.Null ? null : type.IsEnum ? Enum.Parse(type, values[0].GetString()!) : values[0].Deserialize(type);
        }
    }

    private static async Task<Dictionary<long, Entity>> LoadAsync<T>(BackOfficeDb db, List<long> ids, CancellationToken ct) where T : Entity =>
        (await db.Set<T>().AsTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct)).ToDictionary(e => e.Id, e => (Entity)e);

    private async Task<T> ReadAsync<T>(long runId, Func<BackOfficeDb, ImportRun, Task<T>> ask, CancellationToken ct) => await office.ReadAsync(Rights.Permission.SignedIn, async db =>
    {
        var run = await db.FindAsync<ImportRun>(runId, ct);
        await Rights.RightsCheck.RequireAsync(db, ImportKind.Find(run.Kind).About.Permission, ct);
        return await ask(db, run);
    }, ct);

    private static async Task<List<ImportAttribute>> AllowedAsync(BackOfficeDb db, CancellationToken ct)
    {
        var allowed = new List<ImportAttribute>();
        foreach (var kind in ImportKind.All)
            if (await Rights.RightsCheck.HoldsAsync(db, kind.Permission, ct)) allowed.Add(kind);
        return allowed;
    }
}
