using System.Collections.Concurrent;
using System.Globalization;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackOffice.Portal.Platform.Data;

/// <summary>Inserts thousands of new records with prepared statements; each is validated, audited and made searchable like any other.</summary>
internal static class SqliteBulk
{
    public static async Task InsertAsync<T>(SqliteDb db, IReadOnlyList<T> records, CancellationToken ct) where T : Entity
    {
        if (records.Count == 0) return;
        await db.FlushAsync(ct);
        var type = db.Model.FindEntityType(typeof(T))!;
        // The write lock is held, so nobody else takes ids meanwhile.
        var next = await NextIdAsync(db, type, ct);
        foreach (var record in records)
        {
            SavingSteps.Prepare(record);
            record.Id = next++;
        }
        Append(db, records);
        if (AuditFields.IsAudited(type)) Append(db, records.Select(r => AuditTrail.Entry(db, AuditAction.Created, RecordRef.Of(r), AuditFields.OfNew(type, r))));
        if (typeof(T).IsAssignableTo(typeof(ISearchable))) Append(db, records.Select(SearchEntry.Of));
        db.Changes.AddRange(records.Select(r => new RecordChange(RecordRef.Of(r), ChangeKind.Created, db.Actor.Name)));
        await InStep.FollowAsync(db, [.. records], ct);
    }

    /// <summary>Inserts rows as they are.</summary>
    public static void Append<T>(SqliteDb db, IEnumerable<T> rows) where T : class
    {
        using var insert = new PreparedInsert(db, typeof(T));
        foreach (var row in rows) insert.Run(row);
    }

    private static async Task<long> NextIdAsync(SqliteDb db, IEntityType type, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        // AUTOINCREMENT remembers ids of deleted rows; they are never given twice.
        command.CommandText = $"SELECT MAX(COALESCE((SELECT MAX(Id) FROM \"{type.GetTableName()}\"), 0), COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{type.GetTableName()}'), 0)) + 1";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private sealed class PreparedInsert : IDisposable
    {
        private static readonly ConcurrentDictionary<Type, (string Sql, Column[] Columns)> Plans = new();
        private readonly SqliteCommand _command;
        private readonly Column[] _columns;

        public PreparedInsert(SqliteDb db, Type type)
        {
            (var sql, _columns) = Plans.GetOrAdd(type, (t, model) => Plan(model.FindEntityType(t)!), db.Model);
            _command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
            (_command.CommandText, _command.Transaction) = (sql, (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
            foreach (var column in _columns) _command.Parameters.Add(new SqliteParameter(column.Parameter, null));
            _command.Prepare();
        }

        public void Run(object row)
        {
            for (var i = 0; i < _columns.Length; i++) _command.Parameters[i].Value = _columns[i].Read(row) ?? DBNull.Value;
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();

        private static (string Sql, Column[] Columns) Plan(IEntityType type)
        {
            // The database gives the ids of plain tables; those of records were given above.
            var properties = type.GetProperties().Where(p => !p.IsPrimaryKey() || p.ValueGenerated != ValueGenerated.OnAdd || type.ClrType.IsSubclassOf(typeof(Entity))).ToList();
            var sql = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ({string.Join(", ", properties.Select(p => "@" + p.Name))})";
            return (sql, [.. properties.Select(p => new Column("@" + p.Name, p.GetGetter(), p.GetRelationalTypeMapping().Converter))]);
        }
    }

    private sealed record Column(string Parameter, IClrPropertyGetter Getter, ValueConverter? Converter)
    {
        public object? Read(object row)
        {
            var value = Getter.GetClrValue(row);
            return value is null || Converter is null ? value : Converter.ConvertToProvider(value);
        }
    }
}
