using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Tasks.Comments;

/// <summary>What somebody said about a record, as Markdown; whoever may see the record reads it.</summary>
[Record("tasks.comment", 304, TasksPermissions.View)]
public sealed class Comment : Entity
{
    /// <summary>The longest comment.</summary>
    public const int Longest = 8_000;

    /// <summary>The kind of record.</summary>
    [Required, MaxLength(60)]
    public string RecordKind { get; internal init; } = "";

    /// <summary>Its id.</summary>
    public long RecordId { get; internal init; }

    /// <summary>What was said.</summary>
    [Required, MaxLength(Longest), Display(Name = "Comment")]
    public string Text { get; internal set => field = (value ?? "").Trim(); } = "";

    /// <summary>The person; none when the house says something.</summary>
    public long? AuthorId { get; internal init; }

    /// <summary>Who said it.</summary>
    [MaxLength(200)]
    public string AuthorName { get; internal init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? EditedAt { get; internal set; }

    /// <summary>The record.</summary>
    public RecordRef Record => new(RecordKind, RecordId);
}

/// <summary>Somebody whom a comment calls by name.</summary>
[NotAudited("the text of the comment says it")]
public sealed class Mention : Entity
{
    /// <summary>The comment.</summary>
    public long CommentId { get; internal init; }

    /// <summary>The person.</summary>
    public long PersonId { get; internal init; }
}

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.Ignore(c => c.Record);
        builder.HasIndex(c => new { c.RecordKind, c.RecordId, c.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId);
    }

    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.HasIndex(m => new { m.CommentId, m.PersonId }).IsUnique();
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(m => m.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
