using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Deliveries;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Jobs;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Inventory;

/// <summary>An office with a store, a bin in it, two suppliers, and as many items as a test asks for.</summary>
public sealed class BuyingHouse : IAsyncDisposable
{
    private BuyingHouse(TestHouse house) => House = house;

    public TestHouse House { get; }
    public long StoreId { get; private set; }
    public long BinId { get; private set; }
    public long IndusId { get; private set; }
    public long RaviId { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BuyingHouse> OpenAsync()
    {
        var buying = new BuyingHouse(await TestHouse.OpenAsync());
        await buying.House.Get<Office>().ChangeAsync(InventoryPermissions.Edit, async db =>
        {
            Location store = new() { Code = "LHR", Name = "Lahore main", Kind = LocationKind.Store }, bin = new() { Code = "LHR-A1", Name = "Shelf A1", Kind = LocationKind.Bin };
            Supplier indus = new() { Number = "S1", Name = "Indus Office Supply", LeadDays = 3, OverReceiptPercent = 10 }, ravi = new() { Number = "S2", Name = "Ravi Safety Goods", LeadDays = 11, MinimumOrder = 250 };
            db.AddRange(store, bin, indus, ravi);
            await db.FlushAsync(Ct);
            store.PlaceUnder(null);
            bin.PlaceUnder(store);
            (buying.StoreId, buying.BinId, buying.IndusId, buying.RaviId) = (store.Id, bin.Id, indus.Id, ravi.Id);
        }, Ct);
        return buying;
    }

    public T Get<T>() where T : notnull => House.Get<T>();

    public Task ChangeAsync(Func<BackOfficeDb, Task> work) => Get<Office>().ChangeAsync(InventoryPermissions.Edit, work, Ct);

    public Task<T> ReadAsync<T>(Func<BackOfficeDb, Task<T>> ask) => Get<Office>().ReadAsync(InventoryPermissions.View, ask, Ct);

    /// <summary>An item that Indus sells, and perhaps Ravi too, with stock in the bin.</summary>
    public async Task<long> ItemAsync(string sku, decimal onHand = 0, decimal price = 10, decimal pack = 1, long? supplierId = null, bool lots = false)
    {
        var id = 0L;
        await ChangeAsync(async db =>
        {
            var item = new Item { Sku = sku, Name = $"Item {sku}", TracksLots = lots };
            db.Add(item);
            await db.FlushAsync(Ct);
            StockBook.Open(db, [item.Id]);
            await db.FlushAsync(Ct);
            if (supplierId != 0) db.Add(new SupplierItem { ItemId = item.Id, SupplierId = supplierId ?? IndusId, Price = price, PackQuantity = pack, SupplierCode = $"I-{sku}" });
            if (onHand > 0) await StockBook.PostAsync(db, new StockPosting(StockReason.Opening, StockLine.In(item.Id, new StockPlace(BinId), onHand, 8)), Ct);
            id = item.Id;
        });
        return id;
    }

    public Task RuleAsync(long itemId, decimal point, decimal upTo, Action<ReorderRule>? more = null) => ChangeAsync(db =>
    {
        var rule = new ReorderRule { ItemId = itemId, LocationId = StoreId, ReorderPoint = point, UpTo = upTo };
        more?.Invoke(rule);
        db.Add(rule);
        return ReorderPoints.FollowAsync(db, [itemId], Ct);
    });

    public Task IssueAsync(long itemId, decimal quantity) => ChangeAsync(db => StockBook.PostAsync(db, new StockPosting(StockReason.Issued, StockLine.Out(itemId, new StockPlace(BinId), quantity)), Ct));

    public async Task<string> CheckAsync(CancellationToken? ct = null)
    {
        var run = new RunningJob((_, _, _) => Task.CompletedTask);
        await Get<ReorderCheck>().RunAsync(run, ct ?? Ct);
        return run.ResultWords!;
    }

    public Task<List<ReorderSuggestion>> SuggestionsAsync() => ReadAsync(db => db.Set<ReorderSuggestion>().OrderBy(s => s.Id).ToListAsync(Ct));

    public async Task<ReorderSuggestion> SuggestionAsync(long itemId) => (await SuggestionsAsync()).Last(s => s.ItemId == itemId);

    public Task<PurchaseOrder> OrderAsync(long orderId) => ReadAsync(db => db.LoadOrderAsync(orderId, Ct));

    public Task<List<Delivery>> DeliveriesAsync(long orderId) => ReadAsync(db => db.LoadDeliveriesAsync(orderId, Ct));

    public Task<ItemStock> StockAsync(long itemId) => ReadAsync(db => db.Set<ItemStock>().SingleAsync(s => s.ItemId == itemId, Ct));

    /// <summary>A draft with these lines.</summary>
    public async Task<long> DraftAsync(params (long ItemId, decimal Quantity)[] lines)
    {
        var id = await Get<OrderBook>().StartAsync(IndusId, StoreId, RequestKey.New(), Ct);
        foreach (var (item, quantity) in lines) await Get<OrderBook>().AddLineAsync(id, item, quantity, ct: Ct);
        return id;
    }

    /// <summary>An order that the supplier has.</summary>
    public async Task<PurchaseOrder> SentAsync(params (long ItemId, decimal Quantity)[] lines)
    {
        var id = await DraftAsync(lines);
        foreach (var to in new[] { OrderState.Submitted, OrderState.Approved, OrderState.Sent }) await MoveAsync(id, to);
        return await OrderAsync(id);
    }

    /// <summary>Brings an order to a state, as the operator.</summary>
    public async Task MoveAsync(long id, OrderState to, RequestKey? key = null)
    {
        var (desk, version, wish) = (Get<ApprovalDesk>(), (await OrderAsync(id)).Version, key ?? RequestKey.New());
        await (to switch
        {
            OrderState.Submitted => desk.SubmitAsync(id, version, wish, Ct),
            OrderState.Approved => DecideAsync(id, Decision.Approve, null, wish),
            OrderState.Rejected => DecideAsync(id, Decision.SendBack, "Too much toner.", wish),
            OrderState.Sent => desk.SendAsync(id, version, wish, Ct),
            OrderState.Cancelled => desk.CancelAsync(id, version, "Not needed.", wish, Ct),
            OrderState.Closed => desk.CloseAsync(id, version, "The rest is not made any more.", wish, Ct),
            _ => ReceiveAsync(id, to == OrderState.PartlyReceived ? 1 : null),
        });
    }

    /// <summary>Decides on an order that waits for approval, as somebody or as the operator.</summary>
    public async Task<string> DecideAsync(long orderId, Decision decision, string? comment = null, RequestKey? key = null, Actor? by = null)
    {
        var waiting = (await Get<ApprovalInbox>().OfRecordAsync(RecordRef.Of<PurchaseOrder>(orderId), Ct))[0].Request;
        return await (by is null ? Get<ApprovalInbox>() : House.As<ApprovalInbox>(by)).DecideAsync(waiting.Id, decision, comment, key ?? RequestKey.New(), Ct);
    }

    /// <summary>Receives so much of every line, or all that is outstanding, into the bin.</summary>
    public async Task<string> ReceiveAsync(long orderId, decimal? quantity)
    {
        var order = await OrderAsync(orderId);
        var delivery = (await DeliveriesAsync(orderId)).FirstOrDefault(d => d.State == DeliveryState.Expected);
        Rule.Require(delivery is not null, "Nothing is expected for {0}.", order.Title);
        return await Get<ReceivingDock>().ReceiveAsync(delivery!.Id, delivery.Version, [.. order.Lines.Where(l => l.Outstanding > 0).Select(l => new ReceivedPart(l.Id, quantity ?? l.Outstanding, BinId))], RequestKey.New(), Ct);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
