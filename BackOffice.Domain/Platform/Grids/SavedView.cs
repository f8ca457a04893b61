using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Grids;

/// <summary>A way of looking at a list that a person has kept for himself under a name.</summary>
public sealed class SavedView : Entity
{
    /// <summary>Whose it is.</summary>
    public long UserId { get; internal set; }

    /// <summary>The list's key, as <c>inventory.items</c>.</summary>
    [Required, MaxLength(80)]
    public string List { get; internal set; } = "";

    /// <summary>As he calls it.</summary>
    [Required, MaxLength(40), Display(Name = "Name of the view")]
    public string Name { get; internal set; } = "";

    /// <summary>Search, filters, order and columns, as they stand in the address.</summary>
    [MaxLength(2000)]
    public string Query { get; internal set; } = "";
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.HasIndex(v => new { v.UserId, v.List, v.Name }).IsUnique();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
