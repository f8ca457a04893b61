using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Inventory;

/// <summary>The demo company's reorder rules, orders in every state, deliveries late and on time, and a desk that waits for decisions.</summary>
internal sealed class BuyingSamples(Office office, ReorderDesk desk, ApprovalDesk approvals, ApprovalInbox inbox, ReceivingDock dock) : ISamples
{
    private static readonly string[] Carriers = ["TCS", "Leopards", "M&P", "DHL"];

    /// <inheritdoc/>
    public int Order => 65;

    /// <inheritdoc/>
    public string Words => "Reorder rules, purchase orders and deliveries";

    /// <inheritdoc/>
    public async Task FillAsync(Faker chance, CancellationToken ct)
    {
        await office.ChangeAsync(InventoryPermissions.Rules, db => RulesAsync(db, ct), ct);
        await desk.CheckAgainAsync(ct);
        var open = await OpenAsync(ct);
        // Half of the suppliers were served before; what is left lies on the desk.
        foreach (var supplier in open.GroupBy(s => s.SupplierId).OrderBy(g => g.Key).Where((_, i) => i % 2 == 0)) await desk.AcceptAsync([.. supplier.Take(11).Select(s => s.Id)], RequestKey.New(), ct);
        if (open.Count == 0) return;
        var orders = await desk.CreateOrdersAsync(null, RequestKey.New(), ct);
        foreach (var (order, place) in orders.Select((o, i) => (o, i))) await GoAsync(order, place, chance, ct);
        await desk.CheckAgainAsync(ct);
        await DecideAsync(ct);
    }

    private static async Task RulesAsync(BackOfficeDb db, CancellationToken ct)
    {
        var since = db.Today.AddDays(-90);
        var demand = await db.Set<StockEntry>().Where(e => e.PostedOn >= since && e.Reason == StockReason.Issued).GroupBy(e => new { e.ItemId, e.LocationId })
            .Select(g => new { g.Key.ItemId, g.Key.LocationId, Issued = g.Sum(e => e.Amount) }).OrderBy(d => d.ItemId).ThenBy(d => d.LocationId).ToListAsync(ct);
        var leads = (await (from offer in db.Set<SupplierItem>()
                            join supplier in db.Set<Supplier>() on offer.SupplierId equals supplier.Id
                            where offer.Priority == 1
                            select new { offer.ItemId, supplier.LeadDays }).ToListAsync(ct)).DistinctBy(o => o.ItemId).ToDictionary(o => o.ItemId, o => o.LeadDays);
        var stores = await db.Set<Location>().Where(l => l.Kind == LocationKind.Store).Select(l => l.Id).ToListAsync(ct);
        await db.InsertManyAsync<ReorderRule>([.. demand.Where(d => stores.Contains(d.LocationId)).Select(d =>
        {
            var advice = ReorderAdvice.Of(ReorderAdvice.Daily(-d.Issued, 90), leads.GetValueOrDefault(d.ItemId, 7), 5, 30);
            return new ReorderRule { ItemId = d.ItemId, LocationId = d.LocationId, ReorderPoint = advice.ReorderPoint, UpTo = advice.UpTo, SafetyDays = 5 };
        })], ct);
        await ReorderPoints.FollowAsync(db, demand.Select(d => d.ItemId), ct);
    }

    private Task<List<ReorderSuggestion>> OpenAsync(CancellationToken ct) => office.ReadAsync(InventoryPermissions.View, db =>
        db.Set<ReorderSuggestion>().Where(s => s.State == SuggestionState.Open && s.SupplierId != null).OrderBy(s => s.SupplierId).ThenBy(s => s.Id).ToListAsync(ct), ct);

    private async Task GoAsync(long order, int place, Faker chance, CancellationToken ct)
    {
        async Task<int> VersionAsync() => await office.ReadAsync(InventoryPermissions.View, async db => (await db.FindAsync<PurchaseOrder>(order, ct)).Version, ct);
        if (place % 9 == 8) return;
        await office.ChangeAsync(InventoryPermissions.Order, async db =>
        {
            var draft = await db.FindAsync<PurchaseOrder>(order, ct);
            (draft.NoteToSupplier, draft.InternalNote) = ("Deliver to gate 3 between 08:00 and 13:00. Every carton carries our order number.", place % 3 == 0 ? "Prices checked against the last order, line by line." : null);
        }, ct);
        await approvals.SubmitAsync(order, await VersionAsync(), RequestKey.New(), ct);
        if (place % 4 == 0) return;
        if (place % 9 == 5)
        {
            await DecideAsync(order, Decision.SendBack, "Half of the labels is enough until the stock count.", ct);
            return;
        }
        await DecideAsync(order, Decision.Approve, "Within the budget.", ct);
        if (place % 9 == 7) return;
        await approvals.SendAsync(order, await VersionAsync(), RequestKey.New(), ct);
        await DeliverAsync(order, place, chance, ct);
    }

    private async Task DecideAsync(long order, Decision decision, string comment, CancellationToken ct) =>
        await inbox.DecideAsync((await inbox.OfRecordAsync(RecordRef.Of<PurchaseOrder>(order), ct))[0].Request.Id, decision, comment, RequestKey.New(), ct);

    private async Task DeliverAsync(long order, int place, Faker chance, CancellationToken ct)
    {
        var delivery = await office.ReadAsync(InventoryPermissions.View, db => db.Set<Delivery>().FirstAsync(d => d.OrderId == order, ct), ct);
        var today = await office.ReadAsync(InventoryPermissions.View, db => Task.FromResult(db.Today), ct);
        (delivery.ExpectedOn, delivery.Carrier, delivery.TrackingReference) = (today.AddDays((place % 5) - 2), chance.PickRandom(Carriers), chance.Random.Replace("##########"));
        await dock.RescheduleAsync(delivery, ct);
        if (place % 3 != 0) return;
        // What is kept by lot waits for the person who reads its label.
        var sheet = await dock.OpenAsync(delivery.Id, ct);
        ReceivedPart[] parts = [.. sheet.Order.Lines.Where((l, i) => !l.NeedsLot && (place % 2 == 0 || i % 2 == 0)).Select(l => new ReceivedPart(l.Id, l.Quantity, sheet.Order.Location.Id))];
        if (parts.Length > 0) await dock.ReceiveAsync(delivery.Id, sheet.Delivery.Version, parts, RequestKey.New(), ct);
    }

    private async Task DecideAsync(CancellationToken ct)
    {
        var open = await OpenAsync(ct);
        if (open.Count < 8) return;
        await desk.AcceptAsync([open[0].Id, open[1].Id, open[5].Id], RequestKey.New(), ct);
        var today = await office.ReadAsync(InventoryPermissions.View, db => Task.FromResult(db.Today), ct);
        await desk.SnoozeAsync([open[3].Id], today.AddDays(7), "Promotion ends", RequestKey.New(), ct);
        await desk.RejectAsync([open[6].Id], "Printer retired in January", RequestKey.New(), ct);
    }
}
