using System.Runtime.CompilerServices;

namespace BackOffice.Domain.Platform;

/// <summary>Reads the page that a list was asked for.</summary>
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
    public static Task<Page<TRow>> ToPageAsync<TRow>(this IQueryable<TRow> rows, GridQuery query, CancellationToken ct = default) where TRow : class
    {
        var wanted = rows.Searched(query.Search).Filtered(query.Filters).After(query);
        return new PageReading<TRow>(query, stretch => wanted.Sorted(query.Sorts, stretch.Backwards).Part(stretch).ToListAsync(ct), () => wanted.CountedAsync(query.IsNarrowed, ct)).ReadAsync();
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

    internal static IQueryable<TRow> After<TRow>(this IQueryable<TRow> rows, GridQuery query) where TRow : class => query.After is TRow last ? rows.After(query.Sorts, last) : rows;

    internal static IQueryable<T> Part<T>(this IQueryable<T> rows, Stretch stretch) => (stretch.Skip == 0 ? rows : rows.Skip(stretch.Skip)).Take(stretch.Take);

    internal static Task<int> CountedAsync<TRow>(this IQueryable<TRow> wanted, bool narrowed, CancellationToken ct) =>
        narrowed ? wanted.Select(r => 1).Take(Page<TRow>.CountLimit + 1).CountAsync(ct) : wanted.CountAsync(ct);
}

/// <summary>A stretch of a list in its order, or in the opposite one.</summary>
internal readonly record struct Stretch(int Skip, int Take, bool Backwards = false);

/// <summary>How a page is read without ever counting or skipping more rows than it must.</summary>
/// <param name="query">What was asked for.</param>
/// <param name="read">Reads a stretch of the list.</param>
/// <param name="count">Counts the whole of it.</param>
internal sealed class PageReading<TRow>(GridQuery query, Func<Stretch, Task<List<TRow>>> read, Func<Task<int>> count)
{
    private readonly int _skip = Math.Max(0, query.Skip);
    private readonly int _take = Math.Clamp(query.Take, 0, GridPaging.MostRows);

    public async Task<Page<TRow>> ReadAsync()
    {
        if (_take == 0) return PageOf([], query.KnownTotal ?? await count());
        if (_skip == 0) return await ReadFirstAsync();

        var total = query.KnownTotal ?? await count();
        var found = await ReadAsync(total);
        if (found.Count >= Math.Min(_take, total - _skip)) return PageOf(found, total);
        // Rows have gone since the asker counted.
        total = await count();
        return PageOf(await ReadAsync(total), total);
    }

    private async Task<Page<TRow>> ReadFirstAsync()
    {
        // One row more than asked for tells whether there is anything left to count.
        var found = await read(new Stretch(0, _take + 1));
        if (found.Count <= _take) return PageOf(found, found.Count);
        found.RemoveAt(_take);
        if (query is { RowsFirst: true, KnownTotal: null }) return new Page<TRow>(found, _take + 1, IsCounted: false);
        return PageOf(found, query.KnownTotal ?? await count());
    }

    private async Task<List<TRow>> ReadAsync(int total)
    {
        // A database walks over every row that it skips, so the second half of a list is read from its end.
        var fromEnd = total - _skip - _take;
        if (fromEnd >= _skip || IsCapped(total)) return await read(new Stretch(_skip, _take));
        if (total <= _skip) return [];

        var found = await read(new Stretch(Math.Max(0, fromEnd), Math.Min(_take, total - _skip), Backwards: true));
        found.Reverse();
        return found;
    }

    private Page<TRow> PageOf(List<TRow> found, int total) => new(found, total, IsCapped(total));

    private bool IsCapped(int total) => query.IsNarrowed && total > Page<TRow>.CountLimit;
}
