using BackOffice.Domain.Organization.Structure;

namespace BackOffice.Domain.Organization.People;

/// <summary>A person in a seat from a day to a day.</summary>
public sealed record HoldingRow(long Id, long PersonId, string Person, long PositionId, string Position, bool Besides, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>Who is appointed to which seat, from when until when.</summary>
public sealed class Appointments(Office office)
{
    /// <summary>The seats of a person over time, latest first.</summary>
    public Task<List<HoldingRow>> OfPersonAsync(long personId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => Rows(db, db.Set<Holding>().Where(h => h.PersonId == personId)).ToListAsync(ct), ct);

    /// <summary>The holders of a seat over time, latest first.</summary>
    public Task<List<HoldingRow>> OfPositionAsync(long positionId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => Rows(db, db.Set<Holding>().Where(h => h.PositionId == positionId)).ToListAsync(ct), ct);

    /// <summary>One appointment.</summary>
    public Task<Holding> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Holding>(id, ct), ct);

    /// <summary>Appoints a person to a seat, or corrects an appointment.</summary>
    public Task<long> AppointAsync(Holding entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var holding = await db.TakeOverAsync(entered, ct);
            await Seating.RequireFitsAsync(db, holding, ct);
            await db.FlushAsync(ct);
            return holding.Id;
        }, ct);

    /// <summary>Takes an appointment away that was entered by mistake.</summary>
    public Task RemoveAsync(long holdingId, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db => db.Remove(await db.FindAsync<Holding>(holdingId, ct)), ct);

    private static IQueryable<HoldingRow> Rows(BackOfficeDb db, IQueryable<Holding> holdings) =>
        from holding in holdings
        join person in db.Set<Person>() on holding.PersonId equals person.Id
        join position in db.Set<Position>() on holding.PositionId equals position.Id
        orderby holding.FromOn descending, holding.Id descending
        select new HoldingRow(holding.Id, person.Id, person.Name, position.Id, position.Title, holding.Besides, holding.FromOn, holding.UntilOn);
}
