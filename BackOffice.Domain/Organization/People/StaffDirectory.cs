namespace BackOffice.Domain.Organization.People;

/// <summary>The directory of everybody who works here: looking up, entering, changing.</summary>
public sealed class StaffDirectory(Office office)
{
    /// <summary>The list of people as of today.</summary>
    [List("organization.people")]
    public Task<Page<PersonRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => PersonRow.From(db, db.Matching<Person>(query), db.Today).ToPageAsync(query with { Search = null }, ct), ct);

    /// <summary>A handful of people who work here, to choose from while typing.</summary>
    public Task<List<PersonChoice>> ChooseAsync(string text, int take = 12, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
        {
            var today = db.Today;
            var people = db.Matching<Person>(text).Where(p => p.LeftOn == null || p.LeftOn > today);
            return PersonRow.From(db, people, today).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(take).Select(p => new PersonChoice(p.Id, p.Name, p.Position)).ToListAsync(ct);
        }, ct);

    /// <summary>One person.</summary>
    public Task<Person> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Person>(id, ct), ct);

    /// <summary>He as he stands today: position, department, manager.</summary>
    public Task<PersonRow> StandingAsync(long id, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
            await PersonRow.From(db, db.Set<Person>().Where(p => p.Id == id), db.Today).FirstOrDefaultAsync(ct) ?? throw new RecordMissing("organization.person", id), ct);

    /// <summary>Enters a person or saves what was changed on the form.</summary>
    public Task<long> SaveAsync(Person entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var person = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return person.Id;
        }, ct);
}
