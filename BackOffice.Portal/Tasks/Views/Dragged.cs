namespace BackOffice.Portal.Tasks.Views;

/// <summary>The task that the reader holds with his mouse.</summary>
internal sealed class Dragged
{
    private long? _id;

    /// <summary>He took it up.</summary>
    public void Take(long id) => _id = id;

    /// <summary>He let it go.</summary>
    public long? Drop()
    {
        var id = _id;
        _id = null;
        return id;
    }
}
