using System.Text.Json;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>The dry run is under way, or was interrupted.</summary>
    Checking,

    /// <summary>The dry run is done; nothing is imported yet.</summary>
    Checked,

    /// <summary>Rows are being imported, or it was interrupted and can be continued.</summary>
    Importing,

    /// <summary>All rows are dealt with.</summary>
    Done,

    /// <summary>Everything it did was taken back.</summary>
    Undone,
}

/// <summary>One file on its way into the office: what it was, how it was understood, and what became of its rows.</summary>
[Record("platform.import", 8, Permission.SignedIn)]
[NotAudited("it only counts; the records it changes are audited themselves")]
public sealed class ImportRun : Entity
{
    /// <summary>What is imported.</summary>
    [Required, MaxLength(60)]
    public string Kind { get; internal init; } = "";

    /// <summary>The file's name as it came.</summary>
    [Required, MaxLength(200)]
    public string FileName { get; internal init; } = "";

    /// <summary>Under which name the file is kept, or nothing when it is not.</summary>
    [MaxLength(60)]
    public string? FileKey { get; internal init; }

    /// <summary>JSON of the mapping.</summary>
    public string Mapping { get; internal init; } = "{}";

    /// <summary>What was noticed about the file as a whole, one sentence a line.</summary>
    [MaxLength(2000)]
    public string Notes { get; internal set; } = "";

    /// <summary>How far it has come.</summary>
    public ImportState State { get; internal set; }

    /// <summary>Rows in the file.</summary>
    public int Total { get; internal set; }

    /// <summary>Rows dealt with so far.</summary>
    public int Read { get; internal set; }

    /// <summary>Rows that create a record.</summary>
    public int Created { get; internal set; }

    /// <summary>Rows that change one.</summary>
    public int Updated { get; internal set; }

    /// <summary>Rows that say what stands already.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Rows that cannot be used.</summary>
    public int Rejected { get; internal set; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTime StartedAt { get; internal init; }

    /// <summary>When it came to its present state, in UTC.</summary>
    public DateTime? FinishedAt { get; internal set; }

    /// <summary>Who did it.</summary>
    [MaxLength(120)]
    public string By { get; internal init; } = "";

    /// <summary>Every row read met exactly one fate.</summary>
    public bool AddsUp => Read == Created + Updated + Unchanged + Rejected;

    /// <summary>The mapping in use.</summary>
    internal ImportMapping MappingInUse => JsonSerializer.Deserialize<ImportMapping>(Mapping)!;

    /// <summary>Begins the import proper, or takes it up where it was interrupted.</summary>
    internal void Begin()
    {
        Rule.Require(State is not ImportState.Done, "This file was imported already.");
        Rule.Require(State is ImportState.Checked or ImportState.Importing, "Check the file before importing it.");
        if (State == ImportState.Checked) Recount(ImportState.Importing);
    }

    /// <summary>Says that everything was taken back.</summary>
    internal void Undo(DateTime now)
    {
        Rule.Require(State is ImportState.Done or ImportState.Importing, "Only what was imported can be undone.");
        (State, FinishedAt) = (ImportState.Undone, now);
    }

    private void Recount(ImportState state)
    {
        (State, FinishedAt) = (state, null);
        (Read, Created, Updated, Unchanged, Rejected) = (0, 0, 0, 0, 0);
    }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(r => r.Mapping).HasMaxLength(-1);
        builder.Property(r => r.Notes).HasMaxLength(2000);
        builder.Ignore(r => r.AddsUp);
        builder.HasIndex(r => new { r.Kind, r.Id });
    }
}
