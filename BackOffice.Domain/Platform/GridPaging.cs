using System.Runtime.CompilerServices;

namespace BackOffice.Domain.Platform;

/// <summary>Reads the page that a list was asked for, and never counts or skips more rows than it must.</summary>
public static class GridPaging
{
    /// <summary>The most rows a page has.</summary>
    public const int MostRows = 1000;

    /// <summary>The records that quick search finds by the index; all of them when nothing is searched.</summary>
    public static IQueryable<T> Matching<T>(this BackOfficeDb db, GridQuery query) where T : Entity, ISearchable => db.Matching<T>(query.Search);

    /// <summary>The records in which every word of the text occurs; all of them when there is no text.</summary>
    public static IQueryable<T> Matching<T>(this BackOfficeDb db, string? text) where T : Entity, ISearchable
    {
        if (string.IsNullOrWhiteSpace(text)) return db.Set<T>();
        var found = db.SearchIds(RecordKinds.Of(typeof(T)).Kind, text);
        return db.Set<T>().Where(record => found.Contains(record.Id));
    }

    /// <summary>The page of <paramref name="rows"/> that <paramref name="query"/> asks for; rows are projected with object initialisers.</summary>
    /// <exception cref="RuleBroken">A column or a filter's value does not fit the list.</exception>
    public static async Task<Page<TRow>> ToPageAsync<TRow>(this IQueryable<TRow> rows, GridQuery query, CancellationToken ct = default)
        where TRow : class
    {
        var skip = Math.Max(0, query.Skip);
        var take = Math.Clamp(query.Take, 1, MostRows);
        var wanted = rows.Searched(query.Search).Filtered(query.Filters);
        if (query.After is TRow last) wanted = wanted.After(query.Sorts, last);
        if (skip == 0) return await FirstPageAsync(wanted, query, take, ct);

        var total = query.KnownTotal ?? await CountAsync(wanted, query.IsNarrowed, ct);
        var found = await ReadAsync(wanted, query, skip, take, total, ct);
        if (found.Count < Math.Min(take, total - skip))
        {
            // Rows have gone since the asker counted.
            total = await CountAsync(wanted, query.IsNarrowed, ct);
            found = await ReadAsync(wanted, query, skip, take, total, ct);
        }

        return PageOf(found, total, query);
    }

    /// <summary>Walks through a whole list in its order, in chunks that each pass the door on their own.</summary>
    public static async IAsyncEnumerable<TRow> StreamAsync<TRow>(
        Func<GridQuery, CancellationToken, Task<Page<TRow>>> list, GridQuery query, [EnumeratorCancellation] CancellationToken ct = default)
        where TRow : class
    {
        var chunk = query with { Skip = 0, Take = MostRows, KnownTotal = int.MaxValue, After = null };
        while (true)
        {
            var page = await list(chunk, ct);
            foreach (var row in page.Rows) yield return row;
            if (page.Rows.Count < MostRows) yield break;
            chunk = chunk with { After = page.Rows[^1] };
        }
    }

    private static async Task<Page<TRow>> FirstPageAsync<TRow>(IQueryable<TRow> wanted, GridQuery query, int take, CancellationToken ct)
    {
        // One row more than asked for tells whether there is anything left to count.
        var found = await wanted.Sorted(query.Sorts, backwards: false).Take(take + 1).ToListAsync(ct);
        if (found.Count <= take) return PageOf(found, found.Count, query);
        found.RemoveAt(take);
        return PageOf(found, query.KnownTotal ?? await CountAsync(wanted, query.IsNarrowed, ct), query);
    }

    private static async Task<List<TRow>> ReadAsync<TRow>(IQueryable<TRow> wanted, GridQuery query, int skip, int take, int total, CancellationToken ct)
    {
        // A database walks over every row that it skips, so the second half of a list is read from its end.
        var fromEnd = total - skip - take;
        if (fromEnd >= skip || IsCapped(total, query)) return await wanted.Sorted(query.Sorts, backwards: false).Skip(skip).Take(take).ToListAsync(ct);
        if (total <= skip) return [];

        var found = await wanted.Sorted(query.Sorts, backwards: true).Skip(Math.Max(0, fromEnd)).Take(Math.Min(take, total - skip)).ToListAsync(ct);
        found.Reverse();
        return found;
    }

    private static Task<int> CountAsync<TRow>(IQueryable<TRow> wanted, bool narrowed, CancellationToken ct) =>
        narrowed ? wanted.Select(r => 1).Take(Page<TRow>.CountLimit + 1).CountAsync(ct) : wanted.CountAsync(ct);

    private static Page<TRow> PageOf<TRow>(List<TRow> found, int total, GridQuery query) => new(found, total, IsCapped(total, query));

    private static bool IsCapped(int total, GridQuery query) => query.IsNarrowed && total > Page<object>.CountLimit;
}
