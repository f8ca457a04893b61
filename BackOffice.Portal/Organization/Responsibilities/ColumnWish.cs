using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Organization.Responsibilities;

/// <summary>Whom somebody wants to see in the matrix.</summary>
public sealed class ColumnWish : IValidatableObject
{
    /// <summary>A position.</summary>
    [Display(Name = "Position")]
    public long? PositionId { get; set; }

    /// <summary>Or a person.</summary>
    [Display(Name = "Person")]
    public long? PersonId { get; set; }

    /// <summary>The column's key.</summary>
    public string Key => PositionId is { } seat ? $"s{seat}" : $"p{PersonId}";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PositionId is null == PersonId is null) yield return new ValidationResult("Choose a position or a person.", [nameof(PositionId)]);
    }
}
