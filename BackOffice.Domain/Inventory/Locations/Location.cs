using BackOffice.Domain.Platform.Trees;

namespace BackOffice.Domain.Inventory.Locations;

/// <summary>What sort of place a location is.</summary>
public enum LocationKind
{
    /// <summary>A building or an address.</summary>
    Site,

    /// <summary>A room or a hall.</summary>
    Store,

    /// <summary>A shelf or a box.</summary>
    Bin,

    /// <summary>On the way between two others.</summary>
    Transit,
}

/// <summary>A place where stock lies; places stand in a tree.</summary>
[Record("inventory.location", 106, InventoryPermissions.View)]
public sealed class Location : Branch, ISearchable
{
    /// <summary>As written on the shelf; unique.</summary>
    [Required, MaxLength(40), Display(Name = "Code")]
    public string Code { get; set => field = (value ?? "").Trim(); } = "";

    [Required, MaxLength(120), Display(Name = "Name")]
    public string Name { get; set => field = (value ?? "").Trim(); } = "";

    [Display(Name = "Kind")]
    public LocationKind Kind { get; set; }

    /// <summary>Goods may be issued before their receipt is booked.</summary>
    [Display(Name = "Stock may fall below zero")]
    public bool AllowsNegative { get; set; }

    /// <summary>Nothing new is put into a closed location.</summary>
    [Display(Name = "Closed")]
    public bool IsClosed { get; set; }

    /// <inheritdoc/>
    protected override string Title => Code;

    string ISearchable.SearchTitle => $"{Code} {Name}";
    string ISearchable.SearchText => "";
}

internal sealed class LocationMapping : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.HasIndex(l => l.Code).IsUnique();
        builder.HasIndex(l => l.Path);
        builder.HasOne<Location>().WithMany().HasForeignKey(l => l.ParentId);
    }
}
