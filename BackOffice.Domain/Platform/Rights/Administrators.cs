using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>Who holds the administrators' role, and the rules that keep it in the right hands.</summary>
internal static class Administrators
{
    /// <summary>The accounts that are administrators now.</summary>
    public static IQueryable<UserAccount> Of(BackOfficeDb db)
    {
        var members = db.Set<RoleMember>().On(db.Today);
        return from user in db.Set<UserAccount>()
               where user.Enabled && members.Any(m => m.UserId == user.Id && db.Set<Role>().Any(r => r.Id == m.RoleId && r.Template == Role.Administrator))
               select user;
    }

    /// <summary>Whether the actor is one, or the house itself.</summary>
    public static async Task<bool> IsOneAsync(BackOfficeDb db, CancellationToken ct) =>
        db.Actor.IsHouse || (db.Actor.UserId is { } id && await Of(db).AnyAsync(u => u.Id == id, ct));

    /// <summary>Refuses to leave the office without anybody who can give rights.</summary>
    public static async Task RequireAnotherAsync(BackOfficeDb db, long userId, CancellationToken ct)
    {
        // Two administrators who remove each other at the same moment must not both succeed.
        await db.LockAsync("administrators", exclusive: true, ct);
        if (!await Of(db).AnyAsync(u => u.Id == userId, ct)) return;
        Rule.Require(await Of(db).AnyAsync(u => u.Id != userId, ct), "This is the last administrator. Make somebody else administrator first.");
    }
}
