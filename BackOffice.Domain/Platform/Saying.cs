using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackOffice.Domain.Platform;

/// <summary>A sentence that is kept as template and what fills it, so that everybody reads it in his own language, whenever it was said.</summary>
/// <param name="Sentence">English template, key of its translation.</param>
/// <param name="Args">What fills it: numbers, texts, days, <see cref="Word"/>s and other sayings.</param>
public sealed record Saying(string Sentence, params object?[] Args)
{
    // Kept in our own columns and never put into a page as it stands.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In English, for logs, files and the command line.</summary>
    public string Text => Args.Length == 0 ? Sentence : string.Format(CultureInfo.InvariantCulture, Sentence, Args);

    /// <summary>A sentence that nothing fills.</summary>
    public static implicit operator Saying(string sentence) => new(sentence);

    /// <summary>What was wrong, as a sentence to keep.</summary>
    public static Saying Of(RuleBroken broken) => broken.Faults.Select(f => new Saying(f.Sentence, f.Args)).Aggregate((all, next) => new Saying("{0} {1}", all, next));

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>As it is stored; null when it is longer than the column and only its finished text can be kept.</summary>
    public string? Keep(int longest) => Write(this)!.ToJsonString(Plain) is var json && json.Length <= longest ? json : null;

    /// <summary>A stored one.</summary>
    public static Saying? Recall(string? json) => json is null ? null : (Saying)Read(JsonNode.Parse(json))!;

    /// <summary>What fills a sentence, as it is stored beside it.</summary>
    public static string KeepArgs(IReadOnlyList<object?> args) => new JsonArray([.. args.Select(Write)]).ToJsonString(Plain);

    /// <summary>What fills a sentence that is stored beside it.</summary>
    public static object?[] RecallArgs(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(Read)];

    private static JsonNode? Write(object? value) => value switch
    {
        null => null,
        Saying saying => new JsonArray([JsonValue.Create(saying.Sentence), .. saying.Args.Select(Write)]),
        Word word => new JsonObject { ["word"] = word.English },
        DateOnly day => new JsonObject { ["day"] = day.ToString("O", CultureInfo.InvariantCulture) },
        bool truth => JsonValue.Create(truth),
        int or long or short or decimal or double => JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    private static object? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonArray saying => new Saying(saying[0]!.GetValue<string>(), [.. saying.Skip(1).Select(Read)]),
        JsonObject named when named["word"] is { } word => new Word(word.GetValue<string>()),
        JsonObject named => DateOnly.ParseExact(named["day"]!.GetValue<string>(), "O", CultureInfo.InvariantCulture),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.Number => node.AsValue().GetValue<decimal>(),
            JsonValueKind.String => node.GetValue<string>(),
            var other => other == JsonValueKind.True,
        },
    };
}
