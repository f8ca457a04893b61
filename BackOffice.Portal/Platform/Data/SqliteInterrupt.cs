using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace BackOffice.Portal.Platform.Data;

/// <summary>Stops a reading that nobody waits for any more: SQLite works on the caller's own thread and looks at no token.</summary>
internal sealed class SqliteInterrupt : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenRegistration> _reading = new();

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // A transaction would be rolled back by SQLite itself; what is to be changed is carried out.
        if (cancellationToken.CanBeCanceled && command is { Transaction: null, Connection: SqliteConnection connection } && eventData.Context?.Database.CurrentTransaction is null)
            _reading[eventData.CommandId] = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        return new(result);
    }

    /// <inheritdoc/>
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Leave(eventData.CommandId);
        return result;
    }

    /// <inheritdoc/>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.CommandId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.CommandId);
        return Task.CompletedTask;
    }

    // Waits for an interruption that is under way, so that it cannot meet the connection's next command.
    private void Leave(Guid command)
    {
        if (_reading.TryRemove(command, out var registration)) registration.Dispose();
    }
}

/// <summary>Tells an interrupted reading from a failed one, so that it is not logged as a fault.</summary>
internal sealed class SqliteInterrupted : IExceptionDetector
{
    private const int Interrupted = 9;

    /// <inheritdoc/>
    public bool IsCancellation(Exception exception, CancellationToken cancellationToken = default) =>
        exception is OperationCanceledException || (cancellationToken.IsCancellationRequested && exception is SqliteException { SqliteErrorCode: Interrupted });
}
