using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Organization.Deputies;

/// <summary>Days on which a person is not at work: nothing waits for him then that somebody else may do.</summary>
[Record("organization.absence", 251, OrganizationPermissions.View)]
public sealed class Absence : Entity
{
    /// <summary>Who is away.</summary>
    [Display(Name = "Person"), Range(1, long.MaxValue, ErrorMessage = "Choose who is away.")]
    public long PersonId { get; set; }

    /// <summary>The first day, in the company's zone.</summary>
    [Display(Name = "First day")]
    public DateOnly FromOn { get; set; }

    /// <summary>The last day, inclusive.</summary>
    [Display(Name = "Last day")]
    public DateOnly ToOn { get; set; }

    /// <summary>As colleagues may read it; no word of health or family belongs here.</summary>
    [MaxLength(100), Display(Name = "Note")]
    public string? Note { get; set; }

    /// <summary>The record that it comes from, such as an approved leave; it goes with it.</summary>
    [MaxLength(60)]
    public string? BecauseKind { get; internal set; }

    /// <summary>Its id.</summary>
    public long? BecauseId { get; internal set; }

    /// <summary>Refuses what makes no sense by itself.</summary>
    internal void Require() => Rule.RequireField(nameof(ToOn), ToOn >= FromOn, "The last day {0} lies before the first day {1}.", ToOn, FromOn);
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.HasIndex(a => new { a.PersonId, a.FromOn });
        builder.HasIndex(a => a.ToOn);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }
}
