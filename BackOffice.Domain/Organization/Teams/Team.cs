using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Teams;

/// <summary>People from any department who work on something together from a day to a day.</summary>
[Record("organization.team", 207, OrganizationPermissions.View)]
public sealed class Team : Entity, ISearchable, IDated, IValidatableObject
{
    /// <summary>Unique.</summary>
    [Required, MaxLength(120), Display(Name = "Team")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [MaxLength(400), Display(Name = "Purpose")]
    public string? Purpose { get; set; }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; set; }

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Dated.Faults(this);
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder) => builder.HasIndex(t => t.Name).IsUnique();
}
