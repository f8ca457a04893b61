using System.Globalization;
using System.Reflection;
using System.Text.Json;
using BackOffice.Portal.Platform.Forms;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Audit;

/// <summary>One field of a change, as a person reads it.</summary>
/// <param name="Field">What it is called.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became.</param>
public sealed record AuditChange(string Field, string Before, string After);

/// <summary>Audit entries in the reader's words.</summary>
public sealed class AuditWords(IStringLocalizer texts, Reader reader)
{
    private static readonly Dictionary<string, Type> Kinds = typeof(Entity).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entity)) && !t.IsAbstract)
        .ToDictionary(t => RecordKinds.Of(t).Kind, StringComparer.Ordinal);

    /// <summary>The arrow from what was to what is, the way the reader's lines run.</summary>
    public static string Becomes => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "←" : "→";

    /// <summary>A kind of record in words.</summary>
    public string Kind(string kind) => texts[TextsOfThings.Words(Kinds.GetValueOrDefault(kind)?.Name ?? kind)];

    /// <summary>Whether records of that kind have a page to lead to.</summary>
    public static bool HasPage(string kind) => RecordKinds.All.Values.Any(k => k.Kind == kind);

    /// <summary>What changed, field by field.</summary>
    public IReadOnlyList<AuditChange> Changes(string kind, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(f => new AuditChange(Field(kind, f.Name), Value(f.Value[0]), Value(f.Value[1])))];
    }

    /// <summary>What changed, in one line.</summary>
    public string Brief(string kind, string json, int fields = 4)
    {
        var changes = Changes(kind, json);
        var told = changes.Take(fields).Select(c => c.Before == None ? $"{c.Field} {c.After}" : $"{c.Field} {c.Before} {Becomes} {c.After}");
        return string.Join(" · ", told) + (changes.Count > fields ? $" · {texts["{0} more", changes.Count - fields]}" : "");
    }

    private const string None = "–";

    private string Field(string kind, string name) =>
        Kinds.GetValueOrDefault(kind)?.GetProperty(name) is { } property && property.GetCustomAttribute<System.ComponentModel.DataAnnotations.DisplayAttribute>()?.GetName() is { } display
            ? texts[display] : texts[TextsOfThings.Words(name)];

    private string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => None,
        JsonValueKind.True => texts["Yes"],
        JsonValueKind.False => texts["No"],
        JsonValueKind.Number => Figures.Quantity(value.GetDecimal()),
        _ => Text(value.GetString()!),
    };

    private string Text(string text)
    {
        if (text.Length == 0) return None;
        if (DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)) return reader.WithTime(at);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? reader.Day(day) : text;
    }
}
