using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.People;

/// <summary>A person holds a position from a day until a day. One person a seat at a time; somebody may hold further seats besides his own.</summary>
[Record("organization.holding", 206, OrganizationPermissions.View)]
public sealed class Holding : Entity, IDated, IValidatableObject
{
    [Display(Name = "Person"), Range(1, long.MaxValue, ErrorMessage = "Choose a person.")]
    public long PersonId { get; set; }

    [Display(Name = "Position"), Range(1, long.MaxValue, ErrorMessage = "Choose a position.")]
    public long PositionId { get; set; }

    /// <summary>Held besides his own position, as when filling in for a vacant seat; his manager is who stands above his own.</summary>
    [Display(Name = "Besides another position")]
    public bool Besides { get; set; }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Dated.Faults(this);
}

internal sealed class HoldingMapping : IEntityTypeConfiguration<Holding>
{
    public void Configure(EntityTypeBuilder<Holding> builder)
    {
        builder.HasIndex(h => new { h.PositionId, h.FromOn });
        builder.HasIndex(h => new { h.PersonId, h.FromOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        builder.HasOne<Position>().WithMany().HasForeignKey(h => h.PositionId);
    }
}
