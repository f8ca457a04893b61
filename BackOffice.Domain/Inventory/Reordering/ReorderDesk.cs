using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Purchasing;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>Where a person decides on what the reorder check found, and makes purchase orders of it.</summary>
public sealed class ReorderDesk(Office office, ReorderCheck check)
{
    /// <summary>Rows on the desk at once; more than anybody decides on in one sitting.</summary>
    public const int MostRows = 500;

    /// <summary>The desk with one of its piles, grouped by supplier.</summary>
    /// <param name="pile">Which pile.</param>
    /// <param name="locationId">For one location only.</param>
    /// <param name="keep">Suggestions that lie there already and stay, whatever was decided on them meanwhile.</param>
    /// <param name="ct">Cancels.</param>
    public Task<DeskView> OpenAsync(DeskPile pile, long? locationId = null, IReadOnlyCollection<long>? keep = null, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => DeskView.ReadAsync(db, pile, locationId, keep ?? [], ct), ct);

    /// <summary>All suggestions as a list.</summary>
    [List("inventory.reorder-suggestions")]
    public Task<Page<SuggestionRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => SuggestionRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>Suggestions that wait for a decision, for the number beside the menu.</summary>
    public Task<int> CountOpenAsync(CancellationToken ct = default) =>
        office.ReadAsync(InventoryPermissions.View, db => db.Set<ReorderSuggestion>().CountAsync(s => s.State == SuggestionState.Open || s.State == SuggestionState.Accepted, ct), ct);

    /// <summary>Changes how much will be ordered.</summary>
    public Task ChangeQuantityAsync(long suggestionId, decimal quantity, RequestKey key, CancellationToken ct = default) =>
        DecideAsync([suggestionId], key, (s, _) => s.ChangeQuantity(quantity), ct: ct);

    /// <summary>These will be ordered.</summary>
    public Task AcceptAsync(IReadOnlyList<long> suggestionIds, RequestKey key, CancellationToken ct = default) =>
        DecideAsync(suggestionIds, key, (s, _) => s.Accept(), async (db, found) =>
        {
            if (found.Count < 2 || found.FirstOrDefault(s => s.SupplierId is null) is not { } lonely) return;
            var sku = await db.Set<Item>().Where(i => i.Id == lonely.ItemId).Select(i => i.Sku).FirstAsync(ct);
            Rule.Require(false, "Nobody supplies {0} yet. Leave it out, or add a supplier to it and check again.", sku);
        }, ct);

    /// <summary>These come back on a day.</summary>
    public Task SnoozeAsync(IReadOnlyList<long> suggestionIds, DateOnly until, string reason, RequestKey key, CancellationToken ct = default) =>
        DecideAsync(suggestionIds, key, (s, today) => s.Snooze(until, reason, today), ct: ct);

    /// <summary>These are not wanted.</summary>
    public Task RejectAsync(IReadOnlyList<long> suggestionIds, string reason, RequestKey key, CancellationToken ct = default) =>
        DecideAsync(suggestionIds, key, (s, _) => s.Reject(reason), ct: ct);

    /// <summary>These are undecided again.</summary>
    public Task ReopenAsync(IReadOnlyList<long> suggestionIds, RequestKey key, CancellationToken ct = default) =>
        DecideAsync(suggestionIds, key, (s, _) => s.Reopen(), ct: ct);

    /// <summary>Makes a draft order for each supplier and place of what is accepted.</summary>
    /// <returns>The orders.</returns>
    public Task<IReadOnlyList<long>> CreateOrdersAsync(long? locationId, RequestKey key, CancellationToken ct = default) =>
        office.ChangeAsync<IReadOnlyList<long>>(InventoryPermissions.Order, key, async db =>
        {
            var accepted = await db.Set<ReorderSuggestion>().Where(s => s.State == SuggestionState.Accepted && (locationId == null || s.LocationId == locationId)).OrderBy(s => s.Id).Take(5_000).ToListAsync(ct);
            Rule.Require(accepted.Count > 0, "Nothing is accepted yet. Accept what you want to order.");
            var orders = new List<PurchaseOrder>();
            foreach (var group in accepted.GroupBy(s => (Supplier: s.SupplierId!.Value, s.LocationId)).OrderBy(g => g.Key.Supplier))
            {
                var order = await OrderBook.DraftAsync(db, group.Key.Supplier, group.Key.LocationId, office.Company.Currency, ct);
                var items = group.Select(s => s.ItemId).ToList();
                var codes = await db.Set<SupplierItem>().Where(o => o.SupplierId == group.Key.Supplier && items.Contains(o.ItemId)).ToDictionaryAsync(o => o.ItemId, o => o.SupplierCode, ct);
                foreach (var suggestion in group) order.AddLine(new OrderLineWish(suggestion.ItemId, suggestion.Quantity, suggestion.Price, SupplierCode: codes.GetValueOrDefault(suggestion.ItemId), SuggestionId: suggestion.Id));
                db.Add(order);
                await db.FlushAsync(ct);
                foreach (var suggestion in group) suggestion.PlaceOn(order.Id, db.Today);
                orders.Add(order);
            }
            return [.. orders.Select(o => o.Id)];
        }, ct);

    /// <summary>Runs the check now.</summary>
    /// <returns>What came of it, in words.</returns>
    public async Task<Saying> CheckAgainAsync(CancellationToken ct = default)
    {
        var run = new RunningJob((_, _, _) => Task.CompletedTask);
        await check.RunAsync(run, ct);
        return run.Outcome!;
    }

    private Task DecideAsync(IReadOnlyList<long> suggestionIds, RequestKey key, Action<ReorderSuggestion, DateOnly> decide, Func<BackOfficeDb, IReadOnlyList<ReorderSuggestion>, Task>? check = null, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Reorder, key, async db =>
        {
            Rule.Require(suggestionIds.Count > 0, "Choose at least one suggestion.");
            foreach (var ids in suggestionIds.Distinct().Chunk(1000))
            {
                var found = await db.Set<ReorderSuggestion>().Where(s => ids.Contains(s.Id)).ToListAsync(ct);
                if (found.Count < ids.Length) throw new RecordMissing(RecordKinds.Of(typeof(ReorderSuggestion)).Kind, ids.Except(found.Select(f => f.Id)).First());
                if (check is not null) await check(db, found);
                foreach (var suggestion in found) decide(suggestion, db.Today);
            }
        }, ct);
}
