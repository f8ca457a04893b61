using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>What a person may say about a file when finding it out went wrong.</summary>
/// <param name="Encoding">One of <see cref="TextEncoding.Names"/>.</param>
/// <param name="Delimiter">What stands between two cells.</param>
/// <param name="Sheet">The sheet of a spreadsheet.</param>
/// <param name="TitleRow">The row that holds the titles.</param>
public sealed record TableOptions(string? Encoding = null, char? Delimiter = null, string? Sheet = null, int? TitleRow = null);

/// <summary>Opens files with tables in them; what a file is shows in its first bytes, never in its name.</summary>
public static class TableFile
{
    /// <summary>Bytes that an uploaded file may have.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Opens a file as a table.</summary>
    /// <exception cref="RuleBroken">It holds no table that can be read.</exception>
    public static Table Open(string path, TableOptions? options = null)
    {
        Rule.Require(File.Exists(path), "There is no file \"{0}\".", Path.GetFileName(path));
        Span<byte> head = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            Rule.Require(file.Length <= LargestFile, "The file has {0:N0} MB. At most {1} MB are read: split it.", file.Length >> 20, LargestFile >> 20);
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        if (head.StartsWith("PK\u0003\u0004"u8)) return new XlsxTable(path, options?.Sheet, options?.TitleRow);
        Rule.Require(!head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]), "This is an old or a password-protected spreadsheet. Save it as .xlsx without a password.");
        Rule.Require(!head.StartsWith("%PDF"u8) && !head.StartsWith("\u001f"u8) && !head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) && !head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]), "The file is not a table. Import .csv, .tsv or .xlsx.");
        return new CsvTable(path, options?.Encoding, options?.Delimiter, options?.TitleRow);
    }
}
