using BackOffice.Domain.Platform.Search;

namespace BackOffice.Domain.Tasks;

/// <summary>What people know records by, as quick search keeps it.</summary>
internal static class RecordTitles
{
    /// <summary>The title of one record.</summary>
    public static async Task<string> OfAsync(BackOfficeDb db, RecordRef record, CancellationToken ct) => (await OfAsync(db, [record], ct))[record];

    /// <summary>The titles of many records, in one question.</summary>
    public static async Task<IReadOnlyDictionary<RecordRef, string>> OfAsync(BackOfficeDb db, IReadOnlyCollection<RecordRef> records, CancellationToken ct)
    {
        var keys = records.Distinct().ToDictionary(r => SearchEntry.FirstId(RecordKinds.Of(RecordKinds.TypeOf(r.Kind)).Number) + r.Id, r => r);
        var ids = keys.Keys.ToList();
        var titles = await db.Set<SearchEntry>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Title, ct);
        return keys.ToDictionary(k => k.Value, k => titles.GetValueOrDefault(k.Key) is { Length: > 0 } title ? title : k.Value.ToString());
    }
}
