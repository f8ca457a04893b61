using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Teams;

/// <summary>A person belongs to a team from a day to a day.</summary>
[Record("organization.team-member", 208, OrganizationPermissions.View)]
public sealed class TeamMember : Entity, IDated, IValidatableObject
{
    /// <summary>The team.</summary>
    public long TeamId { get; set; }

    [Display(Name = "Person"), Range(1, long.MaxValue, ErrorMessage = "Choose a person.")]
    public long PersonId { get; set; }

    /// <summary>What he does in it.</summary>
    [MaxLength(120), Display(Name = "Part")]
    public string? Part { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Speaks for the team.</summary>
    [Display(Name = "Leads the team")]
    public bool Leads { get; set; }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Dated.Faults(this);
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.HasIndex(m => new { m.TeamId, m.PersonId, m.FromOn }).IsUnique();
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
