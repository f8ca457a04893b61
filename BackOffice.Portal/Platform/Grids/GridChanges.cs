using BackOffice.Domain.Platform.Live;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Counts the records of a list that were changed since it was read, and tells so calmly: at most twice a second.</summary>
public sealed class GridChanges : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(500);
    private readonly Lock gate = new();
    private readonly HashSet<RecordRef> changed = [];
    private readonly HashSet<string> kinds;
    private readonly IDisposable ear;
    private readonly ITimer timer;

    /// <summary>Listens for changes of those kinds.</summary>
    public GridChanges(LiveFeed feed, IReadOnlyList<Type> follows, TimeProvider clock, Action tell)
    {
        kinds = [.. follows.Select(type => RecordKinds.Of(type).Kind)];
        timer = clock.CreateTimer(_ => tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ear = kinds.Count == 0 ? timer : feed.Listen(changes => Hear(changes, clock));
    }

    /// <summary>How many records.</summary>
    public int Count
    {
        get
        {
            lock (gate) return changed.Count;
        }
    }

    /// <summary>When the first of them was heard of, in UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The list was read again.</summary>
    public void Clear()
    {
        lock (gate) changed.Clear();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ear.Dispose();
        timer.Dispose();
    }

    private void Hear(IReadOnlyList<RecordChange> changes, TimeProvider clock)
    {
        lock (gate)
        {
            var before = changed.Count;
            changed.UnionWith(changes.Select(c => c.Record).Where(r => kinds.Contains(r.Kind)));
            if (changed.Count == before) return;
            if (before == 0) Since = clock.GetUtcNow().UtcDateTime;
            timer.Change(Calm, Timeout.InfiniteTimeSpan);
        }
    }
}
