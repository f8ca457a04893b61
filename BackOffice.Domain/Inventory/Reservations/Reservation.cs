using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Reservations;

/// <summary>Stock promised to a record until a day; it lies where it is but is not available to others.</summary>
[Record("inventory.reservation", 110, InventoryPermissions.View)]
public sealed class Reservation : Entity
{
    public long ItemId { get; internal init; }

    public long LocationId { get; internal init; }

    /// <summary>What is still promised; shrinks as it is issued.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Kind of the record it is for.</summary>
    [Required, MaxLength(60)]
    public string ForKind { get; internal init; } = "";

    /// <summary>Id of the record it is for.</summary>
    public long ForId { get; internal init; }

    /// <summary>The last day of the promise; none when it stands until it is released.</summary>
    public DateOnly? Until { get; internal init; }

    /// <summary>The record it is for.</summary>
    public RecordRef For => new(ForKind, ForId);

    internal static Reservation Of(long itemId, long locationId, decimal quantity, RecordRef record, DateOnly? until)
    {
        Rule.Require(quantity > 0, "The quantity {0:0.####} cannot be reserved. Enter more than 0.", quantity);
        return new Reservation { ItemId = itemId, LocationId = locationId, Quantity = quantity, ForKind = record.Kind, ForId = record.Id, Until = until };
    }

    /// <summary>Takes out of the promise what was issued, at most what is left of it.</summary>
    /// <returns>How much the promise shrank.</returns>
    internal decimal Use(decimal issued)
    {
        var used = Math.Min(issued, Quantity);
        Quantity -= used;
        return used;
    }
}

internal sealed class ReservationMapping : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.Ignore(r => r.For);
        builder.HasIndex(r => new { r.ItemId, r.LocationId });
        builder.HasIndex(r => new { r.ForKind, r.ForId });
        builder.HasIndex(r => r.Until);
        builder.HasOne<Item>().WithMany().HasForeignKey(r => r.ItemId);
        builder.HasOne<Location>().WithMany().HasForeignKey(r => r.LocationId);
    }
}
