using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Counts;

/// <summary>A count in the list of counts.</summary>
public sealed record CountRow
{
    public long Id { get; init; }
    [Searched] public string Number { get; init; } = "";
    [Searched] public string Location { get; init; } = "";
    public string? Category { get; init; }
    public DateOnly PlannedOn { get; init; }
    public bool IsBlind { get; init; }
    public CountState State { get; init; }
    public int Lines { get; init; }
    public int Counted { get; init; }
    public decimal DifferenceValue { get; init; }
    public string? ApprovedBy { get; init; }

    internal static IQueryable<CountRow> From(BackOfficeDb db) =>
        from count in db.Set<StockCount>()
        join location in db.Set<Location>() on count.LocationId equals location.Id
        join category in db.Set<ItemCategory>() on count.CategoryId equals category.Id into categories
        from category in categories.DefaultIfEmpty()
        select new CountRow
        {
            Id = count.Id, Number = count.Number, Location = location.Code, Category = category!.Name, PlannedOn = count.PlannedOn, IsBlind = count.IsBlind, State = count.State,
            Lines = db.Set<CountLine>().Count(l => l.CountId == count.Id), Counted = db.Set<CountLine>().Count(l => l.CountId == count.Id && l.Counted != null),
            DifferenceValue = count.DifferenceValue, ApprovedBy = count.ApprovedBy,
        };
}

/// <summary>A line on a count sheet.</summary>
public sealed record CountLineRow
{
    public long Id { get; init; }
    public long ItemId { get; init; }
    [Searched] public string Sku { get; init; } = "";
    [Searched] public string Name { get; init; } = "";
    public string Unit { get; init; } = "";
    [Searched] public string Location { get; init; } = "";
    [Searched] public string? Lot { get; init; }
    public StockQuality Quality { get; init; }
    public decimal? Counted { get; init; }

    /// <summary>What the books said; hidden from who counts blind.</summary>
    public decimal? Expected { get; init; }

    /// <summary>Counted less expected; hidden from who counts blind.</summary>
    public decimal? Difference { get; init; }

    public DateTime? CountedAt { get; init; }
    public string? CountedBy { get; init; }
    public int Times { get; init; }
    public DifferenceReason? Reason { get; init; }
    public string? Note { get; init; }

    internal static IQueryable<CountLineRow> From(BackOfficeDb db, long countId, bool hideExpected) =>
        from line in db.Set<CountLine>()
        join item in db.Set<Item>() on line.ItemId equals item.Id
        join location in db.Set<Location>() on line.LocationId equals location.Id
        join lot in db.Set<Lot>() on line.LotId equals lot.Id into lots
        from lot in lots.DefaultIfEmpty()
        where line.CountId == countId
        select new CountLineRow
        {
            Id = line.Id, ItemId = item.Id, Sku = item.Sku, Name = item.Name, Unit = item.Unit, Location = location.Code, Lot = lot!.Code, Quality = line.Quality, Counted = line.Counted,
            Expected = hideExpected ? null : line.Expected, Difference = hideExpected ? null : line.Counted - line.Expected,
            CountedAt = line.CountedAt, CountedBy = line.CountedBy, Times = line.Times, Reason = line.Reason, Note = line.Note,
        };
}
