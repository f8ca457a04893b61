using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>A part of the company; departments stand in a tree and exist from a day to a day.</summary>
[Record("organization.department", 201, OrganizationPermissions.View)]
public sealed class Department : Branch, ISearchable, IDated, IValidatableObject
{
    /// <summary>As other systems number it; unique where given.</summary>
    [MaxLength(40), Display(Name = "Code")]
    public string? Code { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Unique, so that files can name it.</summary>
    [Required, MaxLength(120), Display(Name = "Department")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [MaxLength(400), Display(Name = "Purpose")]
    public string? Purpose { get; set; }

    /// <inheritdoc/>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <inheritdoc/>
    [Display(Name = "Until")]
    public DateOnly? UntilOn { get; private set; }

    /// <inheritdoc/>
    protected override string Title => Name;

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => Code ?? "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Dated.Faults(this);

    /// <summary>From this day on there is no such department; none opens it again.</summary>
    internal void End(DateOnly? on) => UntilOn = on;
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.HasIndex(d => d.Name).IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.Path);
        builder.HasOne<Department>().WithMany().HasForeignKey(d => d.ParentId);
    }
}
