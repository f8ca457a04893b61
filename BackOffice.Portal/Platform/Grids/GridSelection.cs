namespace BackOffice.Portal.Platform.Grids;

/// <summary>The rows that a person has picked, across pages.</summary>
public sealed class GridSelection
{
    private readonly HashSet<long> _ids = [];
    private int _anchor = -1;

    /// <summary>The ids of the picked rows.</summary>
    public IReadOnlyCollection<long> Ids => _ids;

    /// <summary>How many are picked.</summary>
    public int Count => _ids.Count;

    /// <summary>Raised by one whenever the selection changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the row is picked.</summary>
    public bool Contains(long id) => _ids.Contains(id);

    /// <summary>Whether the rows of a page are picked, as a checkbox says it: true, false or mixed.</summary>
    public string Covers(IReadOnlyList<long> page) => page.Count(Contains) is var count && count == 0 ? "false" : count == page.Count ? "true" : "mixed";

    /// <summary>Picks or drops a row; with <paramref name="reach"/> everything from the row that was touched before follows it.</summary>
    public void Turn(IReadOnlyList<long> page, int index, bool reach)
    {
        var pick = !_ids.Contains(page[index]);
        var from = reach && _anchor >= 0 && _anchor < page.Count ? _anchor : index;
        for (var i = Math.Min(from, index); i <= Math.Max(from, index); i++) Put(page[i], pick);
        _anchor = index;
        Version++;
    }

    /// <summary>Picks the whole page, or drops it when it is picked already.</summary>
    public void TurnAll(IReadOnlyList<long> page)
    {
        var pick = !page.All(_ids.Contains);
        foreach (var id in page) Put(id, pick);
        Version++;
    }

    /// <summary>Drops all.</summary>
    public void Clear()
    {
        _ids.Clear();
        _anchor = -1;
        Version++;
    }

    private void Put(long id, bool pick)
    {
        if (pick) _ids.Add(id);
        else _ids.Remove(id);
    }
}
