using System.Globalization;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>Asks our own database, at the moment of use, what the actor may do.</summary>
public static class RightsCheck
{
    private static readonly Func<BackOfficeDb, long, IAsyncEnumerable<long>> Enabled =
        Standing.Question((BackOfficeDb db, long userId) => db.Set<UserAccount>().Where(u => u.Id == userId && u.Enabled).Select(u => u.Id));

    private static readonly Func<BackOfficeDb, long, string, DateOnly, IAsyncEnumerable<decimal?>> Limits = Standing.Question((BackOfficeDb db, long userId, string permission, DateOnly today) =>
        from member in db.Set<RoleMember>()
        join user in db.Set<UserAccount>() on member.UserId equals user.Id
        join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
        where member.UserId == userId && member.FromOn <= today && (member.UntilOn == null || member.UntilOn > today) && user.Enabled && grant.Permission == permission
        select grant.Limit);

    /// <summary>Whether the actor holds the permission now.</summary>
    public static async Task<bool> HoldsAsync(BackOfficeDb db, string permission, CancellationToken ct)
    {
        if (db.Actor.IsHouse) return true;
        if (db.Actor.UserId is not { } userId) return false;
        return permission == Permission.SignedIn
            ? await Enabled(db, userId).AnyAsync(ct)
            : await Limits(db, userId, permission, db.Today).AnyAsync(ct);
    }

    /// <summary>Refuses an actor without the permission.</summary>
    /// <exception cref="AccessDenied">He does not hold it.</exception>
    public static async Task RequireAsync(BackOfficeDb db, string permission, CancellationToken ct)
    {
        if (!await HoldsAsync(db, permission, ct)) throw new AccessDenied(permission);
    }

    /// <summary>Refuses an act whose amount lies above what the actor's roles allow.</summary>
    /// <param name="db">The work.</param>
    /// <param name="permission">The permission that carries the limit.</param>
    /// <param name="amount">In the company's currency.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RequireWithinLimitAsync(BackOfficeDb db, string permission, decimal amount, CancellationToken ct)
    {
        if (db.Actor.IsHouse) return;
        var limits = db.Actor.UserId is { } userId ? await Limits(db, userId, permission, db.Today).ToListAsync(ct) : [];
        if (limits.Count == 0) throw new AccessDenied(permission);
        if (limits.Any(l => l is null || l >= amount)) return;
        throw new AccessDenied(permission, new Fault(null, "The amount {0:N2} lies above your limit of {1:N2}. Somebody with a higher limit has to do this.", amount, limits.Max()));
    }

    /// <summary>The accounts that hold a permission now.</summary>
    internal static IQueryable<long> Holders(BackOfficeDb db, string permission) => All(db).Where(h => h.Grant.Permission == permission).Select(h => h.UserId);

    /// <summary>What gives an account a permission now, also as a part of a larger question.</summary>
    internal static IQueryable<RoleGrant> Grants(BackOfficeDb db, long userId, string permission) => GrantsOf(db, userId).Where(g => g.Permission == permission);

    /// <summary>All that an account is allowed now, also as a part of a larger question.</summary>
    internal static IQueryable<RoleGrant> GrantsOf(BackOfficeDb db, long userId) => All(db).Where(h => h.UserId == userId).Select(h => h.Grant);

    /// <summary>Up to which amount each of these accounts holds a permission; whoever does not hold it is missing, null means no limit.</summary>
    internal static async Task<Dictionary<long, decimal?>> LimitsAsync(BackOfficeDb db, string permission, IReadOnlyCollection<long> userIds, CancellationToken ct)
    {
        var held = await All(db).Where(h => userIds.Contains(h.UserId) && h.Grant.Permission == permission).Select(h => new { h.UserId, h.Grant.Limit }).ToListAsync(ct);
        return held.GroupBy(h => h.UserId).ToDictionary(g => g.Key, g => g.Any(h => h.Limit is null) ? null : g.Max(h => h.Limit));
    }

    /// <summary>The names of the permissions that an account holds now; a part of a larger question.</summary>
    internal static IQueryable<string> Held(BackOfficeDb db, long userId) => GrantsOf(db, userId).Select(g => g.Permission);

    private static IQueryable<Granted> All(BackOfficeDb db) =>
        from member in db.Set<RoleMember>().On(db.Today)
        join user in db.Set<UserAccount>() on member.UserId equals user.Id
        join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
        where user.Enabled
        select new Granted { UserId = member.UserId, Grant = grant };

    private sealed class Granted
    {
        public long UserId { get; init; }
        public required RoleGrant Grant { get; init; }
    }
}
