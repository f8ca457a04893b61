using System.Text;

namespace BackOffice.Domain.Platform.Search;

/// <summary>Reads a list of records, however many, that quick search finds by the index.</summary>
public static class FoundRecords
{
    // So many hits are quickly fetched one by one and put in order. Of more than these a page soon comes together on a walk along the list's own order.
    private const int Few = 1000;
    private const int Walk = 2000;

    /// <summary>The page that <paramref name="query"/> asks for, of rows made of records; a row's Id is its record's.</summary>
    /// <param name="records">Every record that the actor may see.</param>
    /// <param name="db">The database they are in.</param>
    /// <param name="query">The question.</param>
    /// <param name="rowsOf">Makes one row of each record, in a way that suits the order that is asked for.</param>
    /// <param name="ct">Calls it off.</param>
    public static async Task<Page<TRow>> ToPageAsync<T, TRow>(this IQueryable<T> records, BackOfficeDb db, GridQuery query, Func<IQueryable<T>, GridQuery, IQueryable<TRow>> rowsOf, CancellationToken ct)
        where T : Entity, ISearchable
        where TRow : class
    {
        var search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search;
        var hits = search is null ? null : await Hits.OfAsync(db, RecordKinds.Of(typeof(T)), search, ct);
        var found = hits?.Among(records) ?? records;
        var id = GridColumns.Of(typeof(TRow)).IdOf<TRow>();
        return await new PageReading<TRow>(query, ReadAsync, CountAsync).ReadAsync();

        IQueryable<TRow> Sorted(IQueryable<T> some, bool backwards) => rowsOf(some, query).Filtered(query.Filters).After(query).Sorted(query.Sorts, backwards);

        async Task<List<TRow>> ReadAsync(Stretch stretch)
        {
            if (hits is null) return await Sorted(records, stretch.Backwards).Part(stretch).ToListAsync(ct);
            // Only the few rows that are shown are read as a whole.
            var ids = await IdsAsync(hits, stretch);
            return await rowsOf(records.Where(record => EF.Parameter(ids).Contains(record.Id)), query).Sorted(query.Sorts, stretch.Backwards).ToListAsync(ct);
        }

        async Task<List<long>> IdsAsync(Hits those, Stretch stretch)
        {
            // An order by one column can be walked along its index.
            if (those.MayBeMetOnAWalk && query is { After: null, Sorts.Count: <= 1 } && stretch.Skip + stretch.Take < Walk)
            {
                var way = rowsOf(records, query).Sorted(query.Sorts, stretch.Backwards).Take(Walk).Filtered(query.Filters).Select(id);
                var met = await those.Among(way).Part(stretch).ToListAsync(ct);
                if (met.Count == stretch.Take) return met;
            }
            return await Sorted(found, stretch.Backwards).Select(id).Part(stretch).ToListAsync(ct);
        }

        // Without filters every record is one row, so rows need not be made for counting.
        Task<int> CountAsync() => query.Filters.Count == 0 ? found.CountedAsync(query.IsNarrowed, ct)
            : rowsOf(found, query with { Sorts = [] }).Filtered(query.Filters).CountedAsync(query.IsNarrowed, ct);
    }

    /// <summary>What the index says of a text.</summary>
    private sealed class Hits(BackOfficeDb db, RecordAttribute kind, string text, List<long>? few)
    {
        // The index knows the small letters of every script; the comparison of single texts on SQLite only those of ASCII.
        public bool MayBeMetOnAWalk => few is null && Ascii.IsValid(text);

        public static async Task<Hits> OfAsync(BackOfficeDb db, RecordAttribute kind, string text, CancellationToken ct)
        {
            var first = await db.SearchIds(kind.Kind, text, Few + 1).ToListAsync(ct);
            return new Hits(db, kind, text, first.Count > Few ? null : first);
        }

        public IQueryable<T> Among<T>(IQueryable<T> records) where T : Entity
        {
            if (few is not null) return records.Where(record => EF.Parameter(few).Contains(record.Id));
            var ids = db.SearchIds(kind.Kind, text);
            return records.Where(record => ids.Contains(record.Id));
        }

        public IQueryable<long> Among(IQueryable<long> ids)
        {
            var (first, entries) = (SearchEntry.FirstId(kind.Number), db.Resembling(kind.Number, text));
            return ids.Where(id => entries.Any(entry => entry.Id == first + id));
        }
    }
}
