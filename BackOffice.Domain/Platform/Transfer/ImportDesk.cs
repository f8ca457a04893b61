using System.Globalization;
using System.Text.Json;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Where files come in: they are understood, tried out, and imported.</summary>
public sealed class ImportDesk(Office office)
{
    /// <summary>How a file will be understood: as the last one with the same titles, or by the names of its columns.</summary>
    public Task<ImportMapping> ProposeAsync(string kind, Table table, CancellationToken ct = default)
    {
        var (about, columns) = ImportKind.Find(kind);
        var header = ImportMapping.HeaderKey(table.Columns);
        return office.ReadAsync(about.Permission, async db =>
        {
            var saved = await db.Set<SavedMapping>().Where(m => m.Kind == kind && m.HeaderKey == header).Select(m => m.Mapping).FirstOrDefaultAsync(ct);
            var guess = ImportMapping.Guess(columns, table.Columns);
            if (saved is null) return guess;
            // A kind may have learnt or lost columns since the mapping was saved.
            var last = JsonSerializer.Deserialize<ImportMapping>(saved)!;
            return last.Columns.Keys.All(c => columns.Columns.Any(k => k.Name == c)) ? last with { Formats = [] } : guess;
        }, ct);
    }

    /// <summary>Tries a file out: says for every row what would become of it and changes nothing but this report.</summary>
    /// <exception cref="RuleBroken">The mapping does not fit, or the file cannot be read.</exception>
    public async Task<ImportRun> CheckAsync(string kind, string fileName, Table table, ImportMapping mapping, string? fileKey = null, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var (about, columns) = ImportKind.Find(kind);
        await office.ReadAsync(about.Permission, _ => Task.FromResult(true), ct);
        var survey = ImportSurvey.Of(table, columns, mapping, ct);
        var run = await office.ChangeAsync(about.Permission, async db =>
        {
            var begun = new ImportRun
            {
                Kind = kind, FileName = Cell.Shorten(fileName), FileKey = fileKey, Mapping = JsonSerializer.Serialize(survey.Mapping), Total = survey.Rows,
                StartedAt = db.Now, By = office.Actor.Name, Notes = string.Join('\n', survey.Notes.Select(n => n.Text).Take(10)),
            };
            db.Add(begun);
            await SaveMappingAsync(db, kind, table, mapping, ct);
            await db.FlushAsync(ct);
            return begun;
        }, ct);
        await new ImportPass(office, run.Id, table, keep: false).RunAsync(run, progress, ct);
        return await FinishAsync(about, run.Id, ImportState.Checked, ct);
    }

    /// <summary>Imports a file that was tried out, or goes on where an import was interrupted.</summary>
    /// <exception cref="RuleBroken">It was imported already, is being imported, or cannot be read.</exception>
    public async Task<ImportRun> CommitAsync(long runId, Table table, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var about = await AboutAsync(runId, ct);
        var run = await office.ChangeAsync(about.Permission, async db =>
        {
            var begun = await db.FindAsync<ImportRun>(runId, ct);
            begun.MappingInUse.Require(ImportKind.Find(begun.Kind).Kind, table.Columns);
            var fresh = begun.State == ImportState.Checked;
            begun.Begin();
            await db.FlushAsync(ct);
            // The report of the dry run gives way to that of the import.
            if (fresh) await db.Set<ImportRow>().Where(r => r.RunId == runId).ExecuteDeleteAsync(ct);
            return begun;
        }, ct);
        await new ImportPass(office, runId, table, keep: true).RunAsync(run, progress, ct);
        return await FinishAsync(about, runId, ImportState.Done, ct);
    }

    private Task<ImportRun> FinishAsync(ImportAttribute about, long runId, ImportState state, CancellationToken ct) =>
        office.ChangeAsync(about.Permission, async db =>
        {
            var run = await db.FindAsync<ImportRun>(runId, ct);
            (run.State, run.FinishedAt, run.Total) = (state, db.Now, run.Read);
            return run;
        }, ct);

    private async Task<ImportAttribute> AboutAsync(long runId, CancellationToken ct) =>
        ImportKind.Find(await office.ReadAsync(Rights.Permission.SignedIn, async db => (await db.FindAsync<ImportRun>(runId, ct)).Kind, ct)).About;

    private static async Task SaveMappingAsync(BackOfficeDb db, string kind, Table table, ImportMapping mapping, CancellationToken ct)
    {
        var header = ImportMapping.HeaderKey(table.Columns);
        var saved = await db.Set<SavedMapping>().FirstOrDefaultAsync(m => m.Kind == kind && m.HeaderKey == header, ct);
        if (saved is null) db.Add(saved = new SavedMapping { Kind = kind, HeaderKey = header });
        saved.Mapping = JsonSerializer.Serialize(mapping);
    }
}

/// <summary>Says in one line what became of an import.</summary>
public static class ImportResult
{
    /// <summary>All rows and their fates, which always add up.</summary>
    public static string Words(ImportRun run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Read:N0} read = {run.Created:N0} created + {run.Updated:N0} updated + {run.Unchanged:N0} unchanged + {run.Rejected:N0} rejected");
}
