using System.Text.Json;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Keeps the files that were handed in, so that an import can be continued and its rejected rows fetched.</summary>
/// <param name="folder">Where; made when it is not there.</param>
/// <param name="clock">Files are kept for thirty days.</param>
public sealed class ImportFiles(string folder, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes a file in and returns the key under which it is kept.</summary>
    /// <exception cref="RuleBroken">It is larger than what is read.</exception>
    public async Task<string> KeepAsync(Stream file, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        Tidy();
        var key = Guid.CreateVersion7().ToString("N");
        await using var target = new FileStream(PathOf(key), FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(target, ct);
        return key;
    }

    /// <summary>Opens a kept file as it was understood last, or otherwise when something is said about it.</summary>
    /// <exception cref="RuleBroken">It is not kept any more, or holds no table.</exception>
    public Table Open(string? key, TableOptions? options = null)
    {
        Rule.Require(key is not null && Guid.TryParseExact(key, "N", out _) && File.Exists(PathOf(key)), "The file of this import is not kept any more. Hand it in again.");
        var notes = PathOf(key!) + ".json";
        if (options is null) return TableFile.Open(PathOf(key!), File.Exists(notes) ? JsonSerializer.Deserialize<TableOptions>(File.ReadAllText(notes)) : null);
        var table = TableFile.Open(PathOf(key!), options);
        File.WriteAllText(notes, JsonSerializer.Serialize(options));
        return table;
    }

    private string PathOf(string key) => Path.Combine(folder, key);

    private void Tidy()
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var old in new DirectoryInfo(folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before)) old.Delete();
    }
}
