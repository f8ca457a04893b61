using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BackOffice.Portal.Platform.Data;

/// <summary>The open connections of this house to its file; they close with the house, which EF's pool of contexts does not see to.</summary>
internal sealed class KeptConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentDictionary<SqliteConnection, bool> _open = new();

    /// <summary>A new one.</summary>
    public KeptConnection Add()
    {
        var connection = new KeptConnection(connectionString);
        _open[connection] = true;
        connection.Disposed += (_, _) => _open.TryRemove(connection, out _);
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in _open.Keys) connection.Dispose();
    }
}
