using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Filters in words.</summary>
public static class FilterWords
{
    /// <summary>What a column of that type can be asked.</summary>
    /// <param name="type">Without "nullable".</param>
    /// <param name="mayBeEmpty">Cells of the column may be empty.</param>
    public static IReadOnlyList<GridOperator> Operators(Type type, bool mayBeEmpty)
    {
        GridOperator[] own = type == typeof(string) ? [GridOperator.Contains, GridOperator.StartsWith, GridOperator.Is, GridOperator.IsNot]
            : type.IsEnum ? [GridOperator.In]
            : type == typeof(bool) ? [GridOperator.Is]
            : [GridOperator.AtLeast, GridOperator.AtMost, GridOperator.Is, GridOperator.IsNot];
        return mayBeEmpty ? [.. own, GridOperator.IsEmpty, GridOperator.IsNotEmpty] : own;
    }

    /// <summary>An operator in words, as it reads before a value of that type.</summary>
    public static string Say(GridOperator how, Type type, IStringLocalizer texts) => how switch
    {
        GridOperator.AtLeast => texts[IsDay(type) ? "from" : "at least"],
        GridOperator.AtMost => texts[IsDay(type) ? "until" : "at most"],
        GridOperator.Contains => texts["contains"],
        GridOperator.StartsWith => texts["starts with"],
        GridOperator.IsNot => texts["is not"],
        GridOperator.IsEmpty => texts["is empty"],
        GridOperator.IsNotEmpty => texts["is filled in"],
        _ => texts["is"],
    };

    /// <summary>A filter as its chip shows it behind the column's name.</summary>
    public static string Say(GridFilter filter, Type type, IStringLocalizer texts, Reader reader)
    {
        if (filter.Operator is GridOperator.IsEmpty or GridOperator.IsNotEmpty) return Say(filter.Operator, type, texts);
        var value = string.Join(", ", (filter.Value ?? "").Split(filter.Operator == GridOperator.In ? '|' : '\0').Select(v => Value(v, type, texts, reader)));
        return filter.Operator is GridOperator.Is or GridOperator.In ? value : $"{Say(filter.Operator, type, texts)} {value}";
    }

    private static string Value(string value, Type type, IStringLocalizer texts, Reader reader) => type switch
    {
        { IsEnum: true } => texts[TextsOfThings.Words(value)],
        _ when bool.TryParse(value, out var yes) && type == typeof(bool) => texts[yes ? "Yes" : "No"],
        _ when IsDay(type) && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => reader.Day(day),
        _ => value,
    };

    private static bool IsDay(Type type) => type == typeof(DateOnly) || type == typeof(DateTime);
}
