using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Notices;

/// <summary>How one person wants one kind of notice, where he chose something else than usual.</summary>
[NotAudited("it concerns nobody but the person who chose it")]
public sealed class NoticeWish : Entity
{
    /// <summary>Whose.</summary>
    public long UserId { get; internal init; }

    /// <summary>The kind's name.</summary>
    [Required, MaxLength(60)]
    public string Kind { get; internal init; } = "";

    /// <summary>How it shall reach him.</summary>
    public NoticeWay Way { get; internal set; }
}

internal sealed class NoticeWishMapping : IEntityTypeConfiguration<NoticeWish>
{
    public void Configure(EntityTypeBuilder<NoticeWish> builder)
    {
        builder.HasIndex(w => new { w.UserId, w.Kind }).IsUnique();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(w => w.UserId);
    }
}
