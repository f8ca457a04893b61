using BackOffice.Domain.Platform.Notices;

namespace BackOffice.Domain.Platform.Rights.Segregation;

/// <summary>Warns whoever manages rights when somebody comes to hold what nobody should hold together: a role was given, a role was changed, a position was taken. It refuses nothing.</summary>
internal sealed class SegregationWatch : IKeepsStep
{
    // Who changes a role that hundreds hold learns it from the first few and from the page.
    private const int Told = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<Type> Kinds { get; } = [typeof(RoleMember), typeof(RoleGrant)];

    /// <inheritdoc/>
    public async Task FollowAsync(BackOfficeDb db, IReadOnlyCollection<Entity> written, CancellationToken ct)
    {
        if (!await db.Set<SegregationRule>().AnyAsync(ct)) return;
        var (today, members) = (db.Today, written.OfType<RoleMember>().Where(m => !m.IsNew).ToList());
        foreach (var days in members.Where(m => db.Entry(m).State != EntityState.Detached).GroupBy(m => m.FromOn > today ? m.FromOn : today))
        {
            var (users, roles) = (days.Select(m => m.UserId).Distinct().ToList(), days.Select(m => m.RoleId).Distinct().ToList());
            await WarnAsync(db, Violations.On(db, days.Key).Where(v => users.Contains(v.UserId)), await NamesAsync(db, roles, ct), ct);
        }
        var changed = written.OfType<RoleGrant>().Where(g => db.Entry(g).State != EntityState.Detached).ToList();
        if (changed.Count == 0) return;
        var permissions = changed.Select(g => g.Permission).Distinct().ToList();
        await WarnAsync(db, Violations.On(db, today).Where(v => permissions.Contains(v.First) || permissions.Contains(v.Second)), await NamesAsync(db, [.. changed.Select(g => g.RoleId).Distinct()], ct), ct);
    }

    private static async Task WarnAsync(BackOfficeDb db, IQueryable<Violation> violations, List<string> roles, CancellationToken ct)
    {
        var found = await violations.Where(v => roles.Contains(v.FirstRole) || roles.Contains(v.SecondRole)).OrderBy(v => v.UserId).ThenBy(v => v.RuleId).Take(50).ToListAsync(ct);
        foreach (var violation in found.DistinctBy(v => (v.UserId, v.RuleId)).Take(Told))
        {
            await NoticeBoard.TellHoldersAsync(db, PlatformPermissions.Rights, PlatformNotices.SegregationBroken, NoticeLevel.Warn, "{0} holds two permissions that nobody should hold together: {1} (through {2}) and {3} (through {4}). {5}",
                [violation.Person, Words(violation.First), violation.FirstRole, Words(violation.Second), violation.SecondRole, violation.Why], RecordRef.Of<UserAccount>(violation.UserId), ct);
        }
        if (found.Count > 0) await db.FlushAsync(ct);
    }

    private static Task<List<string>> NamesAsync(BackOfficeDb db, List<long> roleIds, CancellationToken ct) => db.Set<Role>().Where(r => roleIds.Contains(r.Id)).Select(r => r.Name).ToListAsync(ct);

    private static string Words(string permission) => Permission.All.FirstOrDefault(p => p.Name == permission)?.Words ?? permission;
}
