using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;

namespace BackOffice.Domain.Inventory.Lots;

/// <summary>The lots of one posting: found or opened where goods come in, picked by expiry where they go out.</summary>
internal sealed class LotShelf(StockPosting posting, DateOnly on)
{
    private readonly Dictionary<(long ItemId, string Code), Lot> _lots = [];
    private readonly HashSet<long> _serialsInPlace = [];

    /// <summary>Some item of the posting is kept by lots.</summary>
    public bool AreUsed { get; private set; }

    public Lot? Find(StockLine line) => CodeOf(line) is { } code ? _lots.GetValueOrDefault((line.ItemId, code)) : null;

    public async Task ReadAsync(BackOfficeDb db, Dictionary<long, (Item Item, ItemStock Totals)> items, CancellationToken ct)
    {
        AreUsed = items.Values.Any(i => i.Item.NeedsLot);
        if (!AreUsed) return;
        var named = posting.Lines.Where(l => CodeOf(l) is not null).ToList();
        foreach (var chunk in named.Chunk(500))
        {
            var (ids, codes) = (chunk.Select(l => l.ItemId).Distinct().ToList(), chunk.Select(l => CodeOf(l)!).Distinct().ToList());
            foreach (var lot in await db.Set<Lot>().Where(l => ids.Contains(l.ItemId) && codes.Contains(l.Code)).ToListAsync(ct)) _lots[(lot.ItemId, Key(lot.Code))] = lot;
        }
        var opened = named.Where(l => l.From is null && items[l.ItemId].Item.NeedsLot && Find(l) is null).DistinctBy(l => (l.ItemId, CodeOf(l))).ToList();
        foreach (var line in opened) db.Add(_lots[(line.ItemId, CodeOf(line)!)] = new Lot { ItemId = line.ItemId, Code = line.LotCode!.Trim(), IsSerial = items[line.ItemId].Item.TracksSerials, ExpiresOn = line.ExpiresOn });
        // Accounts are found by the id of their lot.
        if (opened.Count > 0) await db.FlushAsync(ct);
        var serials = _lots.Values.Where(l => l.IsSerial).Select(l => (long?)l.Id).ToList();
        if (serials.Count > 0) _serialsInPlace.UnionWith(await db.Set<StockAccount>().Where(a => serials.Contains(a.LotId) && a.Balance > 0).Select(a => a.LotId!.Value).ToListAsync(ct));
    }

    /// <summary>Which lots a line moves, and how much of each.</summary>
    public IEnumerable<(Lot? Lot, decimal Quantity)> Pick(StockLine line, Item item, IEnumerable<StockAccount> accounts, Func<StockPlace, Location> place)
    {
        if (!item.NeedsLot)
        {
            Rule.Require(CodeOf(line) is null, "{0} is not kept by lots. Leave the lot {1} away.", item.Sku, line.LotCode);
            return [(null, line.Quantity)];
        }
        if (CodeOf(line) is null && line.From is { } source) return PickByExpiry(line, item, source, accounts, place(source));
        Rule.Require(CodeOf(line) is not null, item.TracksSerials ? "{0} has serial numbers. Enter the one that comes in." : "{0} is kept by lots. Enter the lot that comes in.", item.Sku);
        var lot = Find(line);
        Rule.Require(lot is not null, "There is no lot {0} of {1}.", line.LotCode, item.Sku);
        if (line.From is null) RequireComplete(line.ExpiresOn, item, lot!);
        else RequireIssuable(item, lot!, line);
        if (lot!.IsSerial) RequireSingle(line, item, lot);
        return [(lot, line.Quantity)];
    }

