using System.Data;
using Microsoft.Data.Sqlite;

namespace BackOffice.Portal.Platform.Data;

/// <summary>A connection that stays open from one piece of work to the next and keeps its statements prepared; SQLite would otherwise open, parse and plan anew for every text.</summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int Room = 400;
    private readonly Dictionary<string, Prepared> _atRest = new(StringComparer.Ordinal);
    private int _atWork;

    /// <inheritdoc/>
    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        using var settings = CreateCommand();
        // A commit touches some twenty pages, and mostly the same ones: written back less often, most of them are written once.
        settings.CommandText = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;";
        settings.ExecuteNonQuery();
    }

    /// <summary>Stays open, unless work was left unfinished.</summary>
    public override void Close()
    {
        if (_atWork > 0 || Transaction is not null) CloseForGood();
    }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() => new Wish { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) CloseForGood();
        base.Dispose(disposing);
    }

    private void CloseForGood()
    {
        Forget();
        _atWork = 0;
        base.Close();
    }

    private Prepared Take(string sql)
    {
        _atWork++;
        return _atRest.Remove(sql, out var prepared) ? prepared : new Prepared { CommandText = sql, Connection = this };
    }

    private void PutBack(Prepared statement)
    {
        if (State != ConnectionState.Open) return;
        _atWork--;
        statement.Rest();
        if (_atRest.Count >= Room) Forget();
        if (!_atRest.TryAdd(statement.CommandText, statement)) statement.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in _atRest.Values) statement.Dispose();
        _atRest.Clear();
    }

    /// <summary>What somebody wants carried out; a prepared statement with the same text does it.</summary>
    private sealed class Wish : SqliteCommand
    {
        private Prepared? _prepared;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            PutBack();
            _prepared = ((KeptConnection)Connection!).Take(CommandText);
            return _prepared.Run(this, behavior);
        }

        // The statement is prepared when it runs, and stays so.
        public override void Prepare()
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) PutBack();
            base.Dispose(disposing);
        }

        private void PutBack()
        {
            if (_prepared is null) return;
            ((KeptConnection)Connection!).PutBack(_prepared);
            _prepared = null;
        }
    }

    private sealed class Prepared : SqliteCommand
    {
        public SqliteDataReader Run(Wish wish, CommandBehavior behavior)
        {
            (Transaction, CommandTimeout) = (wish.Transaction, wish.CommandTimeout);
            foreach (SqliteParameter parameter in wish.Parameters) Parameters.Add(parameter);
            return ExecuteReader(behavior);
        }

        public void Rest()
        {
            DataReader?.Dispose();
            Parameters.Clear();
            Transaction = null;
        }
    }
}
