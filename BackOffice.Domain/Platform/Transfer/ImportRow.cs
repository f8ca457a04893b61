using System.Text.Json;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>What became of one row of an import, and of one record it touched; rows that change nothing are only counted.</summary>
[NotAudited("the records it names are audited themselves")]
public sealed class ImportRow : Entity
{
    /// <summary>The import.</summary>
    public long RunId { get; internal init; }

    /// <summary>The row's number in the file.</summary>
    public int Row { get; internal init; }

    /// <summary>What became of it.</summary>
    public ImportVerdict Verdict { get; internal init; }

    /// <summary>The first entry of a row; further ones name the other records it touched.</summary>
    public bool IsMain { get; internal init; }

    /// <summary>True for what was posted: taken back by its kind, not by deleting it.</summary>
    public bool IsPosting { get; internal init; }

    /// <summary>What the row is about, as the file says it.</summary>
    [MaxLength(200)]
    public string Label { get; internal init; } = "";

    /// <summary>The kind of record.</summary>
    [MaxLength(60)]
    public string? RecordKind { get; internal init; }

    /// <summary>Its id.</summary>
    public long? RecordId { get; internal init; }

    /// <summary>Its version after the import: while it stands, nobody has touched it.</summary>
    public int? RecordVersion { get; internal init; }

    /// <summary>JSON: field to [old, new].</summary>
    public string? Changes { get; internal init; }

    /// <summary>The column that is to blame.</summary>
    [MaxLength(200)]
    public string? Column { get; internal init; }

    /// <summary>Why it was rejected: English template, key of its translation.</summary>
    [MaxLength(400)]
    public string? Sentence { get; internal init; }

    /// <summary>JSON array of what fills it.</summary>
    [MaxLength(1000)]
    public string? Args { get; internal init; }

    /// <summary>The reason as a fault, to be shown in the reader's language.</summary>
    public Fault? Reason => ReasonOf(Column, Sentence, Args);

    internal static Fault? ReasonOf(string? column, string? sentence, string? args) =>
        sentence is null ? null : new Fault(column, sentence, [.. JsonSerializer.Deserialize<JsonElement[]>(args ?? "[]")!.Select(Plain)]);

    private static object? Plain(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : value.ToString();
}

internal sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.Ignore(r => r.Reason);
        builder.Property(r => r.Changes).HasMaxLength(-1);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.RunId, r.IsMain, r.Verdict, r.Id });
    }
}
