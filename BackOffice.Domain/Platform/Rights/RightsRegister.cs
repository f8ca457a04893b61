using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>What somebody may do at this moment.</summary>
/// <param name="Enabled">Whether his account is switched on.</param>
/// <param name="Stamp">Rises whenever the rest changes.</param>
/// <param name="Permissions">What his roles allow.</param>
public sealed record HeldRights(bool Enabled, int Stamp, IReadOnlySet<string> Permissions)
{
    /// <summary>Of somebody who is not known (any more).</summary>
    public static HeldRights None { get; } = new(false, -1, new HashSet<string>());

    /// <summary>Whether he may do it.</summary>
    public bool Allow(string permission) => Enabled && (permission == Permission.SignedIn || Permissions.Contains(permission));
}

/// <summary>Reads the rights of many people at once; for the watch that keeps open pages true.</summary>
public sealed class RightsRegister(Office office)
{
    /// <summary>The stamps of these accounts, and whether they are switched on: one small question however many are asked about.</summary>
    public Task<Dictionary<long, (int Stamp, bool Enabled)>> StampsAsync(IReadOnlyCollection<long> userIds, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, async db =>
            (await db.Set<UserAccount>().Where(u => userIds.Contains(u.Id)).Select(u => new { u.Id, u.RightsStamp, u.Enabled }).ToListAsync(ct))
            .ToDictionary(u => u.Id, u => (u.RightsStamp, u.Enabled)), ct);

    /// <summary>Everything these accounts may do.</summary>
    public Task<Dictionary<long, HeldRights>> HeldAsync(IReadOnlyCollection<long> userIds, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, async db =>
        {
            // Stamps first: a change between the two questions then shows as a newer stamp at the next look.
            var accounts = await db.Set<UserAccount>().Where(u => userIds.Contains(u.Id)).Select(u => new { u.Id, u.RightsStamp, u.Enabled }).ToListAsync(ct);
            var grants = await (from member in db.Set<RoleMember>().On(db.Today)
                                join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
                                where userIds.Contains(member.UserId)
                                select new { member.UserId, grant.Permission }).Distinct().ToListAsync(ct);
            var permissions = grants.ToLookup(g => g.UserId, g => g.Permission);
            return accounts.ToDictionary(a => a.Id, a => new HeldRights(a.Enabled, a.RightsStamp, permissions[a.Id].ToHashSet(StringComparer.Ordinal)));
        }, ct);
}
