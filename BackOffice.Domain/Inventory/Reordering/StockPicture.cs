using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Demand;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reservations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Inventory.Transfers;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>All that the reorder rules of a range of items need to know, read with one question for each kind of number.</summary>
/// <remarks>A rule of a site counts what lies in its stores and bins too.</remarks>
internal sealed class StockPicture
{
    private readonly Dictionary<(long ItemId, long LocationId), Numbers> _numbers = [];
    private readonly Dictionary<long, SupplierOffer> _offers = [];
    private readonly HashSet<long> _orderable = [];
    private DateOnly _today;

    /// <summary>Reads everything for these rules, which are in the order of their items.</summary>
    public static async Task<StockPicture> TakeAsync(BackOfficeDb db, IReadOnlyList<ReorderRule> rules, CancellationToken ct)
    {
        var picture = new StockPicture { _today = db.Today };
        foreach (var rule in rules) picture._numbers[(rule.ItemId, rule.LocationId)] = new Numbers();
        await picture.ReadAsync(db, new StockQuestions(db, rules[0].ItemId, rules[^1].ItemId), rules, ct);
        return picture;
    }

    /// <summary>Whom the item is bought from.</summary>
    public SupplierOffer? OfferOf(long itemId) => _offers.GetValueOrDefault(itemId);

    /// <summary>What the rule asks for; null when the rule or the item is switched off.</summary>
    public ReorderCalculation? Calculate(ReorderRule rule)
    {
        if (!rule.IsActive || !_orderable.Contains(rule.ItemId)) return null;
        var offer = OfferOf(rule.ItemId);
        var numbers = _numbers[(rule.ItemId, rule.LocationId)];
        var lead = LeadDays(rule, offer);
        var horizon = _today.AddDays(lead);
        var inTime = numbers.Coming.Where(c => c.On is null || c.On <= horizon).Sum(c => c.Quantity);
        var position = new StockPosition(numbers.OnHand, numbers.Reserved, inTime, numbers.InTransit, numbers.InDrafts, numbers.Coming.Sum(c => c.Quantity) - inTime);
        return ReorderCalculation.Of(position, rule.TermsWith(offer?.Minimum, offer?.Pack), Demand(rule), lead);
    }

    /// <summary>Issues less returns a day.</summary>
    public decimal Demand(ReorderRule rule) => ReorderAdvice.Daily(_numbers[(rule.ItemId, rule.LocationId)].Issued, rule.DemandDays);

    /// <summary>The rule's lead time, or the supplier's.</summary>
    public static int LeadDays(ReorderRule rule, SupplierOffer? offer) => rule.LeadDays ?? offer?.LeadDays ?? 0;

    private async Task ReadAsync(BackOfficeDb db, StockQuestions ask, IReadOnlyList<ReorderRule> rules, CancellationToken ct)
    {
        // What travels counts where it is going to, not where it is booked meanwhile.
        var above = await db.Set<Location>().Where(l => l.Kind != LocationKind.Transit).Select(l => new { l.Id, l.Path })
            .ToDictionaryAsync(l => l.Id, l => Array.ConvertAll(l.Path.Split('/', StringSplitOptions.RemoveEmptyEntries), long.Parse), ct);
        void Count(IEnumerable<StockTotal> totals, Action<Numbers, StockTotal> add)
        {
            foreach (var total in totals)
            {
                foreach (var location in above.GetValueOrDefault(total.LocationId) ?? [])
                    if (_numbers.TryGetValue((total.ItemId, location), out var numbers)) add(numbers, total);
            }
        }

        _orderable.UnionWith(await ask.Orderable.ToListAsync(ct));
        Count(await ask.OnHand.ToListAsync(ct), (n, t) => n.OnHand += t.Quantity);
        Count(await ask.InTransit.ToListAsync(ct), (n, t) => n.InTransit += t.Quantity);
        Count(await ask.Reserved.ToListAsync(ct), (n, t) => n.Reserved += t.Quantity);
        Count(await ask.InDrafts.ToListAsync(ct), (n, t) => n.InDrafts += t.Quantity);
        Count(await ask.NotSentYet.ToListAsync(ct), (n, t) => n.Coming.Add((t.On, t.Quantity)));
        Count(await ask.Expected.ToListAsync(ct), (n, t) => n.Coming.Add((t.On, t.Quantity)));
        foreach (var window in rules.Where(r => r.IsActive).GroupBy(r => r.DemandDays))
        {
            var measured = window.Select(r => (r.ItemId, r.LocationId)).ToHashSet();
            var since = _today.AddDays(-window.Key);
            foreach (var total in (await ask.IssuedSince(since).ToListAsync(ct)).Concat(await ask.SoldBeforeSince(since).ToListAsync(ct)))
            {
                foreach (var location in above.GetValueOrDefault(total.LocationId) ?? [])
                    if (measured.Contains((total.ItemId, location))) _numbers[(total.ItemId, location)].Issued -= total.Quantity;
            }
        }
        foreach (var offer in await ask.Offers.ToListAsync(ct))
            _offers.TryAdd(offer.ItemId, new SupplierOffer(offer.SupplierId, offer.Price, offer.Currency, offer.Minimum > 0 ? offer.Minimum : null, offer.Pack is > 0 and not 1 ? offer.Pack : null, offer.LeadDays));
    }

