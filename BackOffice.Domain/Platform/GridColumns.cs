using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;

namespace BackOffice.Domain.Platform;

/// <summary>A column of a list that is not offered for sorting, because no index carries its order.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotSortedAttribute : Attribute;

/// <summary>A column of a list that is not offered for filtering.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotFilteredAttribute : Attribute;

/// <summary>A text column that the quick search of its list looks into; on a row, that its use case has searched by the index: <c>db.Matching&lt;Item&gt;(query)</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class SearchedAttribute : Attribute;

/// <summary>Marks a use case as a list that people may export: <c>Task&lt;Page&lt;Row&gt;&gt; (..., GridQuery, CancellationToken)</c>.</summary>
/// <param name="key">Stable name, "domain.list", as <c>inventory.items</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ListAttribute(string key) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Key { get; } = key;
}

/// <summary>The columns of a row type: what a list may be sorted and filtered by, and nothing else.</summary>
public sealed class GridColumns
{
    private static readonly ConcurrentDictionary<Type, GridColumns> ByRow = new();
    private readonly FrozenDictionary<string, PropertyInfo> _byName;

    private GridColumns(Type row)
    {
        All = [.. row.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)];
        _byName = All.ToFrozenDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        IsSearchedByIndex = row.IsDefined(typeof(SearchedAttribute));
        Searched = [.. All.Where(p => p.PropertyType == typeof(string) && p.IsDefined(typeof(SearchedAttribute)))];
    }

    /// <summary>The columns of that row type.</summary>
    public static GridColumns Of(Type row) => ByRow.GetOrAdd(row, type => new GridColumns(type));

    /// <summary>Every column, in the order in which the row declares them.</summary>
    public IReadOnlyList<PropertyInfo> All { get; }

    /// <summary>The text columns that quick search looks into.</summary>
    public IReadOnlyList<PropertyInfo> Searched { get; }

    /// <summary>The use case searches by the index before it makes rows.</summary>
    public bool IsSearchedByIndex { get; }

    /// <summary>The column of that name, if the row has it.</summary>
    public PropertyInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether the list may be sorted by it.</summary>
    public static bool CanSort(PropertyInfo column) => IsScalar(column) && !column.IsDefined(typeof(NotSortedAttribute));

    /// <summary>Whether the list may be filtered by it.</summary>
    public static bool CanFilter(PropertyInfo column) => IsScalar(column) && !column.IsDefined(typeof(NotFilteredAttribute));

    internal PropertyInfo Id => Find("Id") ?? throw new InvalidOperationException("Every row needs an Id: it is the last sort key of every list.");

    internal Expression<Func<TRow, long>> IdOf<TRow>()
    {
        var row = Expression.Parameter(typeof(TRow), "r");
        return Expression.Lambda<Func<TRow, long>>(Expression.Property(row, Id), row);
    }

    internal PropertyInfo Sorted(string name) =>
        Find(name) is { } column && CanSort(column) ? column : throw new RuleBroken(new Fault(null, "This list cannot be sorted by {0}.", name));

    internal PropertyInfo Filtered(string name) =>
        Find(name) is { } column && CanFilter(column) ? column : throw new RuleBroken(new Fault(null, "This list cannot be filtered by {0}.", name));

    private static bool IsScalar(PropertyInfo column)
    {
        var type = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
        return type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(int) || type == typeof(long)
            || type == typeof(bool) || type == typeof(DateOnly) || type == typeof(DateTime);
    }
}
