using Microsoft.Data.Sqlite;

namespace BackOffice.Portal.Platform.CommandLine;

/// <summary>Shows other processes that this one works with the embedded database, so that nobody replaces its file meanwhile.</summary>
/// <remarks>A server's database needs no such sign: the server itself refuses to restore over open connections.</remarks>
public sealed class Presence : IDisposable
{
    private readonly FileStream? _sign;

    private Presence(FileStream? sign) => _sign = sign;

    /// <summary>Enters beside others.</summary>
    /// <exception cref="RuleBroken">Somebody is replacing the database.</exception>
    public static Presence Enter(IConfiguration configuration) => Open(configuration, FileAccess.Read, FileShare.Read, "The database is being restored at this moment. Try again when that has ended.");

    /// <summary>Enters alone.</summary>
    /// <exception cref="RuleBroken">Somebody else is in.</exception>
    public static Presence EnterAlone(IConfiguration configuration) =>
        Open(configuration, FileAccess.ReadWrite, FileShare.None, "A portal or a command is at work with this database. Stop it first.");

    private static Presence Open(IConfiguration configuration, FileAccess access, FileShare share, string refusal)
    {
        if (EmbeddedFile(configuration) is not { } path) return new Presence(null);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            // Made without a lock: two that enter an empty folder at once must not take each other for somebody who restores.
            if (!File.Exists(path + ".in-use")) new FileStream(path + ".in-use", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return new Presence(new FileStream(path + ".in-use", FileMode.Open, access, share));
        }
        catch (IOException taken) when (taken is not FileNotFoundException)
        {
            throw new RuleBroken(refusal);
        }
    }

    /// <summary>The embedded database's file, or null when the database is on a server.</summary>
    internal static string? EmbeddedFile(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"] ?? "Sqlite", "Sqlite", StringComparison.Ordinal)
            ? Path.GetFullPath(new SqliteConnectionStringBuilder(configuration.GetConnectionString("Sqlite") ?? "Data Source=data/backoffice.db").DataSource)
            : null;

    /// <inheritdoc/>
    public void Dispose() => _sign?.Dispose();
}
