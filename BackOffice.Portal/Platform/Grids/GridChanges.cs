using BackOffice.Domain.Platform.Live;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Counts the records of a list that were changed since it was read, and tells so calmly: at most twice a second.</summary>
public sealed class GridChanges : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private readonly HashSet<RecordRef> _changed = [];
    private readonly HashSet<string> _kinds;
    private readonly IDisposable _ear;
    private readonly ITimer _timer;

    /// <summary>Listens for changes of those kinds.</summary>
    public GridChanges(LiveFeed feed, IReadOnlyList<Type> follows, TimeProvider clock, Action tell)
    {
        _kinds = [.. follows.Select(type => RecordKinds.Of(type).Kind)];
        _timer = clock.CreateTimer(_ => tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ear = _kinds.Count == 0 ? _timer : feed.Listen(changes => Hear(changes, clock));
    }

    /// <summary>How many records.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _changed.Count;
        }
    }

    /// <summary>When the first of them was heard of, in UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The list was read again.</summary>
    public void Clear()
    {
        lock (_gate) _changed.Clear();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ear.Dispose();
        _timer.Dispose();
    }

    private void Hear(IReadOnlyList<RecordChange> changes, TimeProvider clock)
    {
        lock (_gate)
        {
            var before = _changed.Count;
            _changed.UnionWith(changes.Select(c => c.Record).Where(r => _kinds.Contains(r.Kind)));
            if (_changed.Count == before) return;
            if (before == 0) Since = clock.GetUtcNow().UtcDateTime;
            _timer.Change(Calm, Timeout.InfiniteTimeSpan);
        }
    }
}
