using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Inventory.Counts;

/// <summary>A count that is being planned.</summary>
public sealed class CountPlan
{
    [Display(Name = "Location"), Range(1, long.MaxValue, ErrorMessage = "Choose a location.")]
    public long LocationId { get; set; }

    [Display(Name = "Category")]
    public long? CategoryId { get; set; }

    [Display(Name = "Planned for")]
    public DateOnly PlannedOn { get; set; }

    [Display(Name = "Blind")]
    public bool IsBlind { get; set; } = true;
}
