using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>The texts of the portal: the English sentence is the key, every room ships its translations beside its pages.</summary>
/// <remarks>English has no file, so a sentence cannot differ between code and screen. A sentence without a translation shows in English.</remarks>
public sealed class Texts : IStringLocalizer
{
    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage = Language.All
        .ToDictionary(l => l.Code, l => Read(l.Code), StringComparer.Ordinal);

    /// <inheritdoc />
    public LocalizedString this[string name] => Find(name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        _byLanguage[Language.Current.Code].Select(t => new LocalizedString(t.Key, t.Value));

    private string? Find(string name) => _byLanguage[Language.Current.Code].GetValueOrDefault(name);

    private static Dictionary<string, string> Read(string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files(language))
        {
            using var stream = typeof(Texts).Assembly.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) texts[key] = text;
        }

        return texts;
    }

    private static IEnumerable<string> Files(string language) =>
        typeof(Texts).Assembly.GetManifestResourceNames().Where(n => n.EndsWith($".Texts.{language}.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}

/// <summary>Texts of things that bring their own sentence.</summary>
public static class TextsOfThings
{
    /// <summary>What is wrong, in the person's language.</summary>
    public static string Say(this IStringLocalizer texts, Fault fault) => texts.Say(new Saying(fault.Sentence, fault.Args));

    /// <summary>A sentence in the person's language.</summary>
    public static string Say(this IStringLocalizer texts, Saying saying) => saying.Args.Length == 0 ? texts[saying.Sentence] : texts[saying.Sentence, [.. saying.Args.Select(a => texts.Fill(a)!)]];

    private static object? Fill(this IStringLocalizer texts, object? value) => value switch
    {
        Word word => texts[word.English].Value,
        Saying saying => texts.Say(saying),
        _ => value,
    };

    /// <summary>An enum's value in words: "PartlyReceived" is looked up as "Partly received".</summary>
    public static string Say(this IStringLocalizer texts, Enum value) => texts[Words(value.ToString())];

    /// <summary>A name of code as a person reads it: "PartlyReceived" becomes "Partly received".</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
