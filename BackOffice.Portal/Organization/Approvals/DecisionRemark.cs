using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Organization.Approvals;

/// <summary>What a person says with a decision.</summary>
public sealed class DecisionRemark
{
    /// <summary>Why, for whoever asked.</summary>
    [Required, MaxLength(1000), Display(Name = "Comment")]
    public string Comment { get; set; } = "";
}
