using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Platform.Ledgers;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>What state goods are in; only good ones are available.</summary>
public enum StockQuality
{
    /// <summary>Fit for use.</summary>
    Good,

    /// <summary>Waits for inspection.</summary>
    Quarantined,

    /// <summary>Came back and was not looked at yet.</summary>
    Returned,

    /// <summary>Broken or spoilt.</summary>
    Damaged,

    /// <summary>Goes back to the supplier.</summary>
    Rejected,
}

/// <summary>How much of an item lies at a location, by lot and quality.</summary>
[Record("inventory.stock", 108, InventoryPermissions.View)]
public sealed class StockAccount : LedgerAccount
{
    public long ItemId { get; internal init; }

    public long LocationId { get; internal init; }

    public long? LotId { get; internal init; }

    /// <summary>The lot or 0, because both databases must see "no lot" as one value in the unique index.</summary>
    public long LotKey { get; internal init; }

    public StockQuality Quality { get; internal init; }

    /// <summary>The item; filled where the account was loaded for posting.</summary>
    public Item Item { get; internal init; } = null!;

    /// <summary>The location; filled where the account was loaded for posting.</summary>
    public Location Location { get; internal init; } = null!;

    /// <summary>The lot, if any; filled where the account was loaded for posting.</summary>
    public Lot? Lot { get; internal init; }

    /// <inheritdoc/>
    protected override decimal? Floor => Location.AllowsNegative ? null : 0;

    /// <inheritdoc/>
    protected override Fault BelowFloor(decimal amount) => Lot is null
        ? new Fault(null, "{0} at {1}: only {2:0.####} {3} there, {4:0.####} wanted.", Item.Sku, Location.Code, Balance, Item.Unit, -amount)
        : new Fault(null, "{0} lot {5} at {1}: only {2:0.####} {3} there, {4:0.####} wanted.", Item.Sku, Location.Code, Balance, Item.Unit, -amount, Lot.Code);

    internal static StockAccount Open(Item item, Location location, Lot? lot, StockQuality quality) => new()
    {
        ItemId = item.Id, LocationId = location.Id, LotId = lot?.Id, LotKey = lot?.Id ?? 0, Quality = quality, Item = item, Location = location, Lot = lot,
    };
}

internal sealed class StockAccountMapping : IEntityTypeConfiguration<StockAccount>
{
    public void Configure(EntityTypeBuilder<StockAccount> builder)
    {
        builder.HasIndex(a => new { a.ItemId, a.LocationId, a.LotKey, a.Quality }).IsUnique();
        builder.HasIndex(a => a.LocationId);
        builder.HasOne(a => a.Item).WithMany().HasForeignKey(a => a.ItemId);
        builder.HasOne(a => a.Location).WithMany().HasForeignKey(a => a.LocationId);
        builder.HasOne(a => a.Lot).WithMany().HasForeignKey(a => a.LotId);
    }
}
