namespace BackOffice.Domain.Platform.Live;

/// <summary>What happened to a record.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>One committed change.</summary>
/// <param name="Record">Which record.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="By">Who did it.</param>
public sealed record RecordChange(RecordRef Record, ChangeKind Kind, string By);

/// <summary>Tells whoever listens what was committed, after it was committed. Listeners must be quick and never throw.</summary>
public sealed class LiveFeed
{
    private readonly Lock _gate = new();
    private Action<IReadOnlyList<RecordChange>>[] _listeners = [];

    /// <summary>Listens until the answer is disposed.</summary>
    public IDisposable Listen(Action<IReadOnlyList<RecordChange>> listener)
    {
        lock (_gate) _listeners = [.. _listeners, listener];
        return new Ear(this, listener);
    }

    /// <summary>Announces changes to every listener, in order.</summary>
    public void Publish(IReadOnlyList<RecordChange> changes)
    {
        if (changes.Count == 0) return;
        foreach (var listener in _listeners) listener(changes);
    }

    private sealed class Ear(LiveFeed feed, Action<IReadOnlyList<RecordChange>> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._gate) feed._listeners = [.. feed._listeners.Where(l => l != listener)];
        }
    }
}
