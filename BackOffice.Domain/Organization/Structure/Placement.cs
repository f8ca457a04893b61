using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>Where a position stands from a day to a day: in which department, and to which position it reports (the solid line).</summary>
[Record("organization.placement", 204, OrganizationPermissions.View)]
public sealed class Placement : Entity, IDated, IValidatableObject
{
    /// <summary>The seat.</summary>
    public long PositionId { get; set; }

    [Display(Name = "Department"), Range(1, long.MaxValue, ErrorMessage = "Choose a department.")]
    public long DepartmentId { get; set; }

    /// <summary>None at the top.</summary>
    [Display(Name = "Reports to")]
    public long? SuperiorId { get; set; }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; internal set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Dated.Faults(this);
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.HasIndex(p => new { p.PositionId, p.FromOn }).IsUnique();
        builder.HasIndex(p => new { p.SuperiorId, p.FromOn });
        builder.HasIndex(p => new { p.DepartmentId, p.FromOn });
        builder.HasOne<Position>().WithMany().HasForeignKey(p => p.PositionId);
        builder.HasOne<Position>().WithMany().HasForeignKey(p => p.SuperiorId);
        builder.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId);
    }
}
