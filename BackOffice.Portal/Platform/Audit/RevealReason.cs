using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Platform.Audit;

/// <summary>Why somebody wants to read a sensitive field.</summary>
public sealed class RevealReason
{
    /// <summary>For the audit trail.</summary>
    [Required, StringLength(200, MinimumLength = 5), Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}
