using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using BackOffice.Domain.Platform.Audit;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Records of the office by a key that files use, without regard to case.</summary>
public sealed class ImportLookup<T>
{
    private readonly Dictionary<string, T> _records = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks a record up.</summary>
    public bool TryGet(string key, [MaybeNullWhen(false)] out T record) => _records.TryGetValue(key, out record);

    /// <summary>Adds one; the first of two with the same key stays.</summary>
    public void Add(string key, T record) => _records.TryAdd(key, record);
}

/// <summary>Some hundred rows that are judged, and saved, together.</summary>
public sealed class ImportChunk
{
    internal ImportChunk(BackOfficeDb db, Company company, IReadOnlyList<ImportLine> lines) => (Db, Company, Lines) = (db, company, lines);

    /// <summary>The database, inside the running transaction; records found here are tracked.</summary>
    public BackOfficeDb Db { get; }

    /// <summary>The company.</summary>
    public Company Company { get; }

    /// <summary>All rows of the chunk, those already rejected included.</summary>
    public IReadOnlyList<ImportLine> Lines { get; }

    /// <summary>The rows that will be kept.</summary>
    public IEnumerable<ImportLine> Accepted => Lines.Where(l => l.Verdict != ImportVerdict.Rejected);

    /// <summary>What the rows of the chunk say in a column, each once.</summary>
    public List<T> Values<T>(ImportColumn<T> column) where T : notnull =>
        [.. Accepted.Where(l => l.Has(column)).Select(l => l.Get(column)).Distinct()];

    /// <summary>The records that a column names, by one query.</summary>
    public Task<ImportLookup<T>> FindAsync<T>(ImportColumn<string> column, Expression<Func<T, string>> key, CancellationToken ct) where T : Entity =>
        FindAsync(Db.Set<T>(), column, key, ct);

    /// <summary>The records that a column names, by one query.</summary>
    public async Task<ImportLookup<T>> FindAsync<T>(IQueryable<T> records, ImportColumn<string> column, Expression<Func<T, string>> key, CancellationToken ct) where T : Entity
    {
        var found = new ImportLookup<T>();
        var values = Values(column);
        if (values.Count == 0) return found;
        // A member of an object becomes a parameter of the statement; a plain constant would make every chunk a statement of its own.
        var parameter = Expression.Property(Expression.Constant(new Keys(values)), nameof(Keys.Values));
        var named = Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], parameter, key.Body), key.Parameters);
        var keyOf = key.Compile();
        await foreach (var record in records.Where(named).AsAsyncEnumerable().WithCancellation(ct)) found.Add(keyOf(record), record);
        return found;
    }

    /// <summary>Judges every row that is not rejected yet; a row that breaks a rule is rejected with the sentence, the others go on.</summary>
    public void Each(Action<ImportLine> judge)
    {
        foreach (var line in Accepted.ToList())
        {
            Try(line, () =>
            {
                judge(line);
                Weigh(line);
                line.Accept();
            });
        }
    }

    // The dry run makes what would be made later, too, so that it finds what is wrong with it.
    internal void TryLater()
    {
        foreach (var line in Accepted.ToList())
        {
            Try(line, () =>
            {
                for (var made = line.MakeLater(); made.Count > 0; made = line.MakeLater()) made.ForEach(Saving.Validation.Require);
            });
        }
    }

    private void Try(ImportLine line, Action step)
    {
        try
        {
            step();
        }
        catch (RuleBroken refusal)
        {
            Reject(line, refusal.Faults[0]);
        }
    }

    // New when it adds something, changed when a record differs from what the database holds: the same comparison that saving makes.
    private void Weigh(ImportLine line)
    {
        foreach (var added in line.Added) Saving.Validation.Require(added);
        foreach (var touched in line.Touched)
        {
            var entry = Db.Entry(touched);
            entry.DetectChanges();
            if (entry.State is not EntityState.Modified) continue;
            Saving.Validation.Require(touched);
            line.Edits.Add((touched, AuditFields.Differences(entry)));
        }
        if (line.Added.Count + line.Later.Count > 0) line.Verdict = ImportVerdict.New;
        else if (line.Edits.Count > 0) line.Verdict = ImportVerdict.Changed;
    }

    internal void Reject(ImportLine line, Fault fault)
    {
        (line.Verdict, line.Fault) = (ImportVerdict.Rejected, fault);
        line.Added.Clear();
        line.Later.Clear();
        line.Edits.Clear();
        foreach (var entry in line.Touched.Select(Db.Entry).Where(e => e.State is EntityState.Modified or EntityState.Unchanged))
        {
            entry.CurrentValues.SetValues(entry.OriginalValues);
            entry.State = EntityState.Unchanged;
        }
        line.Touched.Clear();
    }

    private sealed record Keys(List<string> Values);
}
