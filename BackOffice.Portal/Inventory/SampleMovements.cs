using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Lots;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Platform.Saving;
using Bogus;

namespace BackOffice.Portal.Inventory;

/// <summary>Half a year of trade: opening stock, daily issues, receipts when it runs low. The same rules that book every movement work out balances and averages here.</summary>
internal sealed class SampleMovements(BackOfficeDb db, Faker luck, SampleStores stores)
{
    private const int Days = 182;
    private readonly List<StockEntry> _entries = [];
    private readonly Dictionary<long, ItemStock> _totals = [];

    public async Task RunAsync(List<SampleItem> goods, CancellationToken ct)
    {
        foreach (var good in goods) _totals.Add(good.Item.Id, new ItemStock { ItemId = good.Item.Id });
        await db.InsertManyAsync<ItemStock>([.. _totals.Values], ct);
        var shelves = await ShelvesAsync(goods, ct);
        db.AttachRange(_totals.Values);
        db.AttachRange(shelves.SelectMany(s => s.Lots));
        for (var day = Days; day >= 0; day--)
        {
            var on = db.Today.AddDays(-day);
            if (day == Days) foreach (var shelf in shelves) Receive(shelf, on, StockReason.Opening, Opening(shelf));
            else if (on.DayOfWeek != DayOfWeek.Sunday) foreach (var shelf in shelves) Trade(shelf, on, day);
        }
        await db.FlushAsync(ct);
        await db.InsertManyAsync<StockEntry>(_entries, ct);
    }

    // Every shelf has one account, or two lots of which the older is sold first.
    private async Task<List<Shelf>> ShelvesAsync(List<SampleItem> goods, CancellationToken ct)
    {
        var lots = new List<Lot>();
        var places = new List<(SampleItem Good, Location Location, double Share, List<Lot?> Lots)>();
        foreach (var good in goods)
        {
            foreach (var (location, share) in new[] { (stores.Main, 0.6), (stores.Branch, 0.3), (stores.Counter, 0.1) })
            {
                if (location != stores.Main && (good.Family.Serials || luck.Random.Double() < 0.55)) continue;
                List<Lot?> own = good.Family.Serials ? [.. Enumerable.Range(1, 8).Select(i => NewLot(good, $"SN{good.Item.Id:0000}{i:000}", null))]
                    : good.Family.Expires ? [NewLot(good, $"L{luck.Random.Int(1000, 9999)}{location.Id}A", db.Today.AddDays(luck.Random.Int(-10, 60))), NewLot(good, $"L{luck.Random.Int(1000, 9999)}{location.Id}B", db.Today.AddDays(luck.Random.Int(90, 500)))]
                    : [null];
                lots.AddRange(own.OfType<Lot>());
                places.Add((good, location, share, own));
            }
        }
        await db.InsertManyAsync<Lot>(lots, ct);
        var shelves = places.ConvertAll(p => new Shelf(p.Good, p.Location, p.Good.Family.Demand * p.Share * luck.Random.Double(0.3, 1.8),
            p.Lots.ConvertAll(lot => StockAccount.Open(p.Good.Item, p.Location, lot, StockQuality.Good)), luck.Random.Double() < 0.12 ? luck.Random.Int(20, 60) : 0));
        // The accounts know their goods, places and lots, which are saved already.
        db.AttachRange(goods.Select(g => g.Item));
        db.AttachRange(stores.Main, stores.Branch, stores.Counter);
        db.AttachRange(lots);
        await db.InsertManyAsync<StockAccount>([.. shelves.SelectMany(s => s.Lots)], ct);
        return shelves;
    }

    private static Lot NewLot(SampleItem good, string code, DateOnly? expires) => new() { ItemId = good.Item.Id, Code = code, ExpiresOn = expires, IsSerial = good.Family.Serials };

    private static decimal Opening(Shelf shelf) => shelf.Good.Family.Serials ? 6 : Math.Max(shelf.Good.Pack, Packs(shelf, shelf.Rate * 40));

    private static decimal Packs(Shelf shelf, double quantity) => Math.Ceiling((decimal)quantity / shelf.Good.Pack) * shelf.Good.Pack;

    private void Trade(Shelf shelf, DateOnly on, int daysLeft)
    {
        // Some goods wait for a late delivery: what is low today has a reason.
        if (!shelf.Good.Family.Serials && shelf.Good.Item.MayBeOrdered && daysLeft > shelf.DryDays && shelf.There < (decimal)(shelf.Rate * 14) && luck.Random.Double() < 0.35)
            Receive(shelf, on, StockReason.Received, Math.Max(shelf.Good.Pack, Packs(shelf, shelf.Rate * 35)));
        // Small demand comes now and then in larger lots, as customers order.
        if (luck.Random.Double() > 0.16) return;
        var wanted = Math.Max(1, Math.Round((decimal)(shelf.Rate / 0.16 * luck.Random.Double(0.3, 1.7))));
        Issue(shelf, on, Math.Min(wanted, shelf.There));
    }

    private void Receive(Shelf shelf, DateOnly on, StockReason reason, decimal quantity)
    {
        var cost = Math.Round(shelf.Good.Cost * luck.Random.Decimal(0.96m, 1.05m), 2);
        if (!shelf.Good.Family.Serials)
        {
            // Fresh goods come in the younger lot.
            Write(shelf.Lots[reason == StockReason.Opening ? 0 : ^1], on, reason, quantity, cost);
            return;
        }
        foreach (var piece in shelf.Lots.Take((int)quantity)) Write(piece, on, reason, 1, cost);
    }

    private void Issue(Shelf shelf, DateOnly on, decimal quantity)
    {
        foreach (var account in shelf.Lots)
        {
            var taken = Math.Min(quantity, account.Balance);
            if (taken <= 0 || account.Lot?.IsExpiredOn(on) == true) continue;
            Write(account, on, StockReason.Issued, -taken, null);
            quantity -= taken;
        }
    }

    private void Write(StockAccount account, DateOnly on, StockReason reason, decimal change, decimal? cost)
    {
        var totals = _totals[account.ItemId];
        var value = totals.Post(change, cost, account.Location.Kind, account.Quality);
        var entry = new StockEntry
        {
            AccountId = account.Id, ItemId = account.ItemId, LocationId = account.LocationId, LotId = account.LotId, Reason = reason, Amount = change, UnitCost = cost ?? totals.AverageCost, Value = value,
            PostedOn = on, PostedAt = on == db.Today ? db.Now : on.ToDateTime(new TimeOnly(luck.Random.Int(4, 12), luck.Random.Int(0, 59)), DateTimeKind.Utc), PostedBy = db.Actor.Name,
        };
        account.Post(entry);
        _entries.Add(entry);
    }

    /// <summary>An item at a location.</summary>
    /// <param name="Good">The item.</param>
    /// <param name="Location">The location.</param>
    /// <param name="Rate">Sold a day.</param>
    /// <param name="Lots">Its accounts, the one to sell first on top.</param>
    /// <param name="DryDays">Nothing came in during the last days.</param>
    private sealed record Shelf(SampleItem Good, Location Location, double Rate, List<StockAccount> Lots, int DryDays)
    {
        public decimal There => Lots.Sum(a => a.Balance);
    }
}
