using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>A position answers to another one besides its superior, for something, from a day to a day; it gives no command.</summary>
[Record("organization.dotted-line", 205, OrganizationPermissions.View)]
public sealed class DottedLine : Entity, IDated, IValidatableObject
{
    /// <summary>The seat that answers.</summary>
    public long PositionId { get; set; }

    [Display(Name = "Answers to"), Range(1, long.MaxValue, ErrorMessage = "Choose a position.")]
    public long ToPositionId { get; set; }

    [MaxLength(120), Display(Name = "For")]
    public string? Purpose { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PositionId == ToPositionId) yield return new ValidationResult("A position cannot answer to itself.", [nameof(ToPositionId)]);
        foreach (var fault in Dated.Faults(this)) yield return fault;
    }
}

internal sealed class DottedLineMapping : IEntityTypeConfiguration<DottedLine>
{
    public void Configure(EntityTypeBuilder<DottedLine> builder)
    {
        builder.HasIndex(d => d.PositionId);
        builder.HasIndex(d => d.ToPositionId);
        builder.HasOne<Position>().WithMany().HasForeignKey(d => d.PositionId);
        builder.HasOne<Position>().WithMany().HasForeignKey(d => d.ToPositionId);
    }
}
