using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BackOffice.Domain.Platform.Audit;

/// <summary>Turns a change of a record into the old and new values that the audit trail keeps.</summary>
internal static class AuditFields
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConcurrentDictionary<IEntityType, IProperty[]> Written = new();
    private static readonly ConcurrentDictionary<Type, bool> Audited = new();

    public static bool IsAudited(IEntityType type) => Audited.GetOrAdd(type.ClrType, t => !t.IsDefined(typeof(NotAuditedAttribute), inherit: true));

    /// <summary>A change before it is saved; becomes an entry afterwards, when all ids are known.</summary>
    public static PendingAudit Of(EntityEntry<Entity> entry)
    {
        var properties = Properties(entry.Metadata);
        return entry.State switch
        {
            EntityState.Added => new PendingAudit(entry, AuditAction.Created, [.. properties.Select(p => (p, (object?)null))]),
            EntityState.Deleted => new PendingAudit(entry, AuditAction.Deleted, [.. properties.Select(p => (p, entry.Property(p).OriginalValue))]),
            _ => new PendingAudit(entry, AuditAction.Changed, [.. properties.Select(p => entry.Property(p)).Where(p => p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)).Select(p => (p.Metadata, p.OriginalValue))]),
        };
    }

    /// <summary>The fields of a new record, for writers that go round the change tracker.</summary>
    public static string OfNew(IEntityType type, Entity record) => Write(writer =>
    {
        foreach (var property in Properties(type))
        {
            if (property.GetGetter().GetClrValue(record) is { } value) Pair(writer, property.Name, null, value);
        }
    });

    /// <summary>What a change would write down, without making it.</summary>
    public static string Differences(EntityEntry<Entity> changed) => Of(changed).Written();

    private static IProperty[] Properties(IEntityType type) =>
        Written.GetOrAdd(type, t => [.. t.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != nameof(Entity.Version) && p.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), inherit: true) != true)]);

    internal static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Pair(Utf8JsonWriter writer, string name, object? old, object? now)
    {
        writer.WriteStartArray(name);
        Value(writer, old);
        Value(writer, now);
        writer.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool b: writer.WriteBooleanValue(b); break;
            case decimal d: writer.WriteNumberValue(d / 1.000000000000000000000000000000000m); break;
            case int or long or short: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case DateTime at: writer.WriteStringValue(at.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly on: writer.WriteStringValue(on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}

/// <summary>A change that waits for the ids of its record and of what it refers to.</summary>
internal sealed record PendingAudit(EntityEntry<Entity> Entry, AuditAction Action, IReadOnlyList<(IProperty Property, object? Old)> Fields)
{
    public AuditEntry ToEntry(BackOfficeDb db) => AuditTrail.Entry(db, Action, RecordRef.Of(Entry.Entity), Written());

    public string Written() => AuditFields.Write(writer =>
    {
        foreach (var (property, old) in Fields)
        {
            var now = Action == AuditAction.Deleted ? null : property.GetGetter().GetClrValue(Entry.Entity);
            if (old is not null || now is not null) AuditFields.Pair(writer, property.Name, old, now);
        }
    });
}
