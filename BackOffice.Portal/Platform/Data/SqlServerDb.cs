namespace BackOffice.Portal.Platform.Data;

/// <summary>The office's database on SQL Server: several instances of the portal may share it.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : BackOfficeDb(options)
{
    /// <inheritdoc/>
    public override async Task LockAsync(string name, bool exclusive, CancellationToken ct)
    {
        var mode = exclusive ? "Exclusive" : "Shared";
        await Database.ExecuteSqlAsync(
            $"""
            DECLARE @answer int;
            EXEC @answer = sp_getapplock @Resource = {"BackOffice:" + name}, @LockMode = {mode}, @LockOwner = 'Transaction', @LockTimeout = 15000;
            IF @answer < 0 THROW 51000, 'A lock of the office was not to be had within 15 seconds.', 1;
            """, ct);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_CI_AS_SC");
    }

    /// <summary>What EF's migrations do not know: each a batch of its own, safe to repeat, run after every migration.</summary>
    internal static IReadOnlyList<string> AfterMigration { get; } =
    [
        // Readers then never wait for writers, as on SQLite.
        "IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0) ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;",
        "CREATE OR ALTER TRIGGER AuditEntry_WrittenOnce ON AuditEntry INSTEAD OF UPDATE, DELETE AS THROW 51001, 'The audit trail is written once.', 1;",
        "CREATE OR ALTER TRIGGER AuditSeal_WrittenOnce ON AuditSeal INSTEAD OF UPDATE, DELETE AS THROW 51001, 'The audit trail is written once.', 1;",
    ];

    internal async Task AfterMigrationAsync(CancellationToken ct)
    {
        foreach (var batch in AfterMigration) await Database.ExecuteSqlRawAsync(batch, ct);
    }
}
