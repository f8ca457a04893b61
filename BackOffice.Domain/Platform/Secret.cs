using System.Text.Json.Serialization;

namespace BackOffice.Domain.Platform;

/// <summary>A sensitive text, as a bank account: it shows itself masked; reading it in full goes through <see cref="Audit.AuditTrail.RevealAsync"/> and is written down.</summary>
[JsonConverter(typeof(MaskedJson))]
public sealed class Secret : IEquatable<Secret>
{
    private Secret(string text) => Text = text;

    /// <summary>The full text; inside the house only.</summary>
    internal string Text { get; }

    /// <summary>A secret, or none for an empty text.</summary>
    public static Secret Of(string text) => new(text.Trim());

    /// <summary>The last four characters behind dots.</summary>
    public override string ToString() => Text.Length <= 4 ? "••••" : $"•••• {Text[^4..]}";

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private sealed class MaskedJson : JsonConverter<Secret>
    {
        public override Secret Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => Of(reader.GetString() ?? "");
        public override void Write(System.Text.Json.Utf8JsonWriter writer, Secret value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
