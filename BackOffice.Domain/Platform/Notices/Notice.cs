namespace BackOffice.Domain.Platform.Notices;

/// <summary>How urgent a notice is.</summary>
public enum NoticeLevel
{
    /// <summary>For information.</summary>
    Info,

    /// <summary>Soon.</summary>
    Warn,

    /// <summary>Something failed or is late.</summary>
    Bad,
}

/// <summary>A short message to one person, kept until it is read.</summary>
[NotAudited("it repeats what an audited record or job run says")]
public sealed class Notice : Entity
{
    /// <summary>To whom.</summary>
    public long UserId { get; internal init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>Name of its <see cref="NoticeKind"/>.</summary>
    [Required, MaxLength(60)]
    public string Kind { get; internal init; } = "";

    /// <summary>How urgent.</summary>
    public NoticeLevel Level { get; internal init; }

    /// <summary>English template, key of its translation.</summary>
    [Required, MaxLength(400)]
    public string Sentence { get; internal init; } = "";

    /// <summary>JSON array of what fills it.</summary>
    [MaxLength(2000)]
    public string Args { get; internal init; } = "[]";

    /// <summary>The kind of record it is about.</summary>
    [MaxLength(60)]
    public string? RecordKind { get; internal init; }

    /// <summary>The record's id.</summary>
    public long? RecordId { get; internal init; }

    /// <summary>When it was read, in UTC.</summary>
    public DateTime? ReadAt { get; internal set; }

    /// <summary>From when on it shall become mail, in UTC; null when it shall not, or has become one.</summary>
    public DateTime? MailAt { get; internal set; }

    /// <summary>The letter it became part of.</summary>
    public long? LetterId { get; internal set; }

    /// <summary>What fills the template.</summary>
    public object?[] Values => Saying.RecallArgs(Args);

    /// <summary>The sentence with what fills it, for everybody in his own language.</summary>
    public Saying Said => new(Sentence, Values);

    /// <summary>The record it is about.</summary>
    public RecordRef? About => RecordKind is { } kind && RecordId is { } id ? new(kind, id) : null;
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Ignore(n => n.Values).Ignore(n => n.Said).Ignore(n => n.About);
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.Id });
        builder.HasIndex(n => new { n.MailAt, n.UserId }).HasFilter("[MailAt] IS NOT NULL");
        builder.HasOne<Mail.Letter>().WithMany().HasForeignKey(n => n.LetterId).OnDelete(DeleteBehavior.SetNull);
    }
}
