using BackOffice.Portal.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BackOffice.Tests.Platform.House;

public sealed class MigrationTests
{
    private static SqlServerDb Server() => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=.").Options);

    private static SqliteDb File() => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);

    [Fact]
    public async Task Both_providers_have_migrations_for_the_whole_model()
    {
        await using var server = Server();
        await using var file = File();

        Assert.False(file.Database.HasPendingModelChanges(), "SQLite: run tools/new-migrations.sh");
        Assert.False(server.Database.HasPendingModelChanges(), "SQL Server: run tools/new-migrations.sh");
    }

    [Fact]
    public async Task The_script_for_sql_server_is_valid_transact_sql()
    {
        await using var server = Server();
        var script = server.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);

        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.Contains("CREATE TABLE [AuditEntry]", script, StringComparison.Ordinal);
        Assert.Contains("decimal(19,4)", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_are_whole_ten_thousandths_in_sqlite_and_decimals_on_the_server()
    {
        await using var server = Server();
        await using var file = File();
        static IEnumerable<string> Columns(DbContext db) => db.Model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => p.ClrType == typeof(decimal) || p.ClrType == typeof(decimal?)).Select(p => p.GetColumnType()).Distinct();

        Assert.Equal("INTEGER", Assert.Single(Columns(file)));
        Assert.Equal("decimal(19,4)", Assert.Single(Columns(server)));
    }
}
