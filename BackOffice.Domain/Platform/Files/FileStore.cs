namespace BackOffice.Domain.Platform.Files;

/// <summary>A file as it was kept.</summary>
/// <param name="Hash">SHA-256 of its content, in lower-case hexadecimal: its name in the store.</param>
/// <param name="Bytes">Its length.</param>
public sealed record KeptFile(string Hash, long Bytes);

/// <summary>Where the content of files lies, named by its hash; which record a file belongs to stands in the database.</summary>
/// <remarks>Content is kept before its row is written: a row always has its file, a file without a row is swept away later.</remarks>
public abstract class FileStore
{
    /// <summary>The largest file that is taken.</summary>
    public const long Largest = 100L * 1024 * 1024;

    /// <summary>Takes content in without holding it in memory; afterwards it is safe on the disk.</summary>
    /// <exception cref="RuleBroken">It is larger than <see cref="Largest"/>.</exception>
    public abstract Task<KeptFile> KeepAsync(Stream content, CancellationToken ct);

    /// <summary>The content, from its beginning.</summary>
    /// <exception cref="RuleBroken">It is not there.</exception>
    public abstract Stream Open(string hash);

    /// <summary>What lies in the store under this hash: null when nothing does.</summary>
    public abstract Task<KeptFile?> MeasureAsync(string hash, CancellationToken ct);

    /// <summary>The hashes of content that was kept before a moment.</summary>
    public abstract IEnumerable<string> KeptBefore(DateTime at);

    /// <summary>Forgets content, unless it was kept again since.</summary>
    public abstract void Forget(string hash, DateTime keptBefore);
}
