using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Command;

/// <summary>One position stands above another, directly or through others, from a day to a day. Kept in the transaction that places a position, so that a chain of command is one question.</summary>
[NotAudited("it repeats what the placements of positions say")]
public sealed class CommandLink : Entity, IDated
{
    /// <summary>Who commands.</summary>
    public long AboveId { get; internal set; }

    /// <summary>Who is commanded.</summary>
    public long BelowId { get; internal set; }

    /// <summary>1 for the direct superior, 2 for his superior, and so on.</summary>
    public int Depth { get; internal set; }

    /// <inheritdoc/>
    public DateOnly FromOn { get; internal set; }

    /// <inheritdoc/>
    public DateOnly? UntilOn { get; internal set; }
}

internal sealed class CommandLinkMapping : IEntityTypeConfiguration<CommandLink>
{
    public void Configure(EntityTypeBuilder<CommandLink> builder)
    {
        builder.HasIndex(l => new { l.BelowId, l.Depth, l.FromOn });
        builder.HasIndex(l => new { l.AboveId, l.FromOn });
        builder.HasOne<Position>().WithMany().HasForeignKey(l => l.AboveId);
        builder.HasOne<Position>().WithMany().HasForeignKey(l => l.BelowId);
    }
}
