using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Tasks.Work;

/// <summary>Why something is done all the same.</summary>
internal sealed class EndRemark
{
    /// <summary>In a few words.</summary>
    [Required, MaxLength(500), Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}
