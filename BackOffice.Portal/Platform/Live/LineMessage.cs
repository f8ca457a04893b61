using System.Text.Json;
using BackOffice.Domain.Platform.Live;

namespace BackOffice.Portal.Platform.Live;

/// <summary>What one instance says to the others.</summary>
/// <param name="From">The process that speaks.</param>
/// <param name="Number">How often it has announced changes so far, these included.</param>
/// <param name="Changes">What it committed; null is a sign of life.</param>
internal sealed record LineMessage(Guid From, long Number, IReadOnlyList<RecordChange>? Changes)
{
    private const int Most = 500;

    /// <summary>Announces changes; of a great many it says only which kinds of records they were.</summary>
    public static LineMessage Of(Guid from, long number, IReadOnlyList<RecordChange> changes) =>
        new(from, number, changes.Count <= Most ? changes : [.. changes.Select(c => c.Record.Kind).Distinct(StringComparer.Ordinal).Select(RecordChange.Somewhere)]);

    /// <summary>As it travels.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>What arrived, or null when it is no message of this version.</summary>
    public static LineMessage? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<LineMessage>(bytes, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
