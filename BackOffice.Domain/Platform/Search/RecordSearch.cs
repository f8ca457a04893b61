using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Search;

/// <summary>One record that was found.</summary>
/// <param name="Record">Which.</param>
/// <param name="Title">Number and name.</param>
public sealed record SearchHit(RecordRef Record, string Title);

/// <summary>Finds records of every kind that the person may read.</summary>
public sealed class RecordSearch(Office office)
{
    /// <summary>At most a handful of hits a kind, exact beginnings first.</summary>
    public Task<IReadOnlyList<SearchHit>> FindAsync(string text, int perKind = 6, CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<SearchHit>>(Permission.SignedIn, async db =>
        {
            var hits = new List<SearchHit>();
            if (string.IsNullOrWhiteSpace(text)) return hits;
            foreach (var (type, record) in RecordKinds.All.OrderBy(k => k.Value.Number))
            {
                if (!type.IsAssignableTo(typeof(ISearchable)) || !await RightsCheck.HoldsAsync(db, record.Permission, ct)) continue;
                var visible = RecordSight.Of(record.Kind)?.Visible(db, db.Actor);
                var ids = await (visible is null ? db.SearchIds(record.Kind, text, perKind) : db.SearchIds(record.Kind, text).Where(id => visible.Contains(id)).OrderBy(id => id).Take(perKind)).ToListAsync(ct);
                var first = SearchEntry.FirstId(record.Number);
                var keys = ids.ConvertAll(id => first + id);
                var found = await db.Set<SearchEntry>().AsNoTracking().Where(s => keys.Contains(s.Id)).ToListAsync(ct);
                hits.AddRange(found.OrderByDescending(s => s.Title.StartsWith(text.Trim(), StringComparison.CurrentCultureIgnoreCase)).ThenBy(s => s.Title, StringComparer.CurrentCulture)
                    .Select(s => new SearchHit(new RecordRef(s.Kind, s.RecordId), s.Title)));
            }
            return hits;
        }, ct);
}

/// <summary>Keeps the search entries in step with the records, inside their transaction.</summary>
internal static class SearchIndex
{
    public static async Task FollowAsync(BackOfficeDb db, IReadOnlyList<(Entity Record, EntityState State)> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        db.AddRange(changed.Where(c => c.State == EntityState.Added).Select(c => SearchEntry.Of(c.Record)));
        var known = changed.Where(c => c.State != EntityState.Added).Select(c => (Entry: SearchEntry.Of(c.Record), c.State)).ToList();
        if (known.Count == 0) return;
        var ids = known.ConvertAll(k => k.Entry.Id);
        var stored = await db.Set<SearchEntry>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        foreach (var (entry, state) in known)
        {
            var found = stored.GetValueOrDefault(entry.Id);
            if (state == EntityState.Deleted) { if (found is not null) db.Remove(found); }
            else if (found is null) db.Add(entry);
            else db.Entry(found).CurrentValues.SetValues(entry);
        }
    }
}
