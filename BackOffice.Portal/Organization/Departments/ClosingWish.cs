using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Organization.Departments;

/// <summary>How a department is to be closed.</summary>
internal sealed class ClosingWish
{
    /// <summary>The first day without it.</summary>
    [Display(Name = "First day without it")]
    public DateOnly On { get; set; }

    /// <summary>Its positions end with it.</summary>
    [Display(Name = "End its positions too")]
    public bool EndSeats { get; set; }

    /// <summary>Where its positions go otherwise.</summary>
    [Display(Name = "Move its positions to")]
    public long? IntoId { get; set; }

    /// <summary>Who takes over what their holders leave.</summary>
    [Display(Name = "Who takes it over")]
    public long? SuccessorId { get; set; }
}
