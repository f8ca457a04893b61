namespace BackOffice.Domain.Organization.Structure;

/// <summary>One seat of a job: it stands in a department and reports to another seat, whoever holds it; it may be vacant. It exists while it is placed.</summary>
[Record("organization.position", 203, OrganizationPermissions.View)]
public sealed class Position : Entity, ISearchable
{
    /// <summary>The job of which it is a seat.</summary>
    [Display(Name = "Job"), Range(1, long.MaxValue, ErrorMessage = "Choose the job of this position.")]
    public long JobId { get; set; }

    /// <summary>As the chart calls it; the job's title unless it needs one of its own.</summary>
    [Required, MaxLength(120), Display(Name = "Title")]
    public string Title { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>As other systems number it; unique where given.</summary>
    [MaxLength(40), Display(Name = "Code")]
    public string? Code { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    string ISearchable.SearchTitle => Title;
    string ISearchable.SearchText => Code ?? "";
}

internal sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.Title);
        builder.HasIndex(p => p.JobId);
        builder.HasOne<Job>().WithMany().HasForeignKey(p => p.JobId);
    }
}
