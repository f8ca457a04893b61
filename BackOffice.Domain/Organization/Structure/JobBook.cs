using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Structure;

/// <summary>A job in the list of jobs.</summary>
[Searched]
public sealed record JobRow
{
    public long Id { get; init; }
    public string Title { get; init; } = "";
    public bool Retired { get; init; }

    /// <summary>Seats of it that exist today.</summary>
    public int Positions { get; init; }
}

/// <summary>The descriptions of what people do here.</summary>
public sealed class JobBook(Office office)
{
    /// <summary>The list of jobs.</summary>
    [List("organization.jobs")]
    public Task<Page<JobRow>> ListAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
        {
            var placed = db.Set<Placement>().On(db.Today).Select(p => p.PositionId);
            return db.Matching<Job>(query).Select(j => new JobRow
            {
                Id = j.Id, Title = j.Title, Retired = j.Retired, Positions = db.Set<Position>().Count(p => p.JobId == j.Id && placed.Contains(p.Id)),
            }).ToPageAsync(query with { Search = null }, ct);
        }, ct);

    /// <summary>A handful of jobs to choose from while typing.</summary>
    public Task<Dictionary<long, string>> ChooseAsync(string text, int take = 20, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db =>
            db.Matching<Job>(text).Where(j => !j.Retired).OrderBy(j => j.Title).Take(take).ToDictionaryAsync(j => j.Id, j => j.Title, ct), ct);

    /// <summary>One job.</summary>
    public Task<Job> GetAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<Job>(id, ct), ct);

    /// <summary>Enters or changes a job.</summary>
    public Task<long> SaveAsync(Job entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            var job = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return job.Id;
        }, ct);

    /// <summary>Removes a job of which there never was a seat.</summary>
    public Task RemoveAsync(long id, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db =>
        {
            var job = await db.FindAsync<Job>(id, ct);
            Rule.Require(!await db.Set<Position>().AnyAsync(p => p.JobId == id, ct), "There are or were positions of {0}. Mark it as no longer used instead.", job.Title);
            db.Remove(job);
        }, ct);
}
