namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>The reorder rules, with what the measured demand would suggest beside what is set.</summary>
public sealed class RuleBook(Office office)
{
    /// <summary>The rules of an item at all its locations.</summary>
    public Task<IReadOnlyList<RuleView>> OfItemAsync(long itemId, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<RuleView>>(InventoryPermissions.View, async db =>
        {
            var rules = await db.Set<ReorderRule>().Where(r => r.ItemId == itemId).OrderBy(r => r.LocationId).ToListAsync(ct);
            return rules.Count == 0 ? [] : await AdviseAsync(db, rules, ct);
        }, ct);

    /// <summary>Saves a rule.</summary>
    public Task<long> SaveAsync(ReorderRule entered, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Rules, async db =>
        {
            var before = await db.Set<ReorderRule>().Where(r => r.Id == entered.Id).Select(r => r.ItemId).FirstOrDefaultAsync(ct);
            var rule = await db.TakeOverAsync(entered, ct);
            await ReorderPoints.FollowAsync(db, before == 0 ? [rule.ItemId] : [before, rule.ItemId], ct);
            return rule.Id;
        }, ct);

    /// <summary>Puts the suggested parameters in the place of the set ones.</summary>
    public Task AdoptAsync(long ruleId, int versionSeen, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Rules, async db =>
        {
            var rule = await db.FindAsync<ReorderRule>(ruleId, ct);
            await db.RequireUnchangedAsync(rule, versionSeen, ct);
            rule.Adopt((await AdviseAsync(db, [rule], ct))[0].Advice);
            await ReorderPoints.FollowAsync(db, [rule.ItemId], ct);
        }, ct);

    /// <summary>Takes a rule away; its suggestion goes with the next check.</summary>
    public Task RemoveAsync(long ruleId, CancellationToken ct = default) =>
        office.ChangeAsync(InventoryPermissions.Rules, async db =>
        {
            var rule = await db.FindAsync<ReorderRule>(ruleId, ct);
            db.Remove(rule);
            await ReorderPoints.FollowAsync(db, [rule.ItemId], ct);
        }, ct);

    private static async Task<IReadOnlyList<RuleView>> AdviseAsync(BackOfficeDb db, IReadOnlyList<ReorderRule> rules, CancellationToken ct)
    {
        var stock = await StockPicture.TakeAsync(db, rules, ct);
        return [.. rules.Select(r => new RuleView(r, ReorderAdvice.Of(stock.Demand(r), StockPicture.LeadDays(r, stock.OfferOf(r.ItemId)), r.SafetyDays, r.StockDays), stock.Calculate(r)))];
    }
}

/// <summary>A rule, what the demand suggests, and what it asks for today.</summary>
/// <param name="Rule">As set.</param>
/// <param name="Advice">As the demand suggests.</param>
/// <param name="Today">What the check would find now; null when switched off.</param>
public sealed record RuleView(ReorderRule Rule, ReorderAdvice Advice, ReorderCalculation? Today);
