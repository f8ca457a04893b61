namespace BackOffice.Domain.Platform.Trees;

/// <summary>Keeps the paths of a tree in step when a branch is placed.</summary>
internal static class Tree
{
    /// <summary>Places a branch under the parent it names, and everything below it follows.</summary>
    public static async Task PlaceAsync<T>(BackOfficeDb db, T branch, CancellationToken ct) where T : Branch
    {
        if (branch.IsNew) await db.FlushAsync(ct);
        var oldPath = branch.Path;
        branch.PlaceUnder(branch.ParentId is { } parentId ? await db.FindAsync<T>(parentId, ct) : null);
        if (oldPath.Length == 0 || oldPath == branch.Path) return;
        foreach (var below in await db.Set<T>().Where(b => b.Path.StartsWith(oldPath) && b.Id != branch.Id).ToListAsync(ct)) below.Follow(oldPath, branch.Path);
    }

    /// <summary>Everything in the order of a tree: each branch under its parent, brothers by name.</summary>
    public static IReadOnlyList<T> InOrder<T>(IEnumerable<T> rows, Func<T, long> id, Func<T, long?> parent, Func<T, string> name)
    {
        var children = rows.ToLookup(parent);
        var ordered = new List<T>();
        Walk(null);
        return ordered;

        void Walk(long? under)
        {
            foreach (var row in children[under].OrderBy(name, StringComparer.CurrentCultureIgnoreCase))
            {
                ordered.Add(row);
                Walk(id(row));
            }
        }
    }
}
