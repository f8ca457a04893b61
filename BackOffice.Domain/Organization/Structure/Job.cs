namespace BackOffice.Domain.Organization.Structure;

/// <summary>What somebody does for a living here: a description that many seats may share.</summary>
[Record("organization.job", 202, OrganizationPermissions.View)]
public sealed class Job : Entity, ISearchable
{
    /// <summary>As it stands on a business card; unique.</summary>
    [Required, MaxLength(120), Display(Name = "Job")]
    public string Title { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What its holder answers for and needs to know.</summary>
    [MaxLength(8000), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <summary>No new seats are made of it.</summary>
    [Display(Name = "No longer used")]
    public bool Retired { get; set; }

    string ISearchable.SearchTitle => Title;
    string ISearchable.SearchText => "";
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder) => builder.HasIndex(j => j.Title).IsUnique();
}
