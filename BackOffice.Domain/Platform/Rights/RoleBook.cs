using System.Globalization;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Platform.Rights;

/// <summary>The office's roles and what each allows.</summary>
public sealed class RoleBook(Office office)
{
    /// <summary>All roles by name, with how many people hold each.</summary>
    public Task<IReadOnlyList<RoleRow>> AllAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<RoleRow>>(PlatformPermissions.Rights, async db =>
        {
            var members = db.Set<RoleMember>().On(db.Today);
            return await db.Set<Role>().OrderBy(r => r.Name).Select(r => new RoleRow
            {
                Id = r.Id, Name = r.Name, Description = r.Description, Permissions = r.Grants.Count, BuiltIn = r.Template != null,
                Members = members.Where(m => m.RoleId == r.Id).Select(m => m.UserId).Distinct().Count(),
            }).ToListAsync(ct);
        }, ct);

    /// <summary>One role with what it allows.</summary>
    public Task<Role> RoleAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, async db => await db.Set<Role>().Include(r => r.Grants).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new RecordMissing("platform.role", id), ct);

    /// <summary>Writes a new role down, or takes an edited one over; whoever holds it has the new rights at once.</summary>
    /// <param name="entered">As it was edited; its version says what the person was looking at.</param>
    /// <param name="key">One wish of one person.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The role's id.</returns>
    public Task<long> SaveAsync(Role entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, key, async db =>
        {
            var role = await FindForEditingAsync(db, entered, ct);
            var before = WordsOf(role);
            (role.Name, role.Description) = (entered.Name.Trim(), entered.Description);
            foreach (var gone in role.Grants.Select(g => g.Permission).Except(entered.Grants.Select(g => g.Permission)).ToList()) role.Forbid(gone);
            foreach (var grant in entered.Grants) role.Allow(grant.Permission, grant.Limit);
            // What a role allows is part of it: the second of two who edit it must be told.
            if (!role.IsNew) db.Entry(role).Property(r => r.Name).IsModified = true;
            await db.FlushAsync(ct);
            await AuditTrail.NoteAsync(db, RecordRef.Of(role), "Permissions", before, WordsOf(role), ct);
            // Not one by one: a role may have thousands of holders, and that the role changed is written down already.
            await db.Set<UserAccount>().Where(u => db.Set<RoleMember>().Any(m => m.RoleId == role.Id && m.UserId == u.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.RightsStamp, u => u.RightsStamp + 1).SetProperty(u => u.Version, u => u.Version + 1), ct);
            return role.Id;
        }, ct);

    /// <summary>Deletes a role that was made here and that nobody holds any more.</summary>
    public Task DeleteAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db =>
        {
            var role = await db.FindAsync<Role>(id, ct);
            Rule.Require(role.Template is null, "The role {0} comes with the portal and stays. Take its permissions away, or take it from people.", role.Name);
            var members = await db.Set<RoleMember>().OnOrAfter(db.Today).Where(m => m.RoleId == id).Select(m => m.UserId).Distinct().CountAsync(ct);
            Rule.Require(members == 0, "{0} people hold the role {1}. Take it from them first.", members, role.Name);
            db.Remove(role);
        }, ct);

    /// <summary>Writes down the built-in roles that are missing; what administrators made of the others is left alone.</summary>
    public Task PlantAsync(CancellationToken ct = default) => office.ChangeAsync(PlatformPermissions.Rights, db => PlantAsync(db, ct), ct);

    internal static async Task PlantAsync(BackOfficeDb db, CancellationToken ct)
    {
        await db.LockAsync("roles", exclusive: true, ct);
        var roles = await db.Set<Role>().Include(r => r.Grants).ToListAsync(ct);
        foreach (var template in RoleTemplate.All.Where(t => roles.All(r => r.Template != t.Name)))
        {
            if (roles.Find(r => string.Equals(r.Name, template.Name, StringComparison.OrdinalIgnoreCase)) is { } namesake) namesake.Template = template.Name;
            else db.Add(template.ToRole());
        }
        var administrators = roles.Find(r => r.IsAdministrator);
        foreach (var permission in Permission.All.Where(p => administrators is not null && administrators.Grants.All(g => g.Permission != p.Name))) administrators!.Allow(permission.Name);
        await db.FlushAsync(ct);
    }

    private static string WordsOf(Role role) => string.Join(", ", role.Grants.OrderBy(g => g.Permission, StringComparer.Ordinal)
        .Select(g => g.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{g.Permission} up to {limit:0.##}") : g.Permission));

    private static async Task<Role> FindForEditingAsync(BackOfficeDb db, Role entered, CancellationToken ct)
    {
        if (entered.IsNew) return db.Add(new Role()).Entity;
        var role = await db.Set<Role>().Include(r => r.Grants).FirstOrDefaultAsync(r => r.Id == entered.Id, ct) ?? throw new RecordMissing("platform.role", entered.Id);
        if (role.Version != entered.Version) throw await db.StaleAsync(entered, role, ct);
        Rule.Require(!role.IsAdministrator, "The role {0} allows everything at all times and is not edited.", role.Name);
        var mine = await db.Set<RoleMember>().OnOrAfter(db.Today).AnyAsync(m => m.RoleId == role.Id && m.UserId == db.Actor.UserId, ct);
        Rule.Require(!mine || await Administrators.IsOneAsync(db, ct), "You hold this role yourself. Somebody else has to change it.");
        return role;
    }
}

/// <summary>A role in the list.</summary>
public sealed class RoleRow
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its holders do.</summary>
    public string? Description { get; init; }

    /// <summary>How many permissions it allows.</summary>
    public int Permissions { get; init; }

    /// <summary>How many people hold it.</summary>
    public int Members { get; init; }

    /// <summary>Whether it came with the portal.</summary>
    public bool BuiltIn { get; init; }
}
