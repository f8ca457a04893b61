using System.Text.Json;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>An import in the list of imports.</summary>
public sealed class ImportRunLine
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>What is imported.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>How far it is.</summary>
    public ImportState State { get; init; }

    /// <summary>Rows read.</summary>
    public int Read { get; init; }

    /// <summary>Rows that created a record.</summary>
    public int Created { get; init; }

    /// <summary>Rows that changed one.</summary>
    public int Updated { get; init; }

    /// <summary>Rows that changed nothing.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows that were rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>Who.</summary>
    public string By { get; init; } = "";
}

/// <summary>A row of an import in the list of its rows.</summary>
public sealed class ImportRowLine
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>The row's number in the file.</summary>
    public int Row { get; init; }

    /// <summary>What became of it.</summary>
    public ImportVerdict Verdict { get; init; }

    /// <summary>What it is about.</summary>
    public string Label { get; init; } = "";

    /// <summary>JSON: field to [old, new].</summary>
    public string? Changes { get; init; }

    /// <summary>The column to blame.</summary>
    public string? Column { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Sentence { get; init; }

    /// <summary>What fills the sentence.</summary>
    public string? Args { get; init; }

    /// <summary>The record.</summary>
    public string? RecordKind { get; init; }

    /// <summary>Its id.</summary>
    public long? RecordId { get; init; }

    /// <summary>The reason as a fault, to be shown in the reader's language.</summary>
    public Fault? Reason => ImportRow.ReasonOf(Column, Sentence, Args);

    /// <summary>What it changes, field by field.</summary>
    public IEnumerable<(string Field, string? Old, string? New)> Differences => Changes is null ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(Changes)!.Select(c => (c.Key, Words(c.Value[0]), Words(c.Value[1])));

    private static string? Words(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
