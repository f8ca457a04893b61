using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Portal.Platform.CommandLine;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Files;
using Microsoft.Data.Sqlite;

namespace BackOffice.Portal.Platform.Operations;

/// <summary>What a backup holds.</summary>
/// <param name="MadeAt">When, in UTC.</param>
/// <param name="Provider">The make of the database.</param>
/// <param name="Migration">The shape of the database.</param>
/// <param name="ServerFile">Where a server wrote its own copy.</param>
/// <param name="Parts">The files, each with its checksum.</param>
public sealed record BackupManifest(DateTime MadeAt, string Provider, string? Migration, string? ServerFile, IReadOnlyList<BackupPart> Parts);

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its place in the backup.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its checksum in hexadecimal.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <summary>Everything the portal keeps, in one file: database, files, head of the audit trail, and a manifest with checksums.</summary>
public sealed class Backup(OpenDb open, AuditAnchor anchor, IConfiguration settings, TimeProvider time)
{
    private const string Database = "office.db";
    private const string Head = "audit-head.log";
    private const string Files = "files/";
    private const string Manifest = "manifest.json";

    private string FilesFolder => FilesSetup.FolderOf(settings);

    private string DataFolder => Path.GetDirectoryName(Presence.EmbeddedFile(settings) ?? Path.GetFullPath(anchor.Path))!;

    /// <summary>A file named after the moment.</summary>
    public string UsualTarget() => Path.Combine(DataFolder, "backups", $"backoffice-{time.GetUtcNow():yyyyMMdd-HHmmss}.zip");

    /// <summary>Writes a backup; a file that is there already is never overwritten, and a torn one never stands under its name.</summary>
    public async Task<BackupManifest> WriteAsync(string target, CancellationToken ct)
    {
        Rule.Require(!File.Exists(target), "There is a file called {0} already. Choose another name.", target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var work = Directory.CreateDirectory(target + ".part").FullName;
        try
        {
            await using var db = open();
            var (server, shape) = (db is SqliteDb ? null : Path.ChangeExtension(target, ".bak"), (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault());
            // The heads as far as the copy goes: it would look cut off beside newer ones, and as if they had been cut beside older ones.
            if (server is null) await anchor.CopyAsync(Path.Combine(work, Head), await CopyAsync(db, Path.Combine(work, Database), ct), ct);
            else await db.Database.ExecuteSqlAsync($"DECLARE @name sysname = DB_NAME(); BACKUP DATABASE @name TO DISK = {server} WITH COPY_ONLY, CHECKSUM, INIT;", ct);
            var parts = await PackAsync(work, Path.Combine(work, "packed"), server, shape, ct);
            File.Move(Path.Combine(work, "packed"), target);
            return parts;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Puts a backup in place; what was there is put aside.</summary>
    /// <exception cref="RuleBroken">It is no backup, it is damaged, or there is a database already.</exception>
    public async Task<BackupManifest> RestoreAsync(string source, bool force, CancellationToken ct)
    {
        Rule.Require(File.Exists(source), "There is no file called {0}.", source);
        var database = Presence.EmbeddedFile(settings);
        Rule.Require(database is not null, "The database is on a server. Restore it there from the server's own copy, then run \"verify\".");
        using var archive = Open(source);
        var manifest = await CheckAsync(archive, ct);
        Rule.Require(manifest.Parts.Any(p => p.Name == Database), "The backup {0} holds no embedded database.", source);
        Rule.Require(force || !File.Exists(database), "There is a database at {0}. With --force it is put aside.", database);
        var aside = $".before-restore-{time.GetUtcNow():yyyyMMdd-HHmmss}";
        SqliteConnection.ClearAllPools();
        foreach (var path in (ReadOnlySpan<string>)[database!, database + "-wal", database + "-shm", anchor.Path]) if (File.Exists(path)) File.Move(path, path + aside);
        if (Directory.Exists(FilesFolder)) Directory.Move(FilesFolder, FilesFolder + aside);
        foreach (var part in manifest.Parts)
        {
            var place = part.Name switch { Database => database!, Head => Path.GetFullPath(anchor.Path), _ => Inside(FilesFolder, part.Name[Files.Length..]) };
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await archive.GetEntry(part.Name)!.ExtractToFileAsync(place, ct);
        }
        return manifest;
    }

    /// <summary>Copies the embedded database and answers the last seal of the audit trail in the copy.</summary>
    private static async Task<long> CopyAsync(BackOfficeDb db, string target, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        await copy.OpenAsync(ct);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
        await using var check = copy.CreateCommand();
        // One file, with nothing beside it that could be forgotten.
        check.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA quick_check(1); SELECT COALESCE(MAX(Id), 0) FROM AuditSeal;";
        await using var answers = await check.ExecuteReaderAsync(ct);
        await answers.NextResultAsync(ct);
        await answers.ReadAsync(ct);
        if (answers.GetString(0) is var answer and not "ok") throw new IOException($"The database is damaged, the backup was not kept: {answer}");
        await answers.NextResultAsync(ct);
        await answers.ReadAsync(ct);
        return answers.GetInt64(0);
    }

    private async Task<BackupManifest> PackAsync(string work, string target, string? server, string? shape, CancellationToken ct)
    {
        var sources = new[] { Database, Head }.Select(n => (Name: n, Path: Path.Combine(work, n))).Where(s => File.Exists(s.Path)).ToList();
        if (Directory.Exists(FilesFolder)) sources.AddRange(Directory.EnumerateFiles(FilesFolder, "*", SearchOption.AllDirectories).Select(f => (Files + Path.GetRelativePath(FilesFolder, f).Replace('\\', '/'), f)));
        await using var archive = await ZipFile.OpenAsync(target, ZipArchiveMode.Create, ct);
        var parts = new List<BackupPart>();
        foreach (var (name, path) in sources)
        {
            await using var input = File.OpenRead(path);
            parts.Add(new BackupPart(name, input.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(input, ct))));
            await archive.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest, ct);
        }
        var manifest = new BackupManifest(time.GetUtcNow().UtcDateTime, server is null ? "Sqlite" : "SqlServer", shape, server, parts);
        await using var entry = await archive.CreateEntry(Manifest).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, ct);
        return manifest;
    }

    private static ZipArchive Open(string source)
    {
        try
        {
            return ZipFile.OpenRead(source);
        }
        catch (InvalidDataException)
        {
            throw new RuleBroken(new Fault(null, "{0} is no backup of the portal.", source));
        }
    }

    private static async Task<BackupManifest> CheckAsync(ZipArchive archive, CancellationToken ct)
    {
        var entry = archive.GetEntry(Manifest);
        Rule.Require(entry is not null, "The file is no backup of the portal: it has no manifest.");
        await using var text = await entry!.OpenAsync(ct);
        var manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(text, JsonSerializerOptions.Web, ct))!;
        foreach (var part in manifest.Parts)
        {
            var packed = archive.GetEntry(part.Name);
            Rule.Require(packed is not null, "The backup is damaged: {0} is missing.", part.Name);
            await using var content = await packed!.OpenAsync(ct);
            Rule.Require(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == part.Sha256, "The backup is damaged: {0} is not what was saved.", part.Name);
        }
        return manifest;
    }

    private static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        Rule.Require(path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), "The backup names a file outside its place: {0}.", name);
        return path;
    }
}
