using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>Where accounts get and lose their roles.</summary>
/// <remarks>People who manage rights do not change their own: only administrators, who hold everything already, and the operator may.</remarks>
public sealed class RightsDesk(Office office)
{
    /// <summary>A page of the accounts.</summary>
    [List("platform.accounts")]
    public Task<Page<AccountRow>> AccountsAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, db => AccountRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One account with its roles.</summary>
    public Task<AccountCard> AccountAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, async db => new AccountCard(
            await db.FindAsync<UserAccount>(id, ct),
            await db.Set<RoleMember>().Where(m => m.UserId == id && m.Source == "").Select(m => m.RoleId).ToListAsync(ct),
            await db.Set<RoleMember>().Where(m => m.UserId == id && m.Source != "").OnOrAfter(db.Today).OrderBy(m => m.FromOn).ToListAsync(ct)), ct);

    /// <summary>Gives an account a role.</summary>
    public Task GiveAsync(long userId, long roleId, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            await RequireMayChangeAsync(db, userId, ct);
            var role = await db.FindAsync<Role>(roleId, ct);
            Rule.Require(!role.IsAdministrator || await Administrators.IsOneAsync(db, ct), "Only an administrator makes somebody administrator.");
            await AddMemberAsync(db, await db.FindAsync<UserAccount>(userId, ct), role, ct);
        }, ct);

    /// <summary>Takes a role from an account.</summary>
    public Task TakeAsync(long userId, long roleId, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            await RequireMayChangeAsync(db, userId, ct);
            var role = await db.FindAsync<Role>(roleId, ct);
            Rule.Require(!role.IsAdministrator || await Administrators.IsOneAsync(db, ct), "Only an administrator takes the administrators' role from somebody.");
            if (role.IsAdministrator) await Administrators.RequireAnotherAsync(db, userId, ct);
            if (await db.Set<RoleMember>().FirstOrDefaultAsync(m => m.UserId == userId && m.RoleId == roleId && m.Source == "", ct) is not { } member) return;
            var before = await NamesAsync(db, userId, ct);
            db.Remove(member);
            (await db.FindAsync<UserAccount>(userId, ct)).RightsChanged();
            await NoteAsync(db, userId, before, ct);
        }, ct);

    /// <summary>Switches an account on or off.</summary>
    public Task SwitchAsync(long userId, bool enabled, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            Rule.Require(userId != db.Actor.UserId, "Somebody else has to switch your own account.");
            var account = await db.FindAsync<UserAccount>(userId, ct);
            if (account.Enabled == enabled) return;
            Rule.Require(await Administrators.IsOneAsync(db, ct) || !await HoldsAdministratorAsync(db, userId, ct), "Only an administrator switches the account of an administrator.");
            if (!enabled) await Administrators.RequireAnotherAsync(db, userId, ct);
            account.SwitchTo(enabled);
        }, ct);

    /// <summary>Makes an account administrator.</summary>
    public Task GrantAdministratorAsync(long userId, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db => await MakeAdministratorAsync(db, await db.FindAsync<UserAccount>(userId, ct), ct), ct);

    /// <summary>Makes somebody administrator: for the command line, where the first one comes from.</summary>
    /// <param name="who">Name or object id of somebody who has signed in, or tenant id and object id with a slash between; the latter may not have come yet. Not the e-mail: anybody's may be changed to anybody's.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Who it was: name, tenant id and object id.</returns>
    public Task<string> GrantAdministratorAsync(string who, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var account = await FindOrNoteAsync(db, who.Trim(), ct);
            await MakeAdministratorAsync(db, account, ct);
            return $"{account.Name} ({account.TenantId}/{account.ObjectId})";
        }, ct);

    private static async Task MakeAdministratorAsync(BackOfficeDb db, UserAccount account, CancellationToken ct)
    {
        Rule.Require(await Administrators.IsOneAsync(db, ct), "Only an administrator makes somebody administrator.");
        await RoleBook.PlantAsync(db, ct);
        await AddMemberAsync(db, account, await db.Set<Role>().SingleAsync(r => r.Template == Role.Administrator, ct), ct);
        if (!account.Enabled) account.SwitchTo(enabled: true);
    }

    private static async Task<UserAccount> FindOrNoteAsync(BackOfficeDb db, string who, CancellationToken ct)
    {
        if (who.Split('/') is [var tenant, var person] && Guid.TryParse(tenant, out _) && Guid.TryParse(person, out _))
        {
            var known = await db.Set<UserAccount>().FirstOrDefaultAsync(u => u.TenantId == tenant && u.ObjectId == person, ct);
            if (known is not null) return known;
            var noted = db.Add(new UserAccount { TenantId = tenant, ObjectId = person, Name = person }).Entity;
            await db.FlushAsync(ct);
            return noted;
        }
        var named = await db.Set<UserAccount>().Where(u => u.Name == who || u.ObjectId == who).OrderBy(u => u.Id).Take(2).ToListAsync(ct);
        Rule.Require(named.Count > 0, "Nobody called {0} has signed in yet. Let them sign in once, or give tenant id and object id as tenant/object.", who);
        Rule.Require(named.Count == 1, "Several people are called {0}. Give tenant id and object id as tenant/object.", who);
        return named[0];
    }

    private static async Task AddMemberAsync(BackOfficeDb db, UserAccount account, Role role, CancellationToken ct)
    {
        if (await db.Set<RoleMember>().AnyAsync(m => m.UserId == account.Id && m.RoleId == role.Id && m.Source == "", ct)) return;
        var before = await NamesAsync(db, account.Id, ct);
        db.Add(new RoleMember { UserId = account.Id, RoleId = role.Id });
        account.RightsChanged();
        await NoteAsync(db, account.Id, before, ct);
    }

    /// <summary>The names of the roles that an account holds, for the trail.</summary>
    internal static async Task<string> NamesAsync(BackOfficeDb db, long userId, CancellationToken ct)
    {
        var members = db.Set<RoleMember>().On(db.Today);
        return string.Join(", ", await db.Set<Role>().Where(r => members.Any(m => m.RoleId == r.Id && m.UserId == userId)).OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(ct));
    }

    /// <summary>Writes down under the account which roles it had and which it has.</summary>
    internal static async Task NoteAsync(BackOfficeDb db, long userId, string before, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        await AuditTrail.NoteAsync(db, RecordRef.Of<UserAccount>(userId), "Roles", before, await NamesAsync(db, userId, ct), ct);
    }

    private static async Task RequireMayChangeAsync(BackOfficeDb db, long userId, CancellationToken ct) =>
        Rule.Require(userId != db.Actor.UserId || await Administrators.IsOneAsync(db, ct), "Somebody else has to change your own roles.");

    private static Task<bool> HoldsAdministratorAsync(BackOfficeDb db, long userId, CancellationToken ct) =>
        db.Set<RoleMember>().On(db.Today).AnyAsync(m => m.UserId == userId && db.Set<Role>().Any(r => r.Id == m.RoleId && r.Template == Role.Administrator), ct);
}

