using System.Globalization;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Platform.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

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
        using (var insert = new PreparedInsert(db, type)) foreach (var record in records) insert.Run(record);
        if (AuditFields.IsAudited(type))
        {
            using var insert = new PreparedInsert(db, db.Model.FindEntityType(typeof(AuditEntry))!);
            foreach (var record in records) insert.Run(AuditTrail.Entry(db, AuditAction.Created, RecordRef.Of(record), AuditFields.OfNew(type, record)));
        }
        if (typeof(T).IsAssignableTo(typeof(ISearchable)))
        {
            using var insert = new PreparedInsert(db, db.Model.FindEntityType(typeof(SearchEntry))!);
            foreach (var record in records) insert.Run(SearchEntry.Of(record));
        }
        db.Changes.AddRange(records.Select(r => new RecordChange(RecordRef.Of(r), ChangeKind.Created, db.Actor.Name)));
        await InStep.FollowAsync(db, [.. records], ct);
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
        private readonly SqliteCommand _command;
        private readonly List<(Func<object, object?> Read, Func<object?, object?>? Convert, SqliteParameter Parameter)> _columns = [];

        public PreparedInsert(SqliteDb db, IEntityType type)
        {
            _command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
            _command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
            foreach (var property in type.GetProperties())
            {
                // The database gives the ids of plain tables; those of records were given above.
                if (property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && !type.ClrType.IsSubclassOf(typeof(Entity))) continue;
                var mapping = property.GetRelationalTypeMapping();
                var parameter = _command.CreateParameter();
                parameter.ParameterName = $"@{property.Name}";
                _command.Parameters.Add(parameter);
                _columns.Add((property.GetGetter().GetClrValue, mapping.Converter?.ConvertToProvider, parameter));
            }
            var names = _command.Parameters.Cast<SqliteParameter>().Select(p => p.ParameterName[1..]).ToList();
            _command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names.Select(n => $"\"{type.FindProperty(n)!.GetColumnName()}\""))}) VALUES ({string.Join(", ", names.Select(n => "@" + n))})";
            _command.Prepare();
        }

        public void Run(object record)
        {
            foreach (var (read, convert, parameter) in _columns)
            {
                var value = read(record);
                parameter.Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
            }
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }
}
