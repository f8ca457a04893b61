using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Audit;

namespace BackOffice.Domain.Inventory.Items;

/// <summary>An item in the list of items.</summary>
public sealed record ItemRow
{
    private static readonly string[] StockColumns = [nameof(OnHand), nameof(Available), nameof(Projected), nameof(Reserved), nameof(OnOrder), nameof(InTransit), nameof(Held), nameof(AverageCost), nameof(StockValue), nameof(MovedAt)];

    private const string ItemKind = "inventory.item";

    public long Id { get; init; }
    public string Sku { get; init; } = "";
    public string Name { get; init; } = "";
    [NotSorted] public string? Category { get; init; }

    /// <summary>Filters by a whole branch of categories: starts with the path of its top.</summary>
    [NotSorted] public string? CategoryPath { get; init; }

    [NotSorted] public string Unit { get; init; } = "";
    public string? Barcode { get; init; }
    public ItemStatus Status { get; init; }
    public decimal OnHand { get; init; }
    [NotSorted] public decimal Reserved { get; init; }
    public decimal Available { get; init; }
    [NotSorted] public decimal OnOrder { get; init; }
    [NotSorted] public decimal InTransit { get; init; }
    public decimal Projected { get; init; }
    [NotSorted] public decimal Held { get; init; }

    /// <summary>The sum of its reorder points; 0 while no rule watches it.</summary>
    [NotSorted] public decimal ReorderAt { get; init; }

    /// <summary>What is projected has come down to the reorder point.</summary>
    [NotSorted] public bool ToReorder { get; init; }

    [NotSorted] public StockState State { get; init; }
    public DateTime MovedAt { get; init; }

    /// <summary>When the item itself was last saved, in UTC.</summary>
    [NotSorted, NotFiltered] public DateTime? SavedAt { get; init; }

    /// <summary>When the item or its stock was last changed, in UTC.</summary>
    [NotSorted, NotFiltered] public DateTime ChangedAt => SavedAt > MovedAt ? SavedAt.Value : MovedAt;

    public decimal Price { get; init; }
    [NotSorted] public string Currency { get; init; } = "";
    [NotSorted] public decimal AverageCost { get; init; }
    [NotSorted] public decimal StockValue { get; init; }

    /// <summary>The rows of these items. Sorted by stock, the list is walked from the totals' index, otherwise from the items': so no order is ever computed.</summary>
    internal static IQueryable<ItemRow> From(BackOfficeDb db, IQueryable<Item> items, GridQuery query)
    {
        var byStock = query.Sorts is [{ Column: var column }, ..] && StockColumns.Contains(column, StringComparer.OrdinalIgnoreCase);
        var kept = byStock
            ? from stock in db.Set<ItemStock>() join item in items on stock.ItemId equals item.Id select new Kept { Id = stock.ItemId, Item = item, Stock = stock }
            : from item in items
              join stock in db.Set<ItemStock>() on item.Id equals stock.ItemId into totals
              from stock in totals.DefaultIfEmpty()
              select new Kept { Id = item.Id, Item = item, Stock = stock! };
        return from k in kept
               join category in db.Set<ItemCategory>() on k.Item.CategoryId equals category.Id into categories
               from category in categories.DefaultIfEmpty()
               select new ItemRow
               {
                   Id = k.Id, Sku = k.Item.Sku, Name = k.Item.Name, Category = category!.Name, CategoryPath = category.Path, Unit = k.Item.Unit, Barcode = k.Item.Barcode, Status = k.Item.Status,
                   OnHand = k.Stock.OnHand, Reserved = k.Stock.Reserved, Available = k.Stock.Available, OnOrder = k.Stock.OnOrder, InTransit = k.Stock.InTransit, Projected = k.Stock.Projected, Held = k.Stock.Held,
                   ReorderAt = k.Stock.ReorderAt ?? 0, ToReorder = k.Stock.ToReorder, State = k.Stock.State, MovedAt = k.Stock.MovedAt,
                   SavedAt = db.Set<AuditEntry>().Where(a => a.Kind == ItemKind && a.RecordId == k.Id).Max(a => (DateTime?)a.At),
                   Price = k.Item.Price, Currency = k.Item.Currency, AverageCost = k.Stock.AverageCost, StockValue = k.Stock.StockValue,
               };
    }

    private sealed class Kept
    {
        public long Id { get; init; }
        public Item Item { get; init; } = null!;
        public ItemStock Stock { get; init; } = null!;
    }
}

/// <summary>An item to choose from while typing.</summary>
/// <param name="Id">The item.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Available">What may be promised of it.</param>
public sealed record ItemChoice(long Id, string Sku, string Name, string Unit, decimal Available);

/// <summary>What a barcode means.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Quantity">How many units one scan counts: those of the pack.</param>
public sealed record Scanned(long ItemId, string Sku, decimal Quantity);
