using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Lots;

/// <summary>Goods of one item that belong together: a batch, or a single piece with its serial number.</summary>
[Record("inventory.lot", 107, InventoryPermissions.View)]
public sealed class Lot : Entity, ISearchable
{
    public long ItemId { get; internal init; }

    /// <summary>Batch or serial number; unique within the item.</summary>
    [Required, MaxLength(60), Display(Name = "Lot")]
    public string Code { get; internal init; } = "";

    /// <summary>A single piece: its quantity is 1 and it is in one place.</summary>
    public bool IsSerial { get; internal init; }

    /// <summary>The last day on which it may be issued.</summary>
    [Display(Name = "Expires")]
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Whether it may no longer be issued on that day.</summary>
    public bool IsExpiredOn(DateOnly day) => ExpiresOn < day;

    string ISearchable.SearchTitle => Code;
    string ISearchable.SearchText => "";
}

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.HasIndex(l => new { l.ItemId, l.Code }).IsUnique();
        builder.HasIndex(l => l.ExpiresOn);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
    }
}
