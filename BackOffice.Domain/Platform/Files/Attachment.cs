using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Files;

/// <summary>A file that belongs to a record; whoever may see the record may see it.</summary>
[Record("platform.attachment", 30, Permission.SignedIn)]
public sealed class Attachment : Entity
{
    /// <summary>The kind of record.</summary>
    [Required, MaxLength(60)]
    public string RecordKind { get; internal init; } = "";

    /// <summary>Its id.</summary>
    public long RecordId { get; internal init; }

    /// <summary>As it was called where it came from.</summary>
    [Required, MaxLength(200), Display(Name = "File name")]
    public string Name { get; internal init; } = "";

    /// <summary>What it says it is; nobody relies on that.</summary>
    [MaxLength(100)]
    public string ContentType { get; internal init; } = "";

    /// <summary>Its length.</summary>
    public long Bytes { get; internal init; }

    /// <summary>SHA-256 of its content.</summary>
    [Required, MaxLength(64)]
    public string Hash { get; internal init; } = "";

    /// <summary>When it came, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>Whose account brought it.</summary>
    public long? ByUserId { get; internal init; }

    /// <summary>Who brought it.</summary>
    [MaxLength(200)]
    public string ByName { get; internal init; } = "";

    /// <summary>The record.</summary>
    public RecordRef Record => new(RecordKind, RecordId);

    /// <summary>A name without the folders and the signs that some systems cannot bear.</summary>
    public static string CleanName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        if (clean.Length == 0) return "file";
        // The ending says what to open it with, so it is the beginning that is shortened.
        var ending = Path.GetExtension(clean) is { Length: <= 20 } short_ ? short_ : "";
        return clean.Length <= 200 ? clean : clean[..(200 - ending.Length)] + ending;
    }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Ignore(a => a.Record);
        builder.HasIndex(a => new { a.RecordKind, a.RecordId });
        builder.HasIndex(a => a.Hash);
    }
}
