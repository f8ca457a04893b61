using System.Data.Common;
using System.Reflection;
using System.Text.Json;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Takes a file through the office chunk by chunk, each chunk one transaction; once to see what would happen, once to let it happen.</summary>
internal sealed class ImportPass(Office office, long runId, Table table, bool keep)
{
    /// <summary>Rows in a chunk: large enough to be quick, small enough for SQL Server's 2,100 parameters and for a short lock.</summary>
    internal const int ChunkSize = 1_000;

    private static readonly MethodInfo InsertMany = typeof(BackOfficeDb).GetMethod(nameof(BackOfficeDb.InsertManyAsync))!;

    /// <summary>Goes on behind the rows that were dealt with already.</summary>
    public async Task RunAsync(ImportRun run, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var (about, kind) = ImportKind.Find(run.Kind);
        var reading = new ImportReading(table, kind, run.MappingInUse);
        var position = 0;
        foreach (var rows in reading.Rows().Chunk(ChunkSize))
        {
            ct.ThrowIfCancellationRequested();
            // Rows of a finished chunk are read again only for their keys.
            if (position >= run.Read) await PassAsync(about, kind, position, rows, ct);
            position += rows.Length;
            progress?.Report(new ImportProgress(position, run.Total));
        }
    }

    // A chunk that the database refuses is halved until the one row to blame stands alone; that one is rejected, all others are kept.
    private async Task PassAsync(ImportAttribute about, ImportKind kind, int position, ReadRow[] rows, CancellationToken ct)
    {
        try
        {
            await office.ChangeAsync(about.Permission, db => WorkAsync(db, kind, position, rows, ct), ct);
        }
        catch (Exception refusal) when (Refused(refusal) is { } fault)
        {
            if (rows.Length == 1)
            {
                await office.ChangeAsync(about.Permission, db => WorkAsync(db, kind, position, [rows[0] with { Fault = fault }], ct), ct);
                return;
            }
            var half = rows.Length / 2;
            await PassAsync(about, kind, position, rows[..half], ct);
            await PassAsync(about, kind, position + half, rows[half..], ct);
        }
    }

    private async Task WorkAsync(BackOfficeDb db, ImportKind kind, int position, ReadRow[] rows, CancellationToken ct)
    {
        var lines = Array.ConvertAll(rows, r => new ImportLine(r.Number, r.Values, r.Fault));
        var chunk = new ImportChunk(db, office.Company, lines);
        await kind.JudgeAsync(chunk, ct);
        if (!keep) chunk.TryLater();
        else
        {
            await SaveAsync(db, lines, ct);
            await kind.PostAsync(chunk, ct);
            await db.FlushAsync(ct);
        }
        // What was only tried out must not be saved along with its report.
        db.ChangeTracker.Clear();
        await db.InsertManyAsync<ImportRow>([.. lines.Zip(rows).SelectMany(x => Report(x.First, x.Second.Label))], ct);
        await CountAsync(db, position, lines, ct);
    }

    private static async Task SaveAsync(BackOfficeDb db, ImportLine[] lines, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        // In rounds: what needs an id of the round before is made when that is known, and may bring along more.
        var round = lines.SelectMany(l => l.Added).ToList();
        do
        {
            await InsertAsync(db, round, ct);
            round = [.. lines.SelectMany(l => l.MakeLater())];
        }
        while (round.Count > 0);
    }

    // By type, in the order in which the kind brought the types along: what others refer to comes first.
    private static async Task InsertAsync(BackOfficeDb db, IEnumerable<Entity> added, CancellationToken ct)
    {
        foreach (var group in added.GroupBy(e => e.GetType()).ToList())
        {
            var records = Array.CreateInstance(group.Key, group.Count());
            var i = 0;
            foreach (var record in group) records.SetValue(record, i++);
            await (Task)InsertMany.MakeGenericMethod(group.Key).Invoke(db, BindingFlags.DoNotWrapExceptions, null, [records, ct], null)!;
        }
    }

