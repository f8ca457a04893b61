namespace BackOffice.Domain.Platform.Rights.Segregation;

/// <summary>The rules about what nobody should hold together, and who does.</summary>
public sealed class SegregationBook(Office office)
{
    /// <summary>People shown at most.</summary>
    public const int Shown = 500;

    /// <summary>All rules.</summary>
    public Task<IReadOnlyList<SegregationRule>> RulesAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<SegregationRule>>(PlatformPermissions.Rights, async db => await db.Set<SegregationRule>().OrderBy(r => r.First).ThenBy(r => r.Second).ToListAsync(ct), ct);

    /// <summary>Everybody who holds both permissions of a rule today.</summary>
    public Task<IReadOnlyList<Violation>> ViolationsAsync(long? userId = null, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<Violation>>(PlatformPermissions.Rights, async db =>
            await Violations.On(db, db.Today).Where(v => userId == null || v.UserId == userId).Distinct().OrderBy(v => v.Person).ThenBy(v => v.First).ThenBy(v => v.FirstRole).ThenBy(v => v.SecondRole).Take(Shown).ToListAsync(ct), ct);

    /// <summary>Which rules an account would break if it were given a role on top of what it holds; those that it breaks already are left out.</summary>
    public Task<IReadOnlyList<SegregationRule>> BrokenByAsync(long userId, long roleId, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<SegregationRule>>(PlatformPermissions.Rights, async db =>
        {
            var role = await db.FindAsync<Role>(roleId, ct);
            if (role.IsAdministrator) return [];
            var given = db.Set<RoleGrant>().Where(g => g.RoleId == roleId).Select(g => g.Permission);
            var held = RightsCheck.Held(db, userId);
            return await db.Set<SegregationRule>()
                .Where(r => (given.Contains(r.First) || held.Contains(r.First)) && (given.Contains(r.Second) || held.Contains(r.Second)) && !(held.Contains(r.First) && held.Contains(r.Second)))
                .OrderBy(r => r.Id).ToListAsync(ct);
        }, ct);

    /// <summary>Writes a rule down, or saves what was changed on the form.</summary>
    public Task SaveAsync(SegregationRule entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, key, async db =>
        {
            var mirrored = await db.Set<SegregationRule>().AnyAsync(r => r.Id != entered.Id && r.First == entered.Second && r.Second == entered.First, ct);
            Rule.RequireField(nameof(SegregationRule.Second), !mirrored, "There is a rule about these two permissions already.");
            await db.TakeOverAsync(entered, ct);
        }, ct);

    /// <summary>Takes a rule away.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db => db.Remove(await db.FindAsync<SegregationRule>(id, ct)), ct);
}
