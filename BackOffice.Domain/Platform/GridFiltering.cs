using System.Linq.Expressions;
using System.Reflection;

namespace BackOffice.Domain.Platform;

/// <summary>Leaves in a list only what its search and its filters ask for; text is compared without regard to case.</summary>
internal static class GridFiltering
{
    private const string Escape = "\\";
    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(
        nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    public static IQueryable<TRow> Searched<TRow>(this IQueryable<TRow> rows, string? search)
    {
        if (string.IsNullOrWhiteSpace(search)) return rows;
        var row = Expression.Parameter(typeof(TRow), "r");
        var (columns, byIndex) = (GridColumns.Of(typeof(TRow)).Searched, GridColumns.Of(typeof(TRow)).IsSearchedByIndex);
        if (byIndex) return rows;
        if (columns.Count == 0) throw new InvalidOperationException($"Mark as [Searched] what quick search looks into: texts of {typeof(TRow).Name}, or the row itself.");

        foreach (var word in search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
        {
            var anywhere = columns.Select(Expression (c) => Resembles(Expression.Property(row, c), $"%{Literal(word)}%")).Aggregate((a, b) => Expression.OrElse(a, b));
            rows = rows.Where(Expression.Lambda<Func<TRow, bool>>(anywhere, row));
        }

        return rows;
    }

    public static IQueryable<TRow> Filtered<TRow>(this IQueryable<TRow> rows, IReadOnlyList<GridFilter> filters)
    {
        foreach (var filter in filters)
        {
            var row = Expression.Parameter(typeof(TRow), "r");
            var column = GridColumns.Of(typeof(TRow)).Filtered(filter.Column);
            rows = rows.Where(Expression.Lambda<Func<TRow, bool>>(Holds(Expression.Property(row, column), filter), row));
        }

        return rows;
    }

    private static Expression Holds(MemberExpression cell, GridFilter filter) => filter.Operator switch
    {
        GridOperator.IsEmpty => IsEmpty(cell),
        GridOperator.IsNotEmpty => Expression.Not(IsEmpty(cell)),
        _ when Bare(cell) == typeof(string) => Text(cell, filter),
        _ when Bare(cell) == typeof(DateTime) => Instant(cell, filter),
        GridOperator.In => OneOf(cell, filter),
        GridOperator.Is => Expression.Equal(cell, Value(cell, filter)),
        GridOperator.IsNot => Expression.NotEqual(cell, Value(cell, filter)),
        GridOperator.AtLeast when IsOrdered(cell) => Expression.GreaterThanOrEqual(cell, Value(cell, filter)),
        GridOperator.AtMost when IsOrdered(cell) => Expression.LessThanOrEqual(cell, Value(cell, filter)),
        _ => throw Unfit(filter),
    };

    private static Expression Text(MemberExpression cell, GridFilter filter)
    {
        var text = filter.Value ?? throw GridValue.Missing(filter);
        return filter.Operator switch
        {
            GridOperator.Is => Expression.Equal(cell, Captured.Value(text, typeof(string))),
            GridOperator.IsNot => Expression.NotEqual(cell, Captured.Value(text, typeof(string))),
            GridOperator.Contains => Resembles(cell, $"%{Literal(text)}%"),
            GridOperator.StartsWith => Resembles(cell, $"{Literal(text)}%"),
            GridOperator.In => OneOf(cell, filter),
            _ => throw Unfit(filter),
        };
    }

    // A day stands for all its instants, in UTC.
    private static Expression Instant(MemberExpression cell, GridFilter filter)
    {
        var (from, until) = GridValue.Instants(filter);
        Expression atLeast = Expression.GreaterThanOrEqual(cell, Captured.Value(from, cell.Type));
        Expression before = Expression.LessThan(cell, Captured.Value(until, cell.Type));
        return filter.Operator switch
        {
            GridOperator.Is => Expression.AndAlso(atLeast, before),
            GridOperator.IsNot => Expression.Not(Expression.AndAlso(atLeast, before)),
            GridOperator.AtLeast => atLeast,
            GridOperator.AtMost => before,
            _ => throw Unfit(filter),
        };
    }

    private static MethodCallExpression OneOf(MemberExpression cell, GridFilter filter)
    {
        var texts = (filter.Value ?? throw GridValue.Missing(filter)).Split('|');
        var values = Array.CreateInstance(cell.Type, Math.Min(texts.Length, 200));
        for (var i = 0; i < values.Length; i++) values.SetValue(GridValue.Of(Bare(cell), filter with { Value = texts[i] }), i);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [cell.Type], Captured.Value(values, typeof(IEnumerable<>).MakeGenericType(cell.Type)), cell);
    }

    private static Expression Value(MemberExpression cell, GridFilter filter) => Captured.Value(GridValue.Of(Bare(cell), filter), cell.Type);

    private static Expression IsEmpty(MemberExpression cell)
    {
        if (cell.Type.IsValueType && Nullable.GetUnderlyingType(cell.Type) is null) return Expression.Constant(false);
        var missing = Expression.Equal(cell, Expression.Constant(null, cell.Type));
        return cell.Type == typeof(string) ? Expression.OrElse(missing, Expression.Equal(cell, Expression.Constant(""))) : missing;
    }

    private static MethodCallExpression Resembles(Expression cell, string pattern) =>
        Expression.Call(Like, Expression.Constant(EF.Functions), cell, Captured.Value(pattern, typeof(string)), Expression.Constant(Escape));

    internal static string Literal(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    private static Type Bare(Expression cell) => Nullable.GetUnderlyingType(cell.Type) ?? cell.Type;

    private static bool IsOrdered(Expression cell) => Bare(cell) is { IsEnum: false } type && type != typeof(bool);

    private static RuleBroken Unfit(GridFilter filter) => new(new Fault(filter.Column, "{0} cannot be filtered by \"{1}\".", filter.Column, filter.Operator));
}
