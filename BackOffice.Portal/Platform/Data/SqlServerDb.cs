using BackOffice.Domain.Platform.Search;

namespace BackOffice.Portal.Platform.Data;

/// <summary>The office's database on SQL Server: several instances of the portal may share it.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : BackOfficeDb(options)
{
    /// <inheritdoc/>
    public override IQueryable<long> SearchIds(string kind, string text)
    {
        var first = SearchEntry.FirstId(RecordKinds.All.Values.First(k => k.Kind == kind).Number);
        var next = first + (1L << 40);
        var found = Set<SearchEntry>().Where(s => s.Id >= first && s.Id < next);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Full-text CONTAINS knows beginnings of words only; people search inside words.
            var pattern = $"%{Escape(word)}%";
            found = found.Where(s => EF.Functions.Like(s.Title, pattern, "\\") || EF.Functions.Like(s.Text, pattern, "\\"));
        }
        return found.Select(s => s.RecordId);
    }

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

    private static string Escape(string text) =>
        SqliteDb.Escape(text).Replace("[", "\\[", StringComparison.Ordinal);
}