    private sealed class Numbers
    {
        public decimal OnHand, Reserved, InTransit, InDrafts, Issued;
        public readonly List<(DateOnly? On, decimal Quantity)> Coming = [];
    }
}

/// <summary>The questions behind the picture, each answered by one statement over a range of items.</summary>
internal sealed class StockQuestions(BackOfficeDb db, long firstItemId, long lastItemId)
{
    public IQueryable<long> Orderable => db.Set<Item>().Where(i => i.Id >= firstItemId && i.Id <= lastItemId && i.Status == ItemStatus.Active).Select(i => i.Id);

    public IQueryable<StockTotal> OnHand => db.Set<StockAccount>().Where(a => a.ItemId >= firstItemId && a.ItemId <= lastItemId && a.Quality == StockQuality.Good)
        .GroupBy(a => new { a.ItemId, a.LocationId }).Select(g => new StockTotal { ItemId = g.Key.ItemId, LocationId = g.Key.LocationId, Quantity = g.Sum(a => a.Balance) });

    public IQueryable<StockTotal> Reserved => db.Set<Reservation>().Where(r => r.ItemId >= firstItemId && r.ItemId <= lastItemId)
        .GroupBy(r => new { r.ItemId, r.LocationId }).Select(g => new StockTotal { ItemId = g.Key.ItemId, LocationId = g.Key.LocationId, Quantity = g.Sum(r => r.Quantity) });

    public IQueryable<StockTotal> InTransit =>
        from line in db.Set<TransferLine>()
        join transfer in db.Set<StockTransfer>() on line.TransferId equals transfer.Id
        where line.ItemId >= firstItemId && line.ItemId <= lastItemId && transfer.State != TransferState.Received
        group line by new { line.ItemId, transfer.ToId } into g
        select new StockTotal { ItemId = g.Key.ItemId, LocationId = g.Key.ToId, Quantity = g.Sum(l => l.Quantity - l.Received - l.Lost) };

    public IQueryable<StockTotal> IssuedSince(DateOnly day) => db.Set<StockEntry>()
        .Where(e => e.ItemId >= firstItemId && e.ItemId <= lastItemId && e.PostedOn >= day && (e.Reason == StockReason.Issued || e.Reason == StockReason.Returned))
        .GroupBy(e => new { e.ItemId, e.LocationId }).Select(g => new StockTotal { ItemId = g.Key.ItemId, LocationId = g.Key.LocationId, Quantity = g.Sum(e => e.Amount) });

    public IQueryable<StockTotal> SoldBeforeSince(DateOnly day) => db.Set<PastDemand>()
        .Where(d => d.ItemId >= firstItemId && d.ItemId <= lastItemId && d.SoldOn >= day)
        .GroupBy(d => new { d.ItemId, d.LocationId }).Select(g => new StockTotal { ItemId = g.Key.ItemId, LocationId = g.Key.LocationId, Quantity = -g.Sum(d => d.Quantity) });

    public IQueryable<StockTotal> InDrafts =>
        from line in Lines
        join order in db.Set<PurchaseOrder>() on line.OrderId equals order.Id
        where order.State == OrderState.Draft || order.State == OrderState.Rejected
        select new StockTotal { ItemId = line.ItemId, LocationId = order.LocationId, Quantity = line.Quantity };

    public IQueryable<StockTotal> NotSentYet =>
        from line in Lines
        join order in db.Set<PurchaseOrder>() on line.OrderId equals order.Id
        where order.State == OrderState.Submitted || order.State == OrderState.Approved
        select new StockTotal { ItemId = line.ItemId, LocationId = order.LocationId, Quantity = line.Outstanding, On = line.WantedOn ?? order.WantedOn };

    public IQueryable<StockTotal> Expected =>
        from line in db.Set<DeliveryLine>()
        join delivery in db.Set<Delivery>() on line.DeliveryId equals delivery.Id
        join order in db.Set<PurchaseOrder>() on delivery.OrderId equals order.Id
        where line.ItemId >= firstItemId && line.ItemId <= lastItemId && delivery.State == DeliveryState.Expected
        select new StockTotal { ItemId = line.ItemId, LocationId = order.LocationId, Quantity = line.Expected, On = delivery.ExpectedOn };

    public IQueryable<OfferRow> Offers =>
        from offer in db.Set<SupplierItem>()
        join supplier in db.Set<Supplier>() on offer.SupplierId equals supplier.Id
        where offer.ItemId >= firstItemId && offer.ItemId <= lastItemId && supplier.Active
        orderby offer.ItemId, offer.Priority, offer.Id
        select new OfferRow { ItemId = offer.ItemId, SupplierId = offer.SupplierId, Price = offer.Price, Currency = supplier.Currency, Minimum = offer.MinimumQuantity, Pack = offer.PackQuantity, LeadDays = supplier.LeadDays };

    private IQueryable<PurchaseOrderLine> Lines => db.Set<PurchaseOrderLine>().Where(l => l.ItemId >= firstItemId && l.ItemId <= lastItemId);
}

internal sealed class StockTotal
{
    public long ItemId { get; init; }
    public long LocationId { get; init; }
    public decimal Quantity { get; init; }
    public DateOnly? On { get; init; }
}

internal sealed class OfferRow
{
    public long ItemId { get; init; }
    public long SupplierId { get; init; }
    public decimal Price { get; init; }
    public required string Currency { get; init; }
    public decimal Minimum { get; init; }
    public decimal Pack { get; init; }
    public int LeadDays { get; init; }
}
