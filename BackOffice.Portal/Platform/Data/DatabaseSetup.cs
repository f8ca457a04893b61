using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BackOffice.Portal.Platform.Data;

/// <summary>Brings the database to the shape that this version of the portal needs.</summary>
public sealed class DatabaseSetup(OpenDb open, TimeProvider time)
{
    /// <summary>At start: the embedded database is brought up to date, after a backup; a server's database must be so already unless <paramref name="migrate"/>.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="RuleBroken">The schema is behind, or was made by a newer version.</exception>
    public async Task<int> PrepareAsync(bool migrate, CancellationToken ct = default)
    {
        await using var db = open();
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0)
        {
            await RequireKnownAsync(db, ct);
            return 0;
        }
        if (db is SqliteDb sqlite) await MigrateFileAsync(sqlite, ct);
        else if (db is SqlServerDb server && migrate) await MigrateServerAsync(server, ct);
        else throw new RuleBroken(new Fault(null, "The database is behind by {0} migrations, the first is {1}. Run \"BackOffice.Portal migrate\", or start with --migrate.", pending.Count, pending[0]));
        return pending.Count;
    }

    /// <summary>Refuses unless there is a database in the shape this version needs; changes nothing.</summary>
    public async Task RequireReadyAsync(CancellationToken ct = default)
    {
        await using var db = open();
        if (db is SqliteDb)
        {
            var path = Path.GetFullPath(((SqliteConnection)db.Database.GetDbConnection()).DataSource);
            Rule.Require(File.Exists(path), "There is no database at {0}. Start the portal once, or name another file in ConnectionStrings:Sqlite.", path);
        }
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        Rule.Require(pending.Count == 0, "The database is behind by {0} migrations. Run \"BackOffice.Portal migrate\" first.", pending.Count);
        await RequireKnownAsync(db, ct);
    }

    private static async Task RequireKnownAsync(BackOfficeDb db, CancellationToken ct)
    {
        var known = db.GetService<IMigrationsAssembly>().Migrations.Keys;
        var newer = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(known, StringComparer.Ordinal).FirstOrDefault();
        Rule.Require(newer is null, "The database was made by a newer version of the portal ({0}). Start that version.", newer);
    }

    private static async Task MigrateServerAsync(SqlServerDb db, CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        await db.AfterMigrationAsync(ct);
    }

    private async Task MigrateFileAsync(SqliteDb db, CancellationToken ct)
    {
        var path = Path.GetFullPath(((SqliteConnection)db.Database.GetDbConnection()).DataSource);
        // One process migrates; a second one waits here and then finds nothing to do. The file is only a lock.
        await using var gate = await WaitForGateAsync(path + ".migrating", ct);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Count > 0) Backup(db, $"{path}.before-{time.GetUtcNow():yyyyMMdd-HHmmss}.bak");
        // A killed process leaves EF's own lock row behind, for which EF would wait for ever; ours is held, so it is stale.
        if (applied.Count > 0) await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); DELETE FROM \"__EFMigrationsLock\";", ct);
        await db.Database.MigrateAsync(ct);
        await db.AfterMigrationAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", ct);
    }

    private static async Task<FileStream> WaitForGateAsync(string path, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    private static void Backup(SqliteDb db, string target)
    {
        var source = (SqliteConnection)db.Database.GetDbConnection();
        source.Open();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        source.BackupDatabase(copy);
    }
}
