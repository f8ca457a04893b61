namespace BackOffice.Portal.Platform.Grids;

/// <summary>The rows that a person has picked, across pages.</summary>
public sealed class GridSelection
{
    private readonly HashSet<long> ids = [];
    private int anchor = -1;

    /// <summary>The ids of the picked rows.</summary>
    public IReadOnlyCollection<long> Ids => ids;

    /// <summary>How many are picked.</summary>
    public int Count => ids.Count;

    /// <summary>Raised by one whenever the selection changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the row is picked.</summary>
    public bool Contains(long id) => ids.Contains(id);

    /// <summary>Picks or drops a row; with <paramref name="reach"/> everything from the row that was touched before follows it.</summary>
    public void Turn(IReadOnlyList<long> page, int index, bool reach)
    {
        var pick = !ids.Contains(page[index]);
        var from = reach && anchor >= 0 && anchor < page.Count ? anchor : index;
        for (var i = Math.Min(from, index); i <= Math.Max(from, index); i++) Put(page[i], pick);
        anchor = index;
        Version++;
    }

    /// <summary>Picks the whole page, or drops it when it is picked already.</summary>
    public void TurnAll(IReadOnlyList<long> page)
    {
        var pick = !page.All(ids.Contains);
        foreach (var id in page) Put(id, pick);
        Version++;
    }

    /// <summary>Drops all.</summary>
    public void Clear()
    {
        ids.Clear();
        anchor = -1;
        Version++;
    }

    private void Put(long id, bool pick)
    {
        if (pick) ids.Add(id);
        else ids.Remove(id);
    }
}
