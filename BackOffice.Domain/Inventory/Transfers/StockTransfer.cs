using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Transfers;

/// <summary>How far a transfer is.</summary>
public enum TransferState
{
    /// <summary>On its way.</summary>
    Sent,

    /// <summary>Some of it has arrived.</summary>
    PartlyReceived,

    /// <summary>All of it has arrived, or the rest was written off.</summary>
    Received,
}

/// <summary>Goods sent from one location to another; in between they are in transit and belong to neither.</summary>
[Record("inventory.transfer", 113, InventoryPermissions.View)]
public sealed class StockTransfer : Entity, ISearchable
{
    [Required, MaxLength(20), Numbered("TR"), Display(Name = "Number")]
    public string Number { get; internal init; } = "";

    [Display(Name = "From")]
    public long FromId { get; internal init; }

    [Display(Name = "To")]
    public long ToId { get; internal init; }

    /// <summary>Where the goods are booked while they travel.</summary>
    public long TransitId { get; internal init; }

    [Display(Name = "Status")]
    public TransferState State { get; private set; }

    [Display(Name = "Expected on")]
    public DateOnly? ExpectedOn { get; internal init; }

    [MaxLength(400), Display(Name = "Note")]
    public string? Note { get; internal init; }

    /// <summary>When it left, in UTC.</summary>
    public DateTime SentAt { get; internal init; }

    /// <summary>When the last of it arrived, in UTC.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>Some of it arrived.</summary>
    internal void Receive(bool isComplete, DateTime at)
    {
        RequireUnderWay();
        State = isComplete ? TransferState.Received : TransferState.PartlyReceived;
        if (isComplete) ReceivedAt = at;
    }

    /// <summary>Nothing can arrive that has not left.</summary>
    internal void RequireUnderWay() => Rule.Require(State is TransferState.Sent or TransferState.PartlyReceived, "{0} is not on its way.", Number);

    string ISearchable.SearchTitle => Number;
    string ISearchable.SearchText => Note ?? "";
}

/// <summary>An item on a transfer; once sent, one line for each lot.</summary>
[Record("inventory.transfer-line", 114, InventoryPermissions.View)]
public sealed class TransferLine : Entity
{
    public long TransferId { get; internal init; }
    public long ItemId { get; internal init; }
    public long? LotId { get; internal init; }
    public decimal Quantity { get; internal init; }

    /// <summary>What has arrived of it.</summary>
    public decimal Received { get; private set; }

    /// <summary>What got lost on the way.</summary>
    public decimal Lost { get; private set; }

    /// <summary>Still on its way.</summary>
    public decimal Open => Quantity - Received - Lost;

    internal void Receive(decimal quantity)
    {
        Rule.Require(quantity > 0 && quantity <= Open, "Only {0:0.####} are still on their way, {1:0.####} cannot arrive.", Open, quantity);
        Received += quantity;
    }

    /// <summary>Writes off what is still on its way.</summary>
    internal void Lose() => Lost += Open;
}

internal sealed class StockTransferMapping : IEntityTypeConfiguration<StockTransfer>, IEntityTypeConfiguration<TransferLine>
{
    public void Configure(EntityTypeBuilder<StockTransfer> builder)
    {
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => t.State);
        builder.HasOne<Location>().WithMany().HasForeignKey(t => t.FromId);
        builder.HasOne<Location>().WithMany().HasForeignKey(t => t.ToId);
        builder.HasOne<Location>().WithMany().HasForeignKey(t => t.TransitId);
    }

    public void Configure(EntityTypeBuilder<TransferLine> builder)
    {
        builder.HasOne<StockTransfer>().WithMany().HasForeignKey(l => l.TransferId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(l => l.LotId);
    }
}