/// <summary>An account and the roles it holds.</summary>
/// <param name="Account">The account.</param>
/// <param name="RoleIds">Its roles that were given by hand.</param>
/// <param name="Given">Roles that something else gives it, such as a position, now or from a day on.</param>
public sealed record AccountCard(UserAccount Account, IReadOnlyList<long> RoleIds, IReadOnlyList<RoleMember> Given);

/// <summary>An account in the list.</summary>
public sealed class AccountRow
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Name.</summary>
    [Searched]
    public string Name { get; init; } = "";

    /// <summary>For mail.</summary>
    [Searched]
    public string? Email { get; init; }

    /// <summary>How many roles it holds.</summary>
    [NotSorted, NotFiltered]
    public int Roles { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool Enabled { get; init; }

    /// <summary>When the person last signed in, in UTC.</summary>
    public DateTime? LastSignInAt { get; init; }

    internal static IQueryable<AccountRow> From(BackOfficeDb db)
    {
        var members = db.Set<RoleMember>().On(db.Today);
        return db.Set<UserAccount>().Select(u => new AccountRow
        {
            Id = u.Id, Name = u.Name, Email = u.Email, Enabled = u.Enabled, LastSignInAt = u.LastSignInAt, Roles = members.Where(m => m.UserId == u.Id).Select(m => m.RoleId).Distinct().Count(),
        });
    }
}
