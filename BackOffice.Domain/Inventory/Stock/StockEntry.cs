using BackOffice.Domain.Platform.Ledgers;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>Why stock moved.</summary>
public enum StockReason
{
    /// <summary>There when the books were opened.</summary>
    Opening,

    /// <summary>Delivered by a supplier.</summary>
    Received,

    /// <summary>Sold or used.</summary>
    Issued,

    /// <summary>From one place or quality to another.</summary>
    Moved,

    /// <summary>The difference a count found.</summary>
    Counted,

    /// <summary>Broken or spoilt.</summary>
    Damaged,

    /// <summary>Brought back by a customer.</summary>
    Returned,

    /// <summary>Sent back to the supplier.</summary>
    SentBack,

    /// <summary>Nowhere to be found.</summary>
    Lost,

    /// <summary>Corrects a mistake.</summary>
    Corrected,
}

/// <summary>One movement of stock: written once, corrected only by another one.</summary>
[Record("inventory.stock-entry", 109, InventoryPermissions.View)]
public sealed class StockEntry : LedgerEntry
{
    public long AccountId { get; internal init; }

    /// <summary>The account; filled where the entry was written.</summary>
    public StockAccount Account { get; internal init; } = null!;

    /// <summary>The account's item, repeated for cards and demand.</summary>
    public long ItemId { get; internal init; }

    /// <summary>The account's location, repeated for cards and demand.</summary>
    public long LocationId { get; internal init; }

    public long? LotId { get; internal init; }

    public StockReason Reason { get; internal init; }

    /// <summary>Cost of one unit, in the company's currency.</summary>
    public decimal UnitCost { get; internal init; }

    /// <summary>What the movement adds to the value of the stock; signed, to the ten-thousandth as unit costs are.</summary>
    public decimal Value { get; internal init; }

    [MaxLength(400)]
    public string? Note { get; internal init; }

    /// <summary>Who booked it.</summary>
    [MaxLength(120)]
    public string PostedBy { get; internal init; } = "";

    /// <summary>The kind of document that caused it.</summary>
    [MaxLength(60)]
    public string? DocumentKind { get; internal init; }

    /// <summary>The document that caused it.</summary>
    public long? DocumentId { get; internal init; }

    /// <summary>The document that caused it, if any.</summary>
    public RecordRef? Document => DocumentKind is { } kind && DocumentId is { } id ? new RecordRef(kind, id) : null;
}

internal sealed class StockEntryMapping : IEntityTypeConfiguration<StockEntry>
{
    public void Configure(EntityTypeBuilder<StockEntry> builder)
    {
        builder.Ignore(e => e.Document);
        // Balances, proofs and the value of a past day are read from this index alone.
        builder.HasIndex(e => new { e.AccountId, e.PostedOn, e.Amount, e.Value });
        // Demand of an item at a location is read from this index alone, in its order.
        builder.HasIndex(e => new { e.ItemId, e.LocationId, e.PostedOn, e.Reason, e.Amount });
        // The value over time is read from this index alone.
        builder.HasIndex(e => new { e.PostedOn, e.Value });
        builder.HasIndex(e => new { e.DocumentKind, e.DocumentId });
        builder.HasOne(e => e.Account).WithMany().HasForeignKey(e => e.AccountId);
    }
}
