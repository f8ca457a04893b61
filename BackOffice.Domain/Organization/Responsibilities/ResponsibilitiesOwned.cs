namespace BackOffice.Domain.Organization.Responsibilities;

/// <summary>Parts in activities that somebody has in his own name: whoever leaves hands them on. Those of a position stay with the position.</summary>
public sealed class ResponsibilitiesOwned : IOwnedWork
{
    /// <inheritdoc/>
    public string Words => "Responsibilities";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct) =>
        [.. (await (from part in Of(db, leaving)
                    join activity in db.Set<Activity>() on part.ActivityId equals activity.Id
                    orderby activity.Name
                    select new { activity.Id, activity.Name }).Take(take).ToListAsync(ct)).Select(a => new OwnedRecord(RecordRef.Of<Activity>(a.Id), a.Name))];

    /// <inheritdoc/>
    public async Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct)
    {
        var parts = await Of(db, leaving).ToListAsync(ct);
        var taken = (await db.Set<Responsibility>().Where(r => r.PersonId == toPersonId).ToListAsync(ct)).ToDictionary(r => r.ActivityId);
        foreach (var part in parts)
        {
            // Who has a part in it already keeps one: the one that asks more of him.
            if (taken.GetValueOrDefault(part.ActivityId) is not { } own) part.PersonId = toPersonId;
            else
            {
                if (part.Part == Part.Accountable || (part.Part == Part.Responsible && own.Part != Part.Accountable)) own.Part = part.Part;
                db.Remove(part);
            }
        }
        return parts.Count;
    }

    private static IQueryable<Responsibility> Of(BackOfficeDb db, Leaving leaving) =>
        db.Set<Responsibility>().Where(r => leaving.Leaves && r.PersonId != null && r.PersonId == leaving.PersonId);
}
