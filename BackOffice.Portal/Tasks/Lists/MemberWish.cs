using System.ComponentModel.DataAnnotations;
using BackOffice.Domain.Tasks.Lists;

namespace BackOffice.Portal.Tasks.Lists;

/// <summary>To whom a list is to be opened.</summary>
internal sealed class MemberWish
{
    /// <summary>What the member is.</summary>
    [Display(Name = "Kind")]
    public MemberKind Kind { get; set => (field, MemberId) = (value, value == field ? MemberId : 0); }

    /// <summary>The person, the team or the department.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "Choose a member."), Display(Name = "Member")]
    public long MemberId { get; set; }

    /// <summary>Works in it, not only reads.</summary>
    [Display(Name = "May work in it")]
    public bool MayEdit { get; set; } = true;
}
