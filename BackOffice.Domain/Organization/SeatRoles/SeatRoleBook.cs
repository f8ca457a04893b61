using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.SeatRoles;

/// <summary>A role on a position, and who holds it because of that today.</summary>
public sealed record SeatRoleRow(long Id, long PositionId, string Position, long RoleId, string Role, long? HolderId, string? Holder, bool SignsIn);

/// <summary>Which positions carry which roles.</summary>
/// <remarks>It takes the right to manage roles, and not the one to keep the organization: whoever carries a role holds its permissions.</remarks>
public sealed class SeatRoleBook(Office office)
{
    /// <summary>All positions that carry roles, by title; of one position when it is named.</summary>
    public Task<List<SeatRoleRow>> AllAsync(long? positionId = null, CancellationToken ct = default) =>
        office.ReadAsync(PlatformPermissions.Rights, db =>
        {
            var holdings = db.Set<Holding>().On(db.Today);
            return (from carried in db.Set<PositionRole>()
                    join position in db.Set<Position>() on carried.PositionId equals position.Id
                    join role in db.Set<Role>() on carried.RoleId equals role.Id
                    join holding in holdings on carried.PositionId equals holding.PositionId into held
                    from holding in held.DefaultIfEmpty()
                    join person in db.Set<Person>() on holding.PersonId equals person.Id into people
                    from person in people.DefaultIfEmpty()
                    where positionId == null || carried.PositionId == positionId
                    orderby position.Title, position.Id, role.Name
                    select new SeatRoleRow(carried.Id, position.Id, position.Title, role.Id, role.Name, (long?)person.Id, person.Name, person.AccountId != null)).ToListAsync(ct);
        }, ct);

    /// <summary>Lets a position carry a role; its holder has it at once.</summary>
    public Task GiveAsync(PositionRole entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, key, async db =>
        {
            Validation.Require(entered);
            var (position, role) = (await db.FindAsync<Position>(entered.PositionId, ct), await db.FindAsync<Role>(entered.RoleId, ct));
            Rule.RequireField(nameof(PositionRole.RoleId), !role.IsAdministrator, "No position makes somebody administrator. Give this role to people.");
            Rule.RequireField(nameof(PositionRole.RoleId), !await db.Set<PositionRole>().AnyAsync(r => r.PositionId == position.Id && r.RoleId == role.Id, ct), "{0} carries the role {1} already.", position.Title, role.Name);
            db.Add(new PositionRole { PositionId = position.Id, RoleId = role.Id });
        }, ct);

    /// <summary>Takes a role from a position; its holder loses it at once.</summary>
    public Task TakeAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(PlatformPermissions.Rights, async db => db.Remove(await db.FindAsync<PositionRole>(id, ct)), ct);
}
