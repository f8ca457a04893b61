using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Suppliers;

namespace BackOffice.Domain.Inventory.Deliveries;

/// <summary>What is expected when, what is late, and what has come.</summary>
public sealed class DeliveryBoard(Office office)
{
    /// <summary>Deliveries as a list.</summary>
    [List("inventory.deliveries")]
    public Task<Page<DeliveryRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => DeliveryRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>Late ones as a list, the latest first.</summary>
    [List("inventory.late-deliveries")]
    public Task<Page<DeliveryRow>> LateAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => DeliveryRow.From(db).Where(d => d.State == DeliveryState.Expected && d.ExpectedOn < db.Today)
            .ToPageAsync(query.Sorts.Count > 0 ? query : query with { Sorts = [new GridSort(nameof(DeliveryRow.ExpectedOn))] }, ct), ct);

    /// <summary>The board: late, today, in the next seven days, and come in the last seven.</summary>
    /// <param name="take">Cards in a column at most; the counts are of all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<DeliveryColumns> ShowAsync(int take = 50, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db =>
        {
            var (today, week, past) = (db.Today, db.Today.AddDays(7), db.Today.AddDays(-7));
            var expected = DeliveryRow.From(db).Where(d => d.State == DeliveryState.Expected);
            async Task<DeliveryColumn> ColumnAsync(IQueryable<DeliveryRow> rows, bool newestFirst = false)
            {
                var sorted = newestFirst ? rows.OrderByDescending(d => d.ReceivedOn).ThenByDescending(d => d.Id) : rows.OrderBy(d => d.ExpectedOn).ThenBy(d => d.Id);
                var found = await sorted.Take(take).ToListAsync(ct);
                return new DeliveryColumn(found, found.Count < take ? found.Count : await rows.CountAsync(ct));
            }
            return new DeliveryColumns(today,
                await ColumnAsync(expected.Where(d => d.ExpectedOn < today)),
                await ColumnAsync(expected.Where(d => d.ExpectedOn == today)),
                await ColumnAsync(expected.Where(d => d.ExpectedOn > today && d.ExpectedOn <= week)),
                await ColumnAsync(DeliveryRow.From(db).Where(d => d.State == DeliveryState.Received && d.ReceivedOn >= past), newestFirst: true));
        }, ct);

    /// <summary>How many deliveries are late.</summary>
    public Task<int> CountLateAsync(CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Expected && d.ExpectedOn < db.Today, ct), ct);

    /// <summary>The deliveries of an order with their lines, and every date that was promised for it.</summary>
    public Task<OrderDeliveries> OfOrderAsync(long orderId, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, async db => new OrderDeliveries(
            await db.LoadDeliveriesAsync(orderId, ct),
            await db.Set<PromiseDate>().Where(p => p.OrderId == orderId).OrderByDescending(p => p.Id).ToListAsync(ct)), ct);
}

/// <summary>A delivery in the list and on the board.</summary>
public sealed class DeliveryRow
{
    public long Id { get; init; }

    [Searched, Display(Name = "Receipt")]
    public string? Number { get; init; }

    [Searched, Display(Name = "Order")]
    public string? Order { get; init; }

    [Searched, Display(Name = "Supplier")]
    public string Supplier { get; init; } = "";

    [Display(Name = "State")]
    public DeliveryState State { get; init; }

    [Display(Name = "Expected")]
    public DateOnly ExpectedOn { get; init; }

    [Display(Name = "Received")]
    public DateOnly? ReceivedOn { get; init; }

    [Display(Name = "Days late")]
    public int? LateDays { get; init; }

    [Searched, Display(Name = "Carrier")]
    public string? Carrier { get; init; }

    [Searched, Display(Name = "Tracking reference")]
    public string? TrackingReference { get; init; }

    [Display(Name = "Deliver to")]
    public string Location { get; init; } = "";

    [NotSorted, NotFiltered, Display(Name = "Lines")]
    public int Lines { get; init; }

    public long OrderId { get; init; }

    internal static IQueryable<DeliveryRow> From(BackOfficeDb db) =>
        from delivery in db.Set<Delivery>()
        join order in db.Set<PurchaseOrder>() on delivery.OrderId equals order.Id
        join supplier in db.Set<Supplier>() on order.SupplierId equals supplier.Id
        join location in db.Set<Location>() on order.LocationId equals location.Id
        select new DeliveryRow
        {
            Id = delivery.Id, Number = delivery.Number, Order = order.Number, Supplier = supplier.Name, State = delivery.State, ExpectedOn = delivery.ExpectedOn, ReceivedOn = delivery.ReceivedOn,
            LateDays = delivery.LateDays, Carrier = delivery.Carrier, TrackingReference = delivery.TrackingReference, Location = location.Name,
            Lines = delivery.Lines.Count(l => l.Expected != 0 || l.Received != 0), OrderId = order.Id,
        };
}

/// <summary>A column of the board.</summary>
/// <param name="Rows">Its cards.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record DeliveryColumn(IReadOnlyList<DeliveryRow> Rows, int Count);

/// <summary>The board of deliveries.</summary>
/// <param name="Today">The day it stands for.</param>
/// <param name="Late">Should have been here.</param>
/// <param name="DueToday">Expected today.</param>
/// <param name="ThisWeek">Expected in the next seven days.</param>
/// <param name="Arrived">Came in the last seven days.</param>
public sealed record DeliveryColumns(DateOnly Today, DeliveryColumn Late, DeliveryColumn DueToday, DeliveryColumn ThisWeek, DeliveryColumn Arrived);

/// <summary>A delivery with its order.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Order">The order with its lines.</param>
public sealed record DeliverySheet(Delivery Delivery, OrderSheet Order);

/// <summary>What came and comes for an order.</summary>
/// <param name="Deliveries">In the order they were noted.</param>
/// <param name="Promises">The newest first.</param>
public sealed record OrderDeliveries(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<PromiseDate> Promises);
