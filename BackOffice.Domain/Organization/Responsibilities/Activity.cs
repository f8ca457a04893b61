namespace BackOffice.Domain.Organization.Responsibilities;

/// <summary>Something that has to be done again and again, and for which somebody must answer.</summary>
[Record("organization.activity", 221, OrganizationPermissions.View)]
public sealed class Activity : Entity, ISearchable
{
    /// <summary>As people call it: "Approve purchase orders".</summary>
    [Required, MaxLength(160), Display(Name = "Activity")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What belongs to it.</summary>
    [MaxLength(2000), Display(Name = "Description")]
    public string? Description { get; set; }

    /// <summary>The group in which it stands: "Purchasing".</summary>
    [MaxLength(80), Display(Name = "Area")]
    public string? Area { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>The kind of record it is about, if it is about a single one.</summary>
    [MaxLength(60)]
    public string? RecordKind { get; internal set; }

    /// <summary>That record's id.</summary>
    public long? RecordId { get; internal set; }

    /// <summary>The record it is about.</summary>
    public RecordRef? About => RecordKind is { } kind && RecordId is { } id ? new(kind, id) : null;

    string ISearchable.SearchTitle => Name;
    string ISearchable.SearchText => Area ?? "";
}

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Ignore(a => a.About);
        builder.HasIndex(a => a.Name).IsUnique();
        builder.HasIndex(a => new { a.RecordKind, a.RecordId });
    }
}
