namespace BackOffice.Domain.Platform.Rights.Segregation;

/// <summary>Two permissions that nobody should hold together, such as ordering goods and approving the order.</summary>
[Record("platform.segregation-rule", 15, PlatformPermissions.Rights)]
public sealed class SegregationRule : Entity, IValidatableObject
{
    /// <summary>The one.</summary>
    [Required, MaxLength(80), Display(Name = "One permission")]
    public string First { get; set; } = "";

    /// <summary>The other.</summary>
    [Required, MaxLength(80), Display(Name = "The other permission")]
    public string Second { get; set; } = "";

    /// <summary>What could happen otherwise.</summary>
    [Required, MaxLength(400), Display(Name = "Why")]
    public string Why { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (First == Second) yield return new ValidationResult("Choose two different permissions.", [nameof(Second)]);
        foreach (var (name, field) in new[] { (First, nameof(First)), (Second, nameof(Second)) })
        {
            if (Permission.All.All(p => p.Name != name)) yield return new ValidationResult("There is no such permission. Choose one of the list.", [field]);
        }
    }
}

internal sealed class SegregationRuleMapping : IEntityTypeConfiguration<SegregationRule>
{
    public void Configure(EntityTypeBuilder<SegregationRule> builder) => builder.HasIndex(r => new { r.First, r.Second }).IsUnique();
}
