using System.Text;
using BackOffice.Domain.Platform.Facts;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>Somebody whom the directory has recognised.</summary>
/// <param name="TenantId">The directory's tenant id.</param>
/// <param name="ObjectId">The person's object id in it.</param>
/// <param name="Name">As the directory calls him.</param>
/// <param name="Email">For mail, not for recognition.</param>
/// <param name="AppRoles">What the directory says he does.</param>
public sealed record Arrival(string TenantId, string ObjectId, string Name, string? Email, params IReadOnlyList<string> AppRoles);

/// <summary>The account of somebody who has arrived.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As the portal calls him.</param>
/// <param name="Enabled">Whether he may come in.</param>
public sealed record Admission(long Id, string Name, bool Enabled);

/// <summary>Somebody has signed in for the first time.</summary>
/// <param name="Account">His account.</param>
public sealed record AccountArrived(UserAccount Account) : IFact;

/// <summary>Where people come in: knows them by tenant and object id, and writes a newcomer's account.</summary>
/// <remarks>
/// The directory's app roles are heard once, at the first sign-in; afterwards only what our own database says counts.
/// No app role makes anybody an administrator, whatever it is called: another administrator does, or the operator with <c>grant-admin</c>.
/// </remarks>
public sealed class SignInDesk(Office office)
{
    /// <summary>Finds or writes the account of somebody whom the directory has recognised. An account that is switched off stays so.</summary>
    public Task<Admission> ArriveAsync(Arrival arrival, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            // Two tabs of the same newcomer must not both write his account.
            await db.LockAsync("sign-in", exclusive: true, ct);
            var account = await db.Set<UserAccount>().FirstOrDefaultAsync(u => u.TenantId == arrival.TenantId && u.ObjectId == arrival.ObjectId, ct);
            if (account is { Enabled: false }) return new Admission(account.Id, account.Name, Enabled: false);
            var first = account?.LastSignInAt is null;
            account ??= db.Add(new UserAccount { TenantId = arrival.TenantId, ObjectId = arrival.ObjectId }).Entity;
            account.SignedIn(Shorten(arrival.Name, 120), arrival.Email is { Length: <= 254 } email ? email : null, db.Now);
            if (first) await GiveRolesAsync(db, account, arrival.AppRoles, ct);
            await db.FlushAsync(ct);
            if (first) await db.TellAsync(new AccountArrived(account), ct);
            return new Admission(account.Id, account.Name, Enabled: true);
        }, ct);

    /// <summary>Whom to ask when one is not let in: the administrators' names.</summary>
    public Task<IReadOnlyList<string>> WhomToAskAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<string>>(PlatformPermissions.Rights, async db => await Administrators.Of(db).Select(u => u.Name).OrderBy(n => n).Take(5).ToListAsync(ct), ct);

    private static async Task GiveRolesAsync(BackOfficeDb db, UserAccount account, IReadOnlyList<string> appRoles, CancellationToken ct)
    {
        await db.FlushAsync(ct);
        var wanted = appRoles.Select(Plain).ToHashSet(StringComparer.Ordinal);
        var held = await db.Set<RoleMember>().Where(m => m.UserId == account.Id && m.Source == "").Select(m => m.RoleId).ToListAsync(ct);
        foreach (var role in await db.Set<Role>().Include(r => r.Grants).ToListAsync(ct))
        {
            if (role.MayComeFromDirectory && wanted.Contains(Plain(role.Name)) && !held.Contains(role.Id)) db.Add(new RoleMember { RoleId = role.Id, UserId = account.Id });
        }
        account.RightsChanged();
        await RightsDesk.NoteAsync(db, account.Id, "", ct);
    }

    // App roles have no blanks in their values: "StockClerk" leads to "Stock clerk".
    private static string Plain(string role)
    {
        var plain = new StringBuilder(role.Length);
        foreach (var letter in role.Where(char.IsLetterOrDigit)) plain.Append(char.ToUpperInvariant(letter));
        return plain.ToString();
    }

    private static string Shorten(string name, int length) => string.IsNullOrWhiteSpace(name) ? "Unnamed" : name.Length <= length ? name : name[..length];
}
