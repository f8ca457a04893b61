using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Counts;

/// <summary>Why a count found something else than the books say.</summary>
public enum DifferenceReason
{
    /// <summary>Broken or spoilt and not booked.</summary>
    Damaged,

    /// <summary>Past its day and thrown away.</summary>
    Expired,

    /// <summary>More than expected turned up.</summary>
    Found,

    /// <summary>Nowhere to be found.</summary>
    Missing,

    /// <summary>Stolen.</summary>
    Stolen,

    /// <summary>Lies at another place.</summary>
    WrongPlace,

    /// <summary>Belongs to another lot.</summary>
    WrongLot,

    /// <summary>Came in and was not booked.</summary>
    NotBookedIn,

    /// <summary>Went out and was not booked.</summary>
    NotBookedOut,
}

/// <summary>One thing to be counted. It remembers where the ledger stood at the moment of counting, so what moves afterwards is no difference.</summary>
[Record("inventory.count-line", 112, InventoryPermissions.View)]
public sealed class CountLine : Entity
{
    public long CountId { get; internal init; }
    public long ItemId { get; internal init; }
    public long LocationId { get; internal init; }
    public long? LotId { get; internal init; }
    public StockQuality Quality { get; internal init; }

    /// <summary>What was counted; none until somebody has.</summary>
    public decimal? Counted { get; private set; }

    /// <summary>What the books said at the moment of counting.</summary>
    public decimal? Expected { get; private set; }

    /// <summary>The last stock entry before the moment of counting; 0 when there was none.</summary>
    public long LedgerPosition { get; private set; }

    /// <summary>The moment of counting, in UTC.</summary>
    public DateTime? CountedAt { get; private set; }

    [MaxLength(120)]
    public string? CountedBy { get; private set; }

    /// <summary>How often it was counted.</summary>
    public int Times { get; private set; }

    public DifferenceReason? Reason { get; private set; }

    [MaxLength(400)]
    public string? Note { get; private set; }

    /// <summary>Counted less expected.</summary>
    public decimal Difference => (Counted - Expected) ?? 0;

    /// <summary>Writes down a counting.</summary>
    internal void Record(decimal counted, decimal expected, long ledgerPosition, DateTime at, string by)
    {
        Rule.RequireField(nameof(Counted), counted is >= 0 and <= 1_000_000_000m, "The quantity {0:0.####} cannot have been counted. Enter 0 or more.", counted);
        (Counted, Expected, LedgerPosition, CountedAt, CountedBy) = (counted, expected, ledgerPosition, at, by);
        Times++;
        if (Difference == 0) (Reason, Note) = (null, null);
    }

    /// <summary>Is to be counted once more.</summary>
    internal void Forget() => (Counted, Expected, CountedAt, CountedBy, Reason, Note) = (null, null, null, null, null, null);

    /// <summary>Says why there is a difference.</summary>
    internal void Explain(DifferenceReason reason, string? note)
    {
        Rule.Require(Difference != 0, "There is no difference to explain.");
        (Reason, Note) = (reason, note);
    }
}

/// <summary>Something that turned up during a count and was not on its sheet.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="LocationId">Where it lay.</param>
/// <param name="Counted">How much.</param>
/// <param name="LotCode">The lot or serial number, where the item asks for it.</param>
/// <param name="ExpiresOn">When the lot expires.</param>
/// <param name="Quality">In which condition.</param>
public sealed record FoundGoods(long ItemId, long LocationId, decimal Counted, string? LotCode = null, DateOnly? ExpiresOn = null, StockQuality Quality = StockQuality.Good);

internal sealed class CountLineMapping : IEntityTypeConfiguration<CountLine>
{
    public void Configure(EntityTypeBuilder<CountLine> builder)
    {
        builder.HasIndex(l => new { l.CountId, l.ItemId });
        builder.HasOne<StockCount>().WithMany().HasForeignKey(l => l.CountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
        builder.HasOne<Location>().WithMany().HasForeignKey(l => l.LocationId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(l => l.LotId);
    }
}
