using BackOffice.Domain.Organization.People;

namespace BackOffice.Domain.Organization.Deputies;

/// <summary>What a deputy stands in for.</summary>
public enum DeputyScope
{
    /// <summary>Approvals and work.</summary>
    Both,

    /// <summary>Decisions that wait for the person.</summary>
    Approvals,

    /// <summary>Tasks and inquiries of the person.</summary>
    Work,
}

/// <summary>Somebody who may act for another person from a day to a day. Read at the moment of use, so it reaches what already waits.</summary>
[Record("organization.deputy", 250, OrganizationPermissions.View)]
public sealed class Deputy : Entity
{
    /// <summary>Whom he stands in for.</summary>
    [Display(Name = "For"), Range(1, long.MaxValue, ErrorMessage = "Choose who is represented.")]
    public long ForPersonId { get; set; }

    /// <summary>Who stands in.</summary>
    [Display(Name = "Deputy"), Range(1, long.MaxValue, ErrorMessage = "Choose who stands in.")]
    public long DeputyPersonId { get; set; }

    /// <summary>The first day, in the company's zone.</summary>
    [Display(Name = "First day")]
    public DateOnly FromOn { get; set; }

    /// <summary>The last day, inclusive; none means until further notice.</summary>
    [Display(Name = "Last day")]
    public DateOnly? ToOn { get; set; }

    /// <summary>What for.</summary>
    [Display(Name = "Stands in for")]
    public DeputyScope Scope { get; set; }

    /// <summary>The record that opened it, such as an approved leave; it closes with it.</summary>
    [MaxLength(60)]
    public string? BecauseKind { get; internal set; }

    /// <summary>Its id.</summary>
    public long? BecauseId { get; internal set; }

    /// <summary>Whether it holds on a day for approvals or for work.</summary>
    public bool Holds(DateOnly day, DeputyScope scope) => FromOn <= day && (ToOn is null || ToOn >= day) && (Scope == DeputyScope.Both || Scope == scope);

    /// <summary>Whether it and another hold together on some day for some purpose.</summary>
    public bool Overlaps(Deputy other) => FromOn <= (other.ToOn ?? DateOnly.MaxValue) && other.FromOn <= (ToOn ?? DateOnly.MaxValue)
        && (Scope == DeputyScope.Both || other.Scope == DeputyScope.Both || Scope == other.Scope);

    /// <summary>Refuses what makes no sense by itself.</summary>
    internal void Require()
    {
        Rule.RequireField(nameof(DeputyPersonId), ForPersonId != DeputyPersonId, "Nobody is his own deputy. Choose somebody else.");
        Rule.RequireField(nameof(ToOn), ToOn is null || ToOn >= FromOn, "The last day {0} lies before the first day {1}.", ToOn, FromOn);
    }

    /// <summary>Ends it with the day before.</summary>
    internal void EndBefore(DateOnly day) => ToOn = day <= FromOn ? FromOn.AddDays(-1) : day.AddDays(-1);
}

internal sealed class DeputyMapping : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.HasIndex(d => new { d.ForPersonId, d.FromOn });
        builder.HasIndex(d => new { d.DeputyPersonId, d.FromOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ForPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.DeputyPersonId);
    }
}
