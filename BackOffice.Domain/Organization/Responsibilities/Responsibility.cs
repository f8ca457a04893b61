using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;

namespace BackOffice.Domain.Organization.Responsibilities;

/// <summary>What somebody has to do with an activity.</summary>
public enum Part
{
    /// <summary>Does it.</summary>
    Responsible,

    /// <summary>Answers for it; exactly one.</summary>
    Accountable,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told after.</summary>
    Informed,
}

/// <summary>The part of a position, or of a person, in an activity.</summary>
[Record("organization.responsibility", 222, OrganizationPermissions.View)]
public sealed class Responsibility : Entity
{
    /// <summary>The activity.</summary>
    public long ActivityId { get; internal init; }

    /// <summary>The position, whoever holds it.</summary>
    public long? PositionId { get; internal init; }

    /// <summary>The person, whatever he is.</summary>
    public long? PersonId { get; internal set; }

    /// <summary>His part.</summary>
    public Part Part { get; internal set; }
}

internal sealed class ResponsibilityMapping : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> builder)
    {
        builder.HasIndex(r => new { r.ActivityId, r.PositionId }).IsUnique();
        builder.HasIndex(r => new { r.ActivityId, r.PersonId }).IsUnique();
        builder.HasIndex(r => r.PositionId);
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Position>().WithMany().HasForeignKey(r => r.PositionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}
