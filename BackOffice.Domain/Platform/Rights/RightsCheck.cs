using System.Globalization;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>Asks our own database, at the moment of use, what the actor may do.</summary>
public static class RightsCheck
{
    /// <summary>Whether the actor holds the permission now.</summary>
    public static async Task<bool> HoldsAsync(BackOfficeDb db, string permission, CancellationToken ct)
    {
        if (db.Actor.IsHouse) return true;
        if (db.Actor.UserId is not { } userId) return false;
        return permission == Permission.SignedIn
            ? await db.Set<UserAccount>().AnyAsync(u => u.Id == userId && u.Enabled, ct)
            : await Grants(db, userId, permission).AnyAsync(ct);
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
        var limits = db.Actor.UserId is { } userId ? await Grants(db, userId, permission).Select(g => g.Limit).ToListAsync(ct) : [];
        if (limits.Count == 0) throw new AccessDenied(permission);
        if (limits.Any(l => l is null || l >= amount)) return;
        throw new AccessDenied(permission, new Fault(null, "The amount {0:N2} lies above your limit of {1:N2}. Somebody with a higher limit has to do this.", amount, limits.Max()));
    }

    /// <summary>The accounts that hold a permission now.</summary>
    internal static IQueryable<long> Holders(BackOfficeDb db, string permission) =>
        from member in db.Set<RoleMember>().On(db.Today)
        join user in db.Set<UserAccount>() on member.UserId equals user.Id
        join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
        where user.Enabled && grant.Permission == permission
        select member.UserId;

    /// <summary>What gives an account a permission now, also as a part of a larger question.</summary>
    internal static IQueryable<RoleGrant> Grants(BackOfficeDb db, long userId, string permission) =>
        from member in db.Set<RoleMember>().On(db.Today)
        join user in db.Set<UserAccount>() on member.UserId equals user.Id
        join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
        where member.UserId == userId && user.Enabled && grant.Permission == permission
        select grant;

    /// <summary>The names of the permissions that an account holds now; a part of a larger question.</summary>
    internal static IQueryable<string> Held(BackOfficeDb db, long userId) =>
        from member in db.Set<RoleMember>().On(db.Today)
        join grant in db.Set<RoleGrant>() on member.RoleId equals grant.RoleId
        where member.UserId == userId
        select grant.Permission;
}
