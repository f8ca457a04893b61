using System.Linq.Expressions;
using System.Reflection;

namespace BackOffice.Domain.Platform;

/// <summary>Puts a list in order by the columns that were asked for, with the id last so that the order is the same every time.</summary>
internal static class GridOrder
{
    public static IQueryable<TRow> Sorted<TRow>(this IQueryable<TRow> rows, IReadOnlyList<GridSort> sorts, bool backwards)
    {
        var source = rows.Expression;
        var first = true;
        foreach (var (column, descending) in Keys<TRow>(sorts))
        {
            var row = Expression.Parameter(typeof(TRow), "r");
            var verb = (first ? "OrderBy" : "ThenBy") + (descending == backwards ? "" : "Descending");
            source = Expression.Call(typeof(Queryable), verb, [typeof(TRow), column.PropertyType], source, Expression.Quote(Expression.Lambda(Expression.Property(row, column), row)));
            first = false;
        }

        return rows.Provider.CreateQuery<TRow>(source);
    }

    /// <summary>The rows that stand behind <paramref name="last"/> in that order.</summary>
    public static IQueryable<TRow> After<TRow>(this IQueryable<TRow> rows, IReadOnlyList<GridSort> sorts, TRow last)
    {
        var row = Expression.Parameter(typeof(TRow), "r");
        Expression? behind = null, level = null;
        foreach (var (column, descending) in Keys<TRow>(sorts))
        {
            var (cell, value) = (Expression.Property(row, column), column.GetValue(last));
            var past = Past(cell, value, descending);
            if (past is not null) behind = Or(behind, And(level, past));
            level = And(level, Expression.Equal(cell, Captured.Value(value, column.PropertyType)));
        }

        return rows.Where(Expression.Lambda<Func<TRow, bool>>(behind!, row));
    }

    // The id goes the way of the last column, so that one index serves both and can be read from either end.
    private static IEnumerable<(PropertyInfo Column, bool Descending)> Keys<TRow>(IReadOnlyList<GridSort> sorts)
    {
        var columns = GridColumns.Of(typeof(TRow));
        var id = columns.Id;
        var keys = sorts.Select(s => (Column: columns.Sorted(s.Column), s.Descending)).DistinctBy(k => k.Column.Name).ToList();
        var end = keys.FindIndex(k => k.Column == id);
        return end >= 0 ? keys.Take(end + 1) : keys.Append((id, keys.Count > 0 && keys[^1].Descending));
    }

    // Both databases hold an empty cell for smaller than any value.
    private static Expression? Past(Expression cell, object? value, bool descending)
    {
        if (value is null) return descending ? null : Expression.NotEqual(cell, Expression.Constant(null, cell.Type));
        var captured = value is Enum name ? Captured.Value(name.ToString(), typeof(string)) : Captured.Value(value, cell.Type);
        var (left, right) = Comparable(cell, captured);
        var past = descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        var mayBeEmpty = descending && (!cell.Type.IsValueType || Nullable.GetUnderlyingType(cell.Type) is not null);
        return mayBeEmpty ? Expression.OrElse(past, Expression.Equal(cell, Expression.Constant(null, cell.Type))) : past;
    }

    private static (Expression Left, Expression Right) Comparable(Expression cell, Expression value)
    {
        var type = Nullable.GetUnderlyingType(cell.Type) ?? cell.Type;
        if (type == typeof(string)) return (Compared(cell, value), Expression.Constant(0));
        // Enums are kept by their names and are therefore ordered by them.
        if (type.IsEnum) return (Compared(AsStored(cell), AsStored(value)), Expression.Constant(0));
        return type == typeof(bool) ? (ZeroOrOne(cell), ZeroOrOne(value)) : (cell, value);
    }

    private static UnaryExpression AsStored(Expression name) => Expression.Convert(Expression.Convert(name, typeof(object)), typeof(string));

    private static MethodCallExpression Compared(Expression left, Expression right) => Expression.Call(typeof(string), nameof(string.Compare), null, left, right);

    private static ConditionalExpression ZeroOrOne(Expression flag) =>
        Expression.Condition(Expression.Equal(flag, Expression.Constant(true, flag.Type)), Expression.Constant(1), Expression.Constant(0));

    private static Expression And(Expression? left, Expression right) => left is null ? right : Expression.AndAlso(left, right);

    private static Expression Or(Expression? left, Expression right) => left is null ? right : Expression.OrElse(left, right);
}

/// <summary>A value that reaches the database as a parameter, so that one compiled query serves every value.</summary>
internal static class Captured
{
    public static Expression Value(object? value, Type type) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)), "Value");

    private sealed class Box<T>(T value)
    {
        public T Value { get; } = value;
    }
}
