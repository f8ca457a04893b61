using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BackOffice.Domain.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace BackOffice.Portal.Platform.Files;

/// <summary>Content of files in a folder, each under its hash. It is written beside its place, forced to the disk and then moved there: what has a name is whole.</summary>
/// <param name="folder">Files:Folder.</param>
/// <param name="time">The clock.</param>
public sealed partial class DiskFileStore(string folder, TimeProvider time) : FileStore
{
    private const int Buffer = 128 * 1024;

    /// <inheritdoc/>
    public override async Task<KeptFile> KeepAsync(Stream content, CancellationToken ct)
    {
        var beside = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            var kept = await WriteAsync(content, beside, ct);
            var place = PlaceOf(kept.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            // The same content is kept once; its date says that somebody counts on it again.
            if (File.Exists(place)) File.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);
            else File.Move(beside, place, overwrite: true);
            return kept;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <inheritdoc/>
    public override Stream Open(string hash)
    {
        var place = PlaceOf(hash);
        Rule.Require(File.Exists(place), "The content of this file is missing from the store. Whoever looks after the portal finds it in a backup.");
        return new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    /// <inheritdoc/>
    public override async Task<KeptFile?> MeasureAsync(string hash, CancellationToken ct)
    {
        if (!File.Exists(PlaceOf(hash))) return null;
        await using var content = Open(hash);
        return new KeptFile(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)), content.Length);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> KeptBefore(DateTime at) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => HashName().IsMatch(Path.GetFileName(f)) && File.GetLastWriteTimeUtc(f) < at).Select(f => Path.GetFileName(f))
            : [];

    /// <inheritdoc/>
    public override void Forget(string hash, DateTime keptBefore)
    {
        var place = PlaceOf(hash);
        if (File.GetLastWriteTimeUtc(place) < keptBefore) File.Delete(place);
    }

    private static async Task<KeptFile> WriteAsync(Stream content, string target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            using SafeFileHandle file = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
            long length = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; length += read)
            {
                Rule.Require(length + read <= Largest, "The file is larger than {0} MB. Make it smaller, or keep it elsewhere and link to it.", Largest / 1024 / 1024);
                hash.AppendData(buffer, 0, read);
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), length, ct);
            }
            RandomAccess.FlushToDisk(file);
            return new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string hash)
    {
        if (!HashName().IsMatch(hash)) throw new ArgumentException("A file is named by its hash.", nameof(hash));
        return Path.Combine(folder, hash[..2], hash[2..4], hash);
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex HashName();
}