    /// <summary>The lot that somebody found outside every posting; opened when nobody knows it yet, none where the item is kept without.</summary>
    public static async Task<Lot?> FoundAsync(BackOfficeDb db, Item item, string? code, DateOnly? expiresOn, CancellationToken ct)
    {
        code = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
        Rule.Require(item.NeedsLot == code is not null, item.NeedsLot ? "{0} is kept by lots. Say which lot was found." : "{0} is not kept by lots.", item.Sku);
        if (code is null) return null;
        var lot = await db.Set<Lot>().FirstOrDefaultAsync(l => l.ItemId == item.Id && l.Code == code, ct);
        if (lot is null) db.Add(lot = new Lot { ItemId = item.Id, Code = code, IsSerial = item.TracksSerials, ExpiresOn = expiresOn });
        RequireComplete(expiresOn, item, lot);
        await db.FlushAsync(ct);
        return lot;
    }

    // First expired, first out; among equals the older lot.
    private List<(Lot? Lot, decimal Quantity)> PickByExpiry(StockLine line, Item item, StockPlace source, IEnumerable<StockAccount> accounts, Location location)
    {
        var there = accounts.Where(a => a.ItemId == item.Id && a.LocationId == source.LocationId && a.Quality == source.Quality && a.Balance > 0 && a.Lot is not null)
            .OrderBy(a => a.Lot!.ExpiresOn ?? DateOnly.MaxValue).ThenBy(a => a.LotKey).ToList();
        var fit = IsIssue(line) ? there.FindAll(a => !a.Lot!.IsExpiredOn(on)) : there;
        var picked = new List<(Lot? Lot, decimal Quantity)>();
        var open = line.Quantity;
        foreach (var account in fit.TakeWhile(_ => open > 0))
        {
            var quantity = Math.Min(open, account.Balance);
            picked.Add((account.Lot, quantity));
            open -= quantity;
        }
        if (open == 0) return picked;
        var expired = there.Except(fit).Sum(a => a.Balance);
        Rule.Require(expired == 0, "{0} at {1}: only {2:0.####} {3} are fit to be issued, {4:0.####} wanted; {5:0.####} have expired.", item.Sku, location.Code, line.Quantity - open, item.Unit, line.Quantity, expired);
        throw new RuleBroken(new Fault(null, "{0} at {1}: only {2:0.####} {3} there, {4:0.####} wanted.", item.Sku, location.Code, line.Quantity - open, item.Unit, line.Quantity));
    }

    private static void RequireComplete(DateOnly? expiresOn, Item item, Lot lot)
    {
        Rule.Require(expiresOn is null || lot.ExpiresOn is null || lot.ExpiresOn == expiresOn, "Lot {0} of {1} expires on {2} and not on {3}.", lot.Code, item.Sku, lot.ExpiresOn, expiresOn);
        lot.ExpiresOn ??= expiresOn;
        Rule.Require(!item.TracksExpiry || lot.ExpiresOn is not null, "Enter the day on which lot {0} of {1} expires.", lot.Code, item.Sku);
    }

    private void RequireIssuable(Item item, Lot lot, StockLine line) =>
        Rule.Require(!IsIssue(line) || !lot.IsExpiredOn(on), "Lot {0} of {1} expired on {2} and is not issued any more.", lot.Code, item.Sku, lot.ExpiresOn);

    private void RequireSingle(StockLine line, Item item, Lot lot)
    {
        Rule.Require(line.Quantity == 1, "{0} serial {1} is one piece. Enter the quantity 1.", item.Sku, lot.Code);
        if (line.From is null) Rule.Require(_serialsInPlace.Add(lot.Id), "{0} serial {1} is in stock already.", item.Sku, lot.Code);
        else if (line.To is null) _serialsInPlace.Remove(lot.Id);
    }

    private bool IsIssue(StockLine line) => posting.Reason == StockReason.Issued && line.To is null;

    private static string? CodeOf(StockLine line) => string.IsNullOrWhiteSpace(line.LotCode) ? null : Key(line.LotCode);

    // Both databases compare codes without regard to case.
    private static string Key(string code) => code.Trim().ToUpperInvariant();
}
