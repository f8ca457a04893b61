using System.Globalization;

namespace BackOffice.Domain.Platform.Audit;

/// <summary>The newest seal, as it is written down outside the database.</summary>
/// <param name="SealId">Number of the seal.</param>
/// <param name="LastEntryId">Last entry in it.</param>
/// <param name="Hash">Its hash in hexadecimal.</param>
/// <param name="At">When, in UTC.</param>
public sealed record AuditHead(long SealId, long LastEntryId, string Hash, DateTime At);

/// <summary>A file outside the database to which the head of the audit chain is appended; who cuts the database's tail cannot cut this one with the same stroke.</summary>
/// <param name="path">The file; its folder is made when missing.</param>
public sealed class AuditAnchor(string path)
{
    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>Appends a head, flushed to the disk.</summary>
    public async Task WriteAsync(AuditHead head, CancellationToken ct)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        await using var file = await OpenAsync(ct);
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(LineOf(head)), ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies the heads up to a seal, for a backup whose database ends there.</summary>
    public async Task CopyAsync(string target, long lastSeal, CancellationToken ct) =>
        await File.WriteAllTextAsync(target, string.Concat((await ReadAsync(ct)).Where(h => h.SealId <= lastSeal).Select(LineOf)), ct);

    // The line break comes first, so that a line torn by a crash does not swallow the next one.
    private static string LineOf(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"\n{head.SealId} {head.LastEntryId} {head.Hash} {head.At:O}");

    // Two instances that wrote at once would overwrite each other's line: "append" is a position here, not a promise of the system.
    private async Task<FileStream> OpenAsync(CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
            }
        }
    }

    /// <summary>All heads that were written, oldest first; a last line torn by a crash is left out.</summary>
    public async Task<IReadOnlyList<AuditHead>> ReadAsync(CancellationToken ct)
    {
        if (!File.Exists(path)) return [];
        var heads = new List<AuditHead>();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.Split(' ') is [var seal, var entry, { Length: 64 } hash, var at]
                && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when))
                heads.Add(new AuditHead(long.Parse(seal, CultureInfo.InvariantCulture), long.Parse(entry, CultureInfo.InvariantCulture), hash, when));
        }
        return heads;
    }
}
