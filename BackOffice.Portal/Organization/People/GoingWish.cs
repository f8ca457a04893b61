using System.ComponentModel.DataAnnotations;

namespace BackOffice.Portal.Organization.People;

/// <summary>How a person is to move or to leave.</summary>
internal sealed class GoingWish
{
    /// <summary>He leaves the company; otherwise he moves.</summary>
    public bool Leaves { get; init; }

    /// <summary>Where he moves to.</summary>
    [Display(Name = "New position")]
    public long PositionId { get; set; }

    /// <summary>The first day of the new state.</summary>
    [Display(Name = "From")]
    public DateOnly On { get; set; }

    /// <summary>Who takes over what he leaves behind.</summary>
    [Display(Name = "Who takes it over")]
    public long? SuccessorId { get; set; }
}

/// <summary>Which entry of the directory is the same person.</summary>
internal sealed class JoinWish
{
    /// <summary>The entry that came with the account.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose whose account it is."), Display(Name = "Account of")]
    public long NewcomerId { get; set; }
}
