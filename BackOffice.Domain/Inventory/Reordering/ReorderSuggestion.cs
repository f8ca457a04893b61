using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>What the reorder check found to be ordered for an item at a location, why, and what a person decided.</summary>
/// <remarks>An item has one current suggestion at a location at most: the check updates it, and a rejection holds until the need has gone once.</remarks>
[Record("inventory.reorder-suggestion", 651, InventoryPermissions.View)]
public sealed class ReorderSuggestion : Entity
{
    /// <summary>The item.</summary>
    public long ItemId { get; internal init; }

    /// <summary>For which location.</summary>
    public long LocationId { get; internal init; }

    /// <summary>From whom; null when nobody supplies the item.</summary>
    public long? SupplierId { get; private set; }

    /// <summary>Where it stands.</summary>
    public SuggestionState State { get; private set; }

    /// <summary>Open, accepted, snoozed or rejected.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>What will be ordered: as calculated, until a person changes it.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>A person changed the quantity; the check leaves it alone then.</summary>
    public bool IsQuantitySet { get; private set; }

    /// <summary>The supplier's price a unit.</summary>
    public decimal Price { get; private set; }

    /// <summary>Quantity times price, rounded to the currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>In which currency.</summary>
    [MaxLength(3)]
    public string Currency { get; private set; } = "";

    /// <summary>The calculation with its inputs and steps, as JSON.</summary>
    [MaxLength(2000)]
    public string Calculation { get; private set; } = "";

    /// <summary>Snoozed until this day.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>Why it was snoozed or rejected.</summary>
    [MaxLength(300)]
    public string? Reason { get; private set; }

    /// <summary>Since when it is needed.</summary>
    public DateOnly FoundOn { get; internal init; }

    /// <summary>When it left the desk: ordered or closed.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The purchase order it stands on.</summary>
    public long? OrderId { get; private set; }

    /// <summary>The calculation in words.</summary>
    public string Sentence => Calculation.Length == 0 ? "" : ReorderCalculation.FromJson(Calculation).ToString();

    /// <summary>Takes over what the check found today.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Refresh(ReorderCalculation found, SupplierOffer? offer, DateOnly today)
    {
        if (State == SuggestionState.Rejected || (State == SuggestionState.Snoozed && SnoozedUntil > today)) return false;
        var (quantity, json, price) = (IsQuantitySet || State == SuggestionState.Accepted ? Quantity : found.Quantity, found.ToJson(), offer?.Price ?? 0);
        var currency = offer?.Currency ?? "";
        var wakes = State == SuggestionState.Snoozed;
        if (!wakes && quantity == Quantity && json == Calculation && price == Price && offer?.SupplierId == SupplierId && currency == Currency) return false;
        (Quantity, Calculation, Price, SupplierId, Currency, Amount) = (quantity, json, price, offer?.SupplierId, currency, Money.Round(quantity * price, currency));
        if (wakes) (State, SnoozedUntil, Reason) = (SuggestionState.Open, null, null);
        return true;
    }

    /// <summary>The need has gone.</summary>
    public void Close(DateOnly today) => (State, IsCurrent, DoneOn) = (SuggestionState.Closed, false, today);

    /// <summary>A person wants another quantity.</summary>
    public void ChangeQuantity(decimal quantity)
    {
        RequireUndone();
        Rule.RequireField(nameof(Quantity), quantity > 0, "Order more than zero, or reject the suggestion.");
        Rule.RequireField(nameof(Quantity), quantity <= Money.Largest, "{0} is too large. Enter at most {1}.", nameof(Quantity), Money.Largest);
        (Quantity, IsQuantitySet, Amount) = (quantity, true, Money.Round(quantity * Price, Currency));
    }

    /// <summary>It will be ordered.</summary>
    public void Accept()
    {
        RequireUndone();
        Rule.Require(SupplierId is not null, "Nobody supplies this item yet. Add a supplier to the item, then check again.");
        (State, SnoozedUntil, Reason) = (SuggestionState.Accepted, null, null);
    }

    /// <summary>Back to undecided.</summary>
    public void Reopen()
    {
        RequireUndone();
        (State, SnoozedUntil, Reason) = (SuggestionState.Open, null, null);
    }

    /// <summary>Not now: it comes back on that day.</summary>
    public void Snooze(DateOnly until, string reason, DateOnly today)
    {
        RequireUndone();
        Rule.RequireField(nameof(SnoozedUntil), until > today, "Choose a day after today.");
        (State, SnoozedUntil, Reason) = (SuggestionState.Snoozed, until, Said(reason));
    }

    /// <summary>Not at all, until the need has gone and comes anew.</summary>
    public void Reject(string reason)
    {
        RequireUndone();
        (State, SnoozedUntil, Reason) = (SuggestionState.Rejected, null, Said(reason));
    }

    /// <summary>It stands on a purchase order now.</summary>
    internal void PlaceOn(long orderId, DateOnly today)
    {
        Rule.Require(State == SuggestionState.Accepted, "Only accepted suggestions become orders.");
        (State, IsCurrent, OrderId, DoneOn) = (SuggestionState.Ordered, false, orderId, today);
    }

    private static string Said(string reason)
    {
        Rule.RequireField(nameof(Reason), !string.IsNullOrWhiteSpace(reason), "Say why in a few words.");
        return reason.Trim();
    }

    private void RequireUndone() => Rule.Require(IsCurrent, State == SuggestionState.Ordered ? "This is ordered already." : "This is no longer needed.");
}

internal sealed class ReorderSuggestionMapping : IEntityTypeConfiguration<ReorderSuggestion>
{
    public void Configure(EntityTypeBuilder<ReorderSuggestion> builder)
    {
        builder.Ignore(s => s.Sentence);
        builder.HasIndex(s => new { s.ItemId, s.LocationId }).IsUnique().HasFilter("[IsCurrent] = 1");
        builder.HasIndex(s => new { s.State, s.SupplierId });
        builder.HasOne<Item>().WithMany().HasForeignKey(s => s.ItemId);
        builder.HasOne<Location>().WithMany().HasForeignKey(s => s.LocationId);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(s => s.SupplierId);
    }
}
