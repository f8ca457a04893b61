using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Organization.Structure;

namespace BackOffice.Portal.Organization.Positions;

/// <summary>A position that is about to be made, or to be placed elsewhere.</summary>
internal sealed class NewSeat
{
    /// <summary>The job of which it is a seat.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose the job of this position."), Display(Name = "Job")]
    public long JobId { get; set; }

    /// <summary>As the chart calls it.</summary>
    [MaxLength(120), Display(Name = "Title")]
    public string? Title { get; set; }

    /// <summary>As other systems number it.</summary>
    [MaxLength(40), Display(Name = "Code")]
    public string? Code { get; set; }

    /// <summary>Where it stands.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose a department."), Display(Name = "Department")]
    public long DepartmentId { get; set; }

    /// <summary>Above it.</summary>
    [Display(Name = "Reports to")]
    public long? SuperiorId { get; set; }

    /// <summary>The first day.</summary>
    [Display(Name = "From")]
    public DateOnly FromOn { get; set; }

    /// <summary>The seat.</summary>
    public Position ToPosition() => new() { JobId = JobId, Title = Title ?? "", Code = Code };

    /// <summary>Where it stands first.</summary>
    public Placement ToPlacement() => new() { DepartmentId = DepartmentId, SuperiorId = SuperiorId, FromOn = FromOn };
}
