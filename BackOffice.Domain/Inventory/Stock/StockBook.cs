using BackOffice.Domain.Inventory.Reservations;

namespace BackOffice.Domain.Inventory.Stock;

/// <summary>The stock ledger: every movement of goods is booked here, inside the transaction of whoever moves them.</summary>
public static class StockBook
{
    /// <summary>Books all lines or none: balances, totals, average cost, lots and reservations follow in the same transaction.</summary>
    /// <returns>The entries, in the order of the lines; a move has two each lot.</returns>
    /// <exception cref="RuleBroken">A line breaks a rule: too little there, a lot missing, a serial in two places.</exception>
    public static async Task<IReadOnlyList<StockEntry>> PostAsync(BackOfficeDb db, StockPosting posting, CancellationToken ct)
    {
        Rule.Require(posting.Lines.Count > 0, "There is nothing to book. Enter at least one line.");
        Rule.Require(posting.On is null || posting.On <= db.Today, "Stock cannot move on {0}, which is still to come.", posting.On);
        foreach (var line in posting.Lines) Check(line);
        var sheet = await StockSheet.OpenAsync(db, posting, ct);
        foreach (var line in posting.Lines) sheet.Book(line);
        await ReservationBook.UseAsync(db, posting, sheet, ct);
        db.AddRange(sheet.Entries);
        return sheet.Entries;
    }

    /// <summary>The totals of items, ready to be changed.</summary>
    public static async Task<IReadOnlyDictionary<long, ItemStock>> TotalsAsync(BackOfficeDb db, IEnumerable<long> itemIds, CancellationToken ct)
    {
        var totals = new Dictionary<long, ItemStock>();
        foreach (var ids in itemIds.Distinct().Chunk(1000))
        {
            foreach (var total in await db.Set<ItemStock>().Where(s => ids.Contains(s.ItemId)).ToListAsync(ct)) totals.Add(total.ItemId, total);
        }
        return totals;
    }

    /// <summary>Opens the totals of new items; an item without them is not complete.</summary>
    public static void Open(BackOfficeDb db, IEnumerable<long> itemIds) => db.AddRange(itemIds.Select(id => new ItemStock { ItemId = id, MovedAt = db.Now }));

    internal static void Check(StockLine line)
    {
        Rule.Require(line.Quantity is > 0 and <= 1_000_000_000m, "The quantity {0:0.####} cannot be booked. Enter more than 0 and at most 1,000,000,000.", line.Quantity);
        Rule.Require(decimal.Round(line.Quantity, 4) == line.Quantity, "The quantity {0} has more than four decimals.", line.Quantity);
        Rule.Require(line.UnitCost is null or (>= 0 and <= 1_000_000_000m), "The unit cost {0:0.####} cannot be booked. Enter 0 or more and at most 1,000,000,000.", line.UnitCost);
        Rule.Require(line.From is not null || line.To is not null, "A movement needs a place: where the goods are taken from, or where they are put.");
        Rule.Require(line.From != line.To, "The goods are there already. Choose another place or quality.");
    }
}
