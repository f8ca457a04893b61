using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>What lies at a location, by lot and quality.</summary>
public sealed record StockRow
{
    public long Id { get; init; }
    public long ItemId { get; init; }
    public string Sku { get; init; } = "";
    public string Name { get; init; } = "";
    [NotSorted] public string Unit { get; init; } = "";
    public long LocationId { get; init; }
    public string Location { get; init; } = "";

    /// <summary>Filters by a whole branch of locations: starts with the path of its top.</summary>
    [NotSorted] public string LocationPath { get; init; } = "";

    [NotSorted] public string? Lot { get; init; }
    [NotSorted] public DateOnly? ExpiresOn { get; init; }
    [NotSorted] public StockQuality Quality { get; init; }
    public decimal Balance { get; init; }
    [NotSorted] public decimal AverageCost { get; init; }

    internal static IQueryable<StockRow> From(BackOfficeDb db, IQueryable<Item> items) =>
        from account in db.Set<StockAccount>()
        join item in items on account.ItemId equals item.Id
        join location in db.Set<Location>() on account.LocationId equals location.Id
        join totals in db.Set<ItemStock>() on item.Id equals totals.ItemId
        join lot in db.Set<Lot>() on account.LotId equals lot.Id into lots
        from lot in lots.DefaultIfEmpty()
        where account.Balance != 0
        select new StockRow
        {
            Id = account.Id, ItemId = item.Id, Sku = item.Sku, Name = item.Name, Unit = item.Unit, LocationId = location.Id, Location = location.Code, LocationPath = location.Path,
            Lot = lot!.Code, ExpiresOn = lot.ExpiresOn, Quality = account.Quality, Balance = account.Balance, AverageCost = totals.AverageCost,
        };
}

/// <summary>What of an item may be promised at a location.</summary>
public sealed record Availability
{
    public long LocationId { get; init; }
    public string Location { get; init; } = "";
    public LocationKind Kind { get; init; }

    /// <summary>Good stock there.</summary>
    public decimal Good { get; init; }

    /// <summary>Stock there that is not good.</summary>
    public decimal Held { get; init; }

    /// <summary>Promised to somebody.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What may be promised: good, not promised yet, and not on the way.</summary>
    public decimal Available => Kind == LocationKind.Transit ? 0 : Good - Reserved;
}

/// <summary>One movement on a stock card.</summary>
public sealed record CardRow
{
    public long Id { get; init; }
    public DateTime PostedAt { get; init; }
    public DateOnly PostedOn { get; init; }
    public StockReason Reason { get; init; }
    public string Location { get; init; } = "";
    public string? Lot { get; init; }
    public StockQuality Quality { get; init; }
    public decimal Amount { get; init; }
    public decimal UnitCost { get; init; }
    public decimal Value { get; init; }
    public string? Note { get; init; }
    public string PostedBy { get; init; } = "";
    public string? DocumentKind { get; init; }
    public long? DocumentId { get; init; }

    /// <summary>What there was after it, of all that the card shows.</summary>
    public decimal Balance { get; internal set; }
}

/// <summary>Where the next page of a stock card goes on: the last movement shown and the balance before it.</summary>
/// <param name="BeforeId">Movements older than this one follow.</param>
/// <param name="Balance">What there was before it.</param>
public sealed record CardPlace(long BeforeId, decimal Balance);

/// <summary>A page of a stock card, newest first.</summary>
/// <param name="Rows">The movements.</param>
/// <param name="Next">Where older ones follow; none at the beginning of the card.</param>
public sealed record CardPage(IReadOnlyList<CardRow> Rows, CardPlace? Next);