    private IEnumerable<ImportRow> Report(ImportLine line, string label)
    {
        if (line.Verdict == ImportVerdict.Unchanged) yield break;
        if (!keep || line.Verdict == ImportVerdict.Rejected || line.Added.Count + line.Edits.Count + line.Postings.Count == 0)
        {
            yield return new ImportRow
            {
                RunId = runId, Row = line.Number, Verdict = line.Verdict, IsMain = true, Label = label, Column = line.Fault?.Field, Sentence = line.Fault?.Sentence,
                Changes = line.Declared ?? line.Edits.Select(e => e.Changes).FirstOrDefault(), Args = line.Fault is { } fault ? JsonSerializer.Serialize(fault.Args) : null,
            };
            yield break;
        }
        var touched = line.Added.Select(e => (Record: RecordRef.Of(e), (int?)e.Version, Verdict: ImportVerdict.New, Changes: (string?)null, Posting: false))
            .Concat(line.Edits.Select(e => (RecordRef.Of(e.Record), (int?)e.Record.Version, ImportVerdict.Changed, (string?)e.Changes, false)))
            .Concat(line.Postings.Select(p => (p.Record, p.Entity?.Version, line.Verdict, line.Declared, true)));
        var first = true;
        foreach (var (record, version, verdict, changes, posting) in touched)
        {
            yield return new ImportRow
            {
                RunId = runId, Row = line.Number, Verdict = first ? line.Verdict : verdict, IsMain = first, IsPosting = posting, Label = label,
                RecordKind = record.Kind, RecordId = record.Id, RecordVersion = version, Changes = changes,
            };
            first = false;
        }
    }

    private async Task CountAsync(BackOfficeDb db, int position, ImportLine[] lines, CancellationToken ct)
    {
        int Of(ImportVerdict verdict) => lines.Count(l => l.Verdict == verdict);
        var (created, updated, unchanged, rejected, read) = (Of(ImportVerdict.New), Of(ImportVerdict.Changed), Of(ImportVerdict.Unchanged), Of(ImportVerdict.Rejected), lines.Length);
        var state = keep ? ImportState.Importing : ImportState.Checking;
        var counted = await db.Set<ImportRun>().Where(r => r.Id == runId && r.Read == position && r.State == state).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.Read, r => r.Read + read).SetProperty(r => r.Created, r => r.Created + created).SetProperty(r => r.Updated, r => r.Updated + updated)
            .SetProperty(r => r.Unchanged, r => r.Unchanged + unchanged).SetProperty(r => r.Rejected, r => r.Rejected + rejected).SetProperty(r => r.Version, r => r.Version + 1), ct);
        if (counted == 0) throw new ImportElsewhere();
    }

    private static Fault? Refused(Exception refusal) => refusal switch
    {
        RuleBroken rule and not ImportElsewhere => rule.Faults[0],
        DbUpdateException { InnerException: DbException inner } when IsConstraint(inner) => Constraint,
        DbException failure when IsConstraint(failure) => Constraint,
        _ => null,
    };

    private static readonly Fault Constraint = new(null, "The database refuses this row: a record like it exists already, or it refers to one that does not.");

    // SQLite names the constraint; SQL Server numbers it: 2601 and 2627 for a unique index, 547 for a reference.
    private static bool IsConstraint(DbException failure) =>
        failure.Message.Contains("constraint failed", StringComparison.Ordinal) || failure.GetType().GetProperty("Number")?.GetValue(failure) is 2601 or 2627 or 547;
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Rows dealt with.</param>
/// <param name="Total">Rows in the file.</param>
public readonly record struct ImportProgress(int Done, int Total);

/// <summary>Another process works on the same import at the same time.</summary>
public sealed class ImportElsewhere() : RuleBroken("This import is being carried out elsewhere. Wait for it to end and open it again.");
