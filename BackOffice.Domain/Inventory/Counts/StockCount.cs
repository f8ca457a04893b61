using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Platform.Numbers;

namespace BackOffice.Domain.Inventory.Counts;

/// <summary>How far a count is.</summary>
public enum CountState
{
    /// <summary>Its lines stand, nobody has counted yet.</summary>
    Planned,

    /// <summary>People count.</summary>
    Counting,

    /// <summary>Everything is counted; the differences wait for approval.</summary>
    Review,

    /// <summary>The differences are booked.</summary>
    Posted,

    /// <summary>Given up; nothing was booked.</summary>
    Cancelled,
}

/// <summary>A stock count: what lies in a branch of locations is counted by hand and the books are put right.</summary>
[Record("inventory.count", 111, InventoryPermissions.View)]
public sealed class StockCount : Entity, ISearchable
{
    /// <summary>As people call it.</summary>
    [Required, MaxLength(20), Numbered("SC"), Display(Name = "Number")]
    public string Number { get; internal init; } = "";

    /// <summary>The top of the branch that is counted.</summary>
    [Display(Name = "Location")]
    public long LocationId { get; internal init; }

    /// <summary>Only items of this branch of categories; none for all.</summary>
    [Display(Name = "Category")]
    public long? CategoryId { get; internal init; }

    [Display(Name = "Planned for")]
    public DateOnly PlannedOn { get; internal init; }

    /// <summary>Who counts does not see what the books say.</summary>
    [Display(Name = "Blind")]
    public bool IsBlind { get; internal init; }

    [Display(Name = "Status")]
    public CountState State { get; private set; }

    /// <summary>Value of all differences regardless of sign, when it was approved.</summary>
    public decimal DifferenceValue { get; private set; }

    /// <summary>Who approved the differences.</summary>
    [MaxLength(120)]
    public string? ApprovedBy { get; private set; }

    /// <summary>When they were booked, in UTC.</summary>
    public DateTime? PostedAt { get; private set; }

    /// <summary>The first line was counted.</summary>
    internal void Begin()
    {
        Rule.Require(State is CountState.Planned or CountState.Counting, "{0} is no longer open for counting.", Number);
        State = CountState.Counting;
    }

    /// <summary>Everything is counted.</summary>
    internal void Finish(int notCounted)
    {
        Rule.Require(State == CountState.Counting, "{0} is not being counted.", Number);
        Rule.Require(notCounted == 0, "{0}: {1} lines are not counted yet.", Number, notCounted);
        State = CountState.Review;
    }

    /// <summary>Lines are added, or counted again.</summary>
    internal void Reopen()
    {
        Rule.Require(State is CountState.Planned or CountState.Counting or CountState.Review, "{0} is no longer open for counting.", Number);
        State = CountState.Counting;
    }

    /// <summary>The differences are approved and booked, once.</summary>
    internal void Approve(decimal value, string by, DateTime at)
    {
        Rule.Require(State == CountState.Review, "{0} does not wait for approval.", Number);
        (State, DifferenceValue, ApprovedBy, PostedAt) = (CountState.Posted, value, by, at);
    }

    /// <summary>Gives the count up.</summary>
    internal void Cancel()
    {
        Rule.Require(State is CountState.Planned or CountState.Counting or CountState.Review, "{0} cannot be cancelled any more.", Number);
        State = CountState.Cancelled;
    }

    string ISearchable.SearchTitle => Number;
    string ISearchable.SearchText => "";
}

internal sealed class StockCountMapping : IEntityTypeConfiguration<StockCount>
{
    public void Configure(EntityTypeBuilder<StockCount> builder)
    {
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.State);
        builder.HasOne<Location>().WithMany().HasForeignKey(c => c.LocationId);
        builder.HasOne<ItemCategory>().WithMany().HasForeignKey(c => c.CategoryId);
    }
}
