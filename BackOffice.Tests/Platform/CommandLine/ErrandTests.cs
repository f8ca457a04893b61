using System.IO.Compression;
using System.Text.Json;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Jobs;
using Microsoft.Data.Sqlite;

namespace BackOffice.Tests.Platform.CommandLine;

/// <summary>What the commands print and end with.</summary>
public sealed class ErrandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_names_the_place_of_a_fault_and_ends_with_one()
    {
        await using var house = await FileHouseAsync();
        await house.PersonAsync("Anna");
        await house.Get<AuditTrail>().SealAsync(Ct);
        var (fine, words, _) = await RunAsync(house, "verify");
        Assert.Equal(0, fine);
        Assert.EndsWith("proofs, no difference.", words, StringComparison.Ordinal);

        await TamperAsync(house, "DROP TRIGGER AuditEntry_NoChange; UPDATE AuditEntry SET ActorName = 'nobody' WHERE Id = 2");
        var (fault, found, _) = await RunAsync(house, "verify");
        var (jsonCode, json, _) = await RunAsync(house, "verify", "--json");

        Assert.Equal((1, 1), (fault, jsonCode));
        Assert.Contains("      Entry 2 was edited or swapped", found, StringComparison.Ordinal);
        var answer = JsonDocument.Parse(json).RootElement;
        Assert.False(answer.GetProperty("holds").GetBoolean());
        Assert.Contains("Entry 2 was edited", answer.GetProperty("proofs")[0].GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_restores_to_the_same_house_and_puts_aside_what_was_there()
    {
        await using var house = await FileHouseAsync();
        await house.PersonAsync("Before the backup");
        await house.Get<AuditTrail>().SealAsync(Ct);
        Directory.CreateDirectory(Path.Combine(house.Folder, "files", "a"));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "files", "a", "paper.txt"), "paper", Ct);
        var file = Path.Combine(house.Folder, "saved.zip");

        var (code, words, _) = await RunAsync(house, "backup", file);
        Assert.Equal(0, code);
        Assert.StartsWith($"{file}: 3 files", words, StringComparison.Ordinal);
        Assert.Equal((2, $"There is a file called {file} already. Choose another name."), await FailAsync(house, "backup", file));
        await house.PersonAsync("After the backup");
        await house.Get<AuditTrail>().SealAsync(Ct);
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "files", "a", "paper.txt"), "changed", Ct);

        Assert.Equal((2, $"There is a database at {Path.Combine(house.Folder, "office.db")}. With --force it is put aside."), await FailAsync(house, "restore", file));
        var (restored, found, _) = await RunAsync(house, "restore", file, "--force");

        Assert.Equal(0, restored);
        Assert.Contains("no difference", found, StringComparison.Ordinal);
        await using var after = house.Second();
        Assert.Equal(["Before the backup"], await after.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<UserAccount>().Select(u => u.Name).ToListAsync(Ct), Ct));
        Assert.Equal("paper", await File.ReadAllTextAsync(Path.Combine(house.Folder, "files", "a", "paper.txt"), Ct));
        Assert.Single(Directory.GetFiles(house.Folder, "office.db.before-restore-*"));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_before_anything_is_touched()
    {
        await using var house = await FileHouseAsync();
        var file = Path.Combine(house.Folder, "saved.zip");
        await RunAsync(house, "backup", file);
        await using (var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, Ct))
        {
            archive.GetEntry("office.db")!.Delete();
            await using var entry = await archive.CreateEntry("office.db").OpenAsync(Ct);
            await entry.WriteAsync("another database"u8.ToArray(), Ct);
        }
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "letter.txt"), "Dear Anna", Ct);

        Assert.Equal((2, "The backup is damaged: office.db is not what was saved."), await FailAsync(house, "restore", file, "--force"));
        Assert.Equal((2, $"{Path.Combine(house.Folder, "letter.txt")} is no backup of the portal."), await FailAsync(house, "restore", Path.Combine(house.Folder, "letter.txt")));
        Assert.Equal((2, $"There is no file called {Path.Combine(house.Folder, "none.zip")}."), await FailAsync(house, "restore", Path.Combine(house.Folder, "none.zip")));
        Assert.Empty(Directory.GetFiles(house.Folder, "*before-restore*"));
    }

    [Fact]
    public async Task Nobody_restores_under_a_running_portal()
    {
        await using var house = await FileHouseAsync();
        var file = Path.Combine(house.Folder, "saved.zip");
        await RunAsync(house, "backup", file);
        await using var portal = await PortalProcess.StartAsync(house.Folder);

        Assert.Equal((2, "A portal or a command is at work with this database. Stop it first."), await FailAsync(house, "restore", file, "--force"));
        Assert.Equal(0, (await RunAsync(house, "verify")).Code);
    }

    [Fact]
    public async Task Jobs_are_listed_and_run_by_name()
    {
        await using var house = await FileHouseAsync();
        var (code, list, _) = await RunAsync(house, "jobs", "list");
        Assert.Equal(0, code);
        Assert.Contains("platform.nightly-proof  Recomputes stored balances", list, StringComparison.Ordinal);
        Assert.Contains("has not run yet", list, StringComparison.Ordinal);

        var (ran, words, _) = await RunAsync(house, "jobs", "run", "platform.nightly-proof");
        Assert.Equal(0, ran);
        Assert.Matches(@"^Nightly proof: \d+ proofs, no difference$", words);
        Assert.Equal((2, "There is no job called inventory.rerder. The list of jobs names them."), await FailAsync(house, "jobs", "run", "inventory.rerder"));
        Assert.Equal(2, (await FailAsync(house, "jobs", "run", "platform.nightly-proof", "--due", "tomorrow")).Code);
    }

    [Fact]
    public async Task The_first_administrator_comes_from_the_command_line()
    {
        await using var house = await FileHouseAsync();
        var anna = await house.PersonAsync("Anna Berg");

        var (code, words, _) = await RunAsync(house, "grant-admin", "Anna Berg");

        Assert.Equal(0, code);
        Assert.Matches(@"^Anna Berg \(tenant/[0-9a-f-]{36}\) is administrator now\.$", words);
        Assert.True(await house.As<Office>(anna).MayAsync(PlatformPermissions.Rights, Ct));
        Assert.Equal(2, (await FailAsync(house, "grant-admin", "Somebody Else")).Code);
    }

    [Fact]
    public async Task Migrate_and_demo_say_what_they_did()
    {
        await using var house = await FileHouseAsync();
        Assert.Equal((0, "The database is up to date.", ""), await RunAsync(house, "migrate"));
        var (code, words, _) = await RunAsync(house, "demo");
        Assert.Equal(0, code);
        Assert.EndsWith("The demo company is entered.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verfy")]
    [InlineData("verify --jsn")]
    [InlineData("jobs")]
    [InlineData("jobs run")]
    [InlineData("restore")]
    [InlineData("grant-admin")]
    public async Task What_is_not_understood_ends_with_two_and_shows_the_usage(string typed)
    {
        await using var house = await FileHouseAsync();
        var (code, output, errors) = await RunAsync(house, typed.Split(' '));
        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_explains_itself()
    {
        await using var house = await FileHouseAsync();
        var (_, all, _) = await RunAsync(house, "--help");
        foreach (var name in new[] { "backup", "demo", "grant-admin", "jobs", "jobs list", "jobs run", "migrate", "restore", "verify" })
        {
            Assert.Contains($"  {name.Split(' ')[0]} ", all, StringComparison.Ordinal);
            var (code, help, _) = await RunAsync(house, [.. name.Split(' '), "--help"]);
            Assert.Equal(0, code);
            Assert.Contains("Description:", help, StringComparison.Ordinal);
        }
    }

    private static async Task<TestHouse> FileHouseAsync()
    {
        Assert.SkipWhen(TestHouse.SqlServer is not null, "These commands work on a SQLite file.");
        return await TestHouse.OpenAsync();
    }

    private static async Task<(int Code, string Sentence)> FailAsync(TestHouse house, params string[] args)
    {
        var (code, _, errors) = await RunAsync(house, args);
        return (code, errors);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestHouse house, params string[] args) => Errands.RunAsync(house, args);

    private static async Task TamperAsync(TestHouse house, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Folder, "office.db")};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
