using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Inventory.Transfers;

/// <summary>Why the rest of a transfer will not arrive, while somebody says it.</summary>
public sealed class ShortClosing
{
    [Display(Name = "Note"), Required(ErrorMessage = "Say in a few words why the rest will not arrive."), MaxLength(400)]
    public string Note { get; set; } = "";
}
