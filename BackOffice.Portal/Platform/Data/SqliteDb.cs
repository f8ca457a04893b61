using BackOffice.Domain.Platform.Search;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackOffice.Portal.Platform.Data;

/// <summary>The office's database in one SQLite file: the embedded default, one instance of the portal.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : BackOfficeDb(options)
{
    // SQLite has room for one writer; waiting here is fair and does not poll.
    private static readonly SemaphoreSlim WriteTurn = new(1, 1);

    /// <summary>Gives the context a connection of its own, for as long as it lives.</summary>
    internal SqliteDb Connect(KeptConnections connections)
    {
        if (Database.GetDbConnection() is not KeptConnection) Database.SetDbConnection(connections.Add(), contextOwnsConnection: true);
        return this;
    }

    /// <inheritdoc/>
    public override IQueryable<long> SearchIds(string kind, string text, int? most = null)
    {
        // The trigram index knows nothing shorter than three letters.
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToLookup(word => word.EnumerateRunes().Count() >= 3);
        if (!words[true].Any()) return base.SearchIds(kind, text, most);
        var number = RecordKinds.Of(RecordKinds.TypeOf(kind)).Number;
        var (first, next) = (SearchEntry.FirstId(number), SearchEntry.FirstId(number + 1));
        var match = string.Join(' ', words[true].Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        if (words[false].Any())
        {
            var indexed = Database.SqlQuery<long>($"SELECT rowid AS Value FROM SearchText WHERE SearchText MATCH {match} AND rowid >= {first} AND rowid < {next}");
            var found = Resembling(number, string.Join(' ', words[false])).Where(entry => indexed.Contains(entry.Id));
            return (most is null ? found : found.OrderBy(entry => entry.Id).Take(most.Value)).Select(entry => entry.RecordId);
        }
        return most is null
            ? Database.SqlQuery<long>($"SELECT rowid - {first} AS Value FROM SearchText WHERE SearchText MATCH {match} AND rowid >= {first} AND rowid < {next}")
            : Database.SqlQuery<long>($"SELECT rowid - {first} AS Value FROM SearchText WHERE SearchText MATCH {match} AND rowid >= {first} AND rowid < {next} ORDER BY rowid LIMIT {most}");
    }

    /// <summary>The one writer is locked by BEGIN IMMEDIATE already.</summary>
    public override Task LockAsync(string name, bool exclusive, CancellationToken ct) => Task.CompletedTask;

    internal override async ValueTask<IAsyncDisposable> WaitForWriteTurnAsync(CancellationToken ct)
    {
        await WriteTurn.WaitAsync(ct);
        return new Turn();
    }

    /// <inheritdoc/>
    public override Task InsertManyAsync<T>(IReadOnlyList<T> records, CancellationToken ct) => SqliteBulk.InsertAsync(this, records, ct);

    internal override Task AppendAsync<T>(IReadOnlyList<T> rows, CancellationToken ct)
    {
        if (rows.Count > 0) SqliteBulk.Append(this, rows);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HaveConversion<TenThousandths>().HaveColumnType("INTEGER");
        configurationBuilder.Properties<string>().UseCollation("NOCASE");
    }

    /// <summary>What EF's migrations do not know: the full-text table and the triggers that keep it in step. Safe to repeat; run after every migration.</summary>
    internal Task AfterMigrationAsync(CancellationToken ct) => Database.ExecuteSqlRawAsync(
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS SearchText USING fts5(Title, Text, content='SearchEntry', content_rowid='Id', tokenize='trigram');
        CREATE TRIGGER IF NOT EXISTS SearchEntry_Added AFTER INSERT ON SearchEntry BEGIN
          INSERT INTO SearchText(rowid, Title, Text) VALUES (new.Id, new.Title, new.Text);
        END;
        CREATE TRIGGER IF NOT EXISTS SearchEntry_Removed AFTER DELETE ON SearchEntry BEGIN
          INSERT INTO SearchText(SearchText, rowid, Title, Text) VALUES ('delete', old.Id, old.Title, old.Text);
        END;
        CREATE TRIGGER IF NOT EXISTS SearchEntry_Changed AFTER UPDATE ON SearchEntry BEGIN
          INSERT INTO SearchText(SearchText, rowid, Title, Text) VALUES ('delete', old.Id, old.Title, old.Text);
          INSERT INTO SearchText(rowid, Title, Text) VALUES (new.Id, new.Title, new.Text);
        END;
        CREATE TRIGGER IF NOT EXISTS AuditEntry_NoChange BEFORE UPDATE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'The audit trail is written once.'); END;
        CREATE TRIGGER IF NOT EXISTS AuditEntry_NoDelete BEFORE DELETE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'The audit trail is written once.'); END;
        CREATE TRIGGER IF NOT EXISTS AuditSeal_NoChange BEFORE UPDATE ON AuditSeal BEGIN SELECT RAISE(ABORT, 'The audit trail is written once.'); END;
        CREATE TRIGGER IF NOT EXISTS AuditSeal_NoDelete BEFORE DELETE ON AuditSeal BEGIN SELECT RAISE(ABORT, 'The audit trail is written once.'); END;
        """, ct);

    private sealed class Turn : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            WriteTurn.Release();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Decimals are whole ten-thousandths in SQLite: exact, indexable, quick to add up.</summary>
internal sealed class TenThousandths() : ValueConverter<decimal, long>(v => (long)(Math.Round(v, 4, MidpointRounding.AwayFromZero) * 10_000m), v => v / 10_000m);
