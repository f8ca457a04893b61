using System.Collections.Frozen;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>A list that can leave the office as a file: a use case that its domain has marked with <see cref="ListAttribute"/>, found by scanning.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Method">The use case.</param>
/// <param name="Row">What it lists.</param>
public sealed record ExportableList(string Key, MethodInfo Method, Type Row)
{
    private static readonly FrozenDictionary<string, ExportableList> ByKey = Scan(typeof(ListAttribute).Assembly).ToFrozenDictionary(l => l.Key, StringComparer.Ordinal);

    /// <summary>Every list of the house.</summary>
    public static IEnumerable<ExportableList> All => ByKey.Values;

    /// <summary>The list of that name.</summary>
    public static ExportableList? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The lists that an assembly marks.</summary>
    public static IEnumerable<ExportableList> Scan(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let list = method.GetCustomAttribute<ListAttribute>()
        where list is not null
        select new ExportableList(list.Key, method, RowOf(method));

    /// <summary>The use case as somebody meets it, with what it takes besides the question read from <paramref name="given"/>.</summary>
    /// <exception cref="RuleBroken">Something it takes is missing or makes no sense.</exception>
    public Func<GridQuery, CancellationToken, Task<Page<TRow>>> Open<TRow>(IServiceProvider services, Func<string, string?> given)
    {
        var useCase = services.GetRequiredService(Method.DeclaringType!);
        var parameters = Method.GetParameters();
        var fixedValues = parameters.Select(p => p.ParameterType == typeof(GridQuery) || p.ParameterType == typeof(CancellationToken) ? null : ValueOf(p, given(p.Name!))).ToArray();
        return (query, ct) => (Task<Page<TRow>>)Method.Invoke(useCase, BindingFlags.DoNotWrapExceptions, null,
            [.. parameters.Select((p, i) => p.ParameterType == typeof(GridQuery) ? query : p.ParameterType == typeof(CancellationToken) ? ct : fixedValues[i])], null)!;
    }

    /// <summary>The columns that were chosen, or all that can be read; what stands above them is said by <paramref name="say"/>.</summary>
    public static List<ExportColumn<TRow>> Columns<TRow>(IReadOnlyList<string> chosen, Func<string, string> say)
    {
        var columns = GridColumns.Of(typeof(TRow));
        var found = chosen.Select(columns.Find).OfType<PropertyInfo>().ToList();
        return [.. (found.Count > 0 ? found : columns.All.Where(GridColumns.CanSort)).Select(p => new ExportColumn<TRow>(say(TextsOfThings.Words(p.Name)), row => p.GetValue(row)))];
    }

    private static object? ValueOf(ParameterInfo parameter, string? text)
    {
        if (text is null && parameter.HasDefaultValue) return parameter.DefaultValue;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (string.IsNullOrEmpty(text) && type != parameter.ParameterType) return null;
        var converter = TypeDescriptor.GetConverter(type);
        if (text is not null && converter.IsValid(text)) return converter.ConvertFromString(null, CultureInfo.InvariantCulture, text);
        throw new RuleBroken(new Fault(parameter.Name, "\"{0}\" does not say which {1} to list.", text, parameter.Name));
    }

    private static Type RowOf(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>)
        && task.GenericTypeArguments[0] is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>)
            ? page.GenericTypeArguments[0]
            : throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name} is marked as a list but does not answer with a page of rows.");
}
