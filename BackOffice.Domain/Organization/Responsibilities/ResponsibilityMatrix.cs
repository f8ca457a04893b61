using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.Structure;
using BackOffice.Domain.Platform.Calendars;

namespace BackOffice.Domain.Organization.Responsibilities;

/// <summary>The office's matrix of responsibilities: who does what, who answers for it, who is asked and who is told.</summary>
public sealed class ResponsibilityMatrix(Office office)
{
    /// <summary>The matrix of today.</summary>
    /// <param name="more">Positions and people to show beside those that have a part: keys of columns.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Matrix> ReadAsync(IReadOnlyCollection<string> more, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, async db =>
        {
            var parts = await db.Set<Responsibility>().ToListAsync(ct);
            var seats = parts.Select(p => p.PositionId).Concat(more.Select(k => IdOf(k, 's'))).OfType<long>().Distinct().ToList();
            var people = parts.Select(p => p.PersonId).Concat(more.Select(k => IdOf(k, 'p'))).OfType<long>().Distinct().ToList();
            List<MatrixColumn> columns = [.. await SeatsAsync(db, seats, ct), .. await PeopleAsync(db, people, ct)];
            var away = columns.ToDictionary(c => c.Key, c => c.Away, StringComparer.Ordinal);
            var byActivity = parts.ToLookup(p => p.ActivityId);
            var activities = await db.Set<Activity>().OrderBy(a => a.Area).ThenBy(a => a.Name).ToListAsync(ct);
            return new Matrix(columns,
            [
                .. activities.Select(a => new MatrixRow(a, byActivity[a.Id].ToDictionary(KeyOf, p => p.Part, StringComparer.Ordinal), MatrixRow.GapsOf([.. byActivity[a.Id].Select(p => (p.Part, away[KeyOf(p)]))]))),
            ]);
        }, ct);

    /// <summary>Gives a column a part in an activity, or takes it away.</summary>
    public Task SetAsync(long activityId, MatrixColumn column, Part? part, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db =>
        {
            var activity = await db.FindAsync<Activity>(activityId, ct);
            var (seat, person) = (column.PositionId, column.PositionId is null ? column.PersonId : null);
            var stored = await db.Set<Responsibility>().FirstOrDefaultAsync(r => r.ActivityId == activity.Id && r.PositionId == seat && r.PersonId == person, ct);
            if (part is not { } wanted)
            {
                if (stored is not null) db.Remove(stored);
            }
            else if (stored is not null)
            {
                stored.Part = wanted;
            }
            else
            {
                if (seat is { } seatId) await db.FindAsync<Position>(seatId, ct);
                else await db.FindAsync<Person>(person!.Value, ct);
                db.Add(new Responsibility { ActivityId = activity.Id, PositionId = seat, PersonId = person, Part = wanted });
            }
        }, ct);

    /// <summary>Writes an activity down, or saves what was changed on the form.</summary>
    public Task<long> SaveAsync(Activity entered, RecordRef? about = null, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, key, async db =>
        {
            if (about is { } record) (entered.RecordKind, entered.RecordId) = (RecordKinds.Of(RecordKinds.TypeOf(record.Kind)).Kind, record.Id);
            var activity = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return activity.Id;
        }, ct);

    /// <summary>Takes an activity away, with everybody's part in it.</summary>
    public Task RemoveAsync(long activityId, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Edit, async db =>
        {
            db.RemoveRange(await db.Set<Responsibility>().Where(r => r.ActivityId == activityId).ToListAsync(ct));
            db.Remove(await db.FindAsync<Activity>(activityId, ct));
        }, ct);

    private static async Task<List<MatrixColumn>> SeatsAsync(BackOfficeDb db, List<long> ids, CancellationToken ct)
    {
        var holdings = db.Set<Holding>().On(db.Today);
        var seats = await (from position in db.Set<Position>()
                           where ids.Contains(position.Id)
                           join holding in holdings on position.Id equals holding.PositionId into held
                           from holding in held.DefaultIfEmpty()
                           join person in db.Set<Person>() on holding.PersonId equals person.Id into people
                           from person in people.DefaultIfEmpty()
                           orderby position.Title, position.Id
                           select new { position.Id, position.Title, PersonId = (long?)person.Id, person.Name }).ToListAsync(ct);
        return [.. seats.Select(s => new MatrixColumn(s.Id, s.PersonId, s.Title, s.Name, s.PersonId is null))];
    }

    private static async Task<List<MatrixColumn>> PeopleAsync(BackOfficeDb db, List<long> ids, CancellationToken ct)
    {
        var today = db.Today;
        var people = await db.Set<Person>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.LeftOn }).ToListAsync(ct);
        return [.. people.Select(p => new MatrixColumn(null, p.Id, p.Name, null, p.LeftOn <= today))];
    }

    private static string KeyOf(Responsibility part) => part.PositionId is { } seat ? $"s{seat}" : $"p{part.PersonId}";

    private static long? IdOf(string key, char kind) =>
        key.Length > 1 && key[0] == kind && long.TryParse(key.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
