using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>Says in a sentence which value was taken already, when a unique index of the database refuses it.</summary>
internal static class UniqueIndexes
{
    public static Fault? FaultOf(DbUpdateException failure)
    {
        if (!IsViolatedBy(failure)) return null;
        foreach (var entry in failure.Entries)
        {
            foreach (var index in entry.Metadata.GetIndexes().Where(i => i.IsUnique && Mentions(failure, i)))
            {
                var property = index.Properties[^1];
                return new Fault(property.Name, "{0} {1} is already used. Enter another one.", DisplayName(property.PropertyInfo, property.Name), entry.Property(property.Name).CurrentValue);
            }
        }
        return new Fault(null, "A record like this exists already.");
    }

    // SQLite: 19 with extended code 2067 (unique) or 1555 (primary key); SQL Server: 2601 and 2627. The provider's exception is not referenced here.
    public static bool IsViolatedBy(DbUpdateException failure) =>
        failure.InnerException is { } inner && (inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal)
            || inner.GetType().GetProperty("Number")?.GetValue(inner) is 2601 or 2627);

    private static bool Mentions(DbUpdateException failure, Microsoft.EntityFrameworkCore.Metadata.IIndex index)
    {
        var message = failure.InnerException!.Message;
        return message.Contains(index.GetDatabaseName()!, StringComparison.Ordinal)
            || index.Properties.All(p => message.Contains($"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}", StringComparison.Ordinal));
    }

    private static string DisplayName(PropertyInfo? property, string name) => property?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? name;
}
