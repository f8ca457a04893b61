using BackOffice.Domain.Platform.Jobs;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>Looks through the stock for what has to be reordered, and brings the suggestions on the desk up to date.</summary>
/// <remarks>Works through the rules in chunks of items, each a transaction; what a killed run has left undone, the next one does.</remarks>
[Recurring("inventory.reorder-check", "0 6 * * *", "Finds what has to be reordered and writes a suggestion with its reason for each item")]
public sealed class ReorderCheck(Office office) : IJob
{
    /// <summary>Rules in a chunk, about.</summary>
    public const int ChunkSize = 5_000;

    /// <inheritdoc/>
    public async Task RunAsync(RunningJob run, CancellationToken ct)
    {
        var total = await office.ReadAsync(InventoryPermissions.View, db => db.Set<ReorderRule>().CountAsync(ct), ct);
        var after = 0L;
        var tally = new ReorderTally();
        while (true)
        {
            var from = after;
            var chunk = await office.ChangeAsync(InventoryPermissions.Reorder, db => CheckAsync(db, from, ct), ct);
            if (chunk.LastItemId is not { } last) break;
            (after, tally) = (last, tally + chunk);
            run.Touch(chunk.Touched);
            await run.ProgressAsync(tally.Checked, total, ct);
        }
        var (standing, suppliers) = await office.ChangeAsync(InventoryPermissions.Reorder, db => EndAsync(db, tally.Checked, ct), ct);
        run.Result(Words(tally, standing, suppliers));
    }

    private static async Task<ReorderTally> CheckAsync(BackOfficeDb db, long afterItemId, CancellationToken ct)
    {
        var rules = await db.Set<ReorderRule>().AsNoTracking().Where(r => r.ItemId > afterItemId).OrderBy(r => r.ItemId).Take(ChunkSize).ToListAsync(ct);
        if (rules.Count == 0) return new ReorderTally();
        // A chunk ends between items, so that one item's suggestions are never half updated.
        var last = rules[^1].ItemId;
        var rest = rules.Count < ChunkSize ? [] : await db.Set<ReorderRule>().AsNoTracking().Where(r => r.ItemId == last).ToListAsync(ct);
        if (rest.Count > 0) rules = [.. rules.Where(r => r.ItemId < last), .. rest];

        var stock = await StockPicture.TakeAsync(db, rules, ct);
        var current = await db.Set<ReorderSuggestion>().Where(s => s.IsCurrent && s.ItemId >= rules[0].ItemId && s.ItemId <= last).ToDictionaryAsync(s => (s.ItemId, s.LocationId), ct);
        var (fresh, changed, today) = (new List<ReorderSuggestion>(), 0, db.Today);
        foreach (var rule in rules)
        {
            var known = current.GetValueOrDefault((rule.ItemId, rule.LocationId));
            if (stock.Calculate(rule) is { IsNeeded: true } found)
            {
                var suggestion = known ?? new ReorderSuggestion { ItemId = rule.ItemId, LocationId = rule.LocationId, FoundOn = today };
                if (suggestion.Refresh(found, stock.OfferOf(rule.ItemId), today)) changed++;
                if (known is null) fresh.Add(suggestion);
            }
            else if (known is not null)
            {
                known.Close(today);
                changed++;
            }
        }
        await db.InsertManyAsync(fresh, ct);
        return new ReorderTally(last, rules.Count, fresh.Count, changed);
    }

    private static async Task<(int Standing, int Suppliers)> EndAsync(BackOfficeDb db, int @checked, CancellationToken ct)
    {
        var today = db.Today;
        // Where a rule was taken away, nobody asks for the item any more.
        foreach (var orphan in await db.Set<ReorderSuggestion>().Where(s => s.IsCurrent && !db.Set<ReorderRule>().Any(r => r.ItemId == s.ItemId && r.LocationId == s.LocationId)).ToListAsync(ct)) orphan.Close(today);
        await db.FlushAsync(ct);
        var standing = db.Set<ReorderSuggestion>().Where(s => s.State == SuggestionState.Open || s.State == SuggestionState.Accepted);
        var count = await standing.CountAsync(ct);
        var suppliers = await standing.Where(s => s.SupplierId != null).Select(s => s.SupplierId).Distinct().CountAsync(ct);
        db.Add(new ReorderRun { At = db.Now, Checked = @checked, Standing = count, By = db.Actor.Name });
        return (count, suppliers);
    }

    private static Saying Words(ReorderTally tally, int standing, int suppliers)
    {
        var rest = tally.Checked - standing;
        return new Saying("{0} for {1}, {2}",
            standing == 1 ? new Saying("1 suggestion") : new Saying("{0:N0} suggestions", standing),
            suppliers == 1 ? new Saying("1 supplier") : new Saying("{0:N0} suppliers", suppliers),
            rest == 1 ? new Saying("1 item needs nothing") : new Saying("{0:N0} items need nothing", rest));
    }
}

/// <summary>What a part of a check did.</summary>
/// <param name="LastItemId">The last item it looked at; null when there was none.</param>
/// <param name="Checked">Rules looked at.</param>
/// <param name="Found">New suggestions.</param>
/// <param name="Touched">Suggestions that are new or were changed.</param>
internal sealed record ReorderTally(long? LastItemId = null, int Checked = 0, int Found = 0, int Touched = 0)
{
    public static ReorderTally operator +(ReorderTally a, ReorderTally b) => new(b.LastItemId, a.Checked + b.Checked, a.Found + b.Found, a.Touched + b.Touched);
}
