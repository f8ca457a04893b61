using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Tasks.Templates;

/// <summary>For what a template is to be used.</summary>
internal sealed class TemplateWish
{
    /// <summary>The new list.</summary>
    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; set; } = "";

    /// <summary>The day from which its days are counted.</summary>
    [Display(Name = "Starts")]
    public DateOnly StartOn { get; set; }

    /// <summary>Who is who.</summary>
    public IReadOnlyList<RoleWish> Roles { get; init; } = [];
}

/// <summary>Who a role is.</summary>
internal sealed class RoleWish
{
    /// <summary>The role.</summary>
    public string Role { get; init; } = "";

    /// <summary>The person.</summary>
    [Display(Name = "Person")]
    public long PersonId { get; set; }
}
