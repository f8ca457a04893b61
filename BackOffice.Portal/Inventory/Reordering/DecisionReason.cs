using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Inventory.Reordering;

/// <summary>Why a suggestion is put off or not wanted, as a person enters it.</summary>
public sealed class DecisionReason
{
    /// <summary>The day it comes back.</summary>
    [Display(Name = "Snoozed until")]
    public DateOnly Until { get; set; }

    /// <summary>In a few words.</summary>
    [Required, MaxLength(300), Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}

/// <summary>Suggestions that are to be put off or rejected, once the person has said why.</summary>
/// <param name="SuggestionIds">Which.</param>
/// <param name="Reject">Rejected, not only put off.</param>
/// <param name="Reason">What he says.</param>
public sealed record DeskQuestion(IReadOnlyList<long> SuggestionIds, bool Reject, DecisionReason Reason);
