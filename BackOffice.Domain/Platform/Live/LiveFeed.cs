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
/// <param name="Record">Which record; id 0 stands for any records of the kind, so that whoever shows some looks again.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="By">Who did it.</param>
public sealed record RecordChange(RecordRef Record, ChangeKind Kind, string By)
{
    /// <summary>Some records of a kind may have changed; which ones is not known.</summary>
    public static RecordChange Somewhere(string kind) => new(new RecordRef(kind, 0), ChangeKind.Changed, "");

    /// <summary>Whether it may have touched that record.</summary>
    public bool Touches(RecordRef record) => Record == record || (Record.Id == 0 && Record.Kind == record.Kind);
}

/// <summary>Tells whoever listens what was committed, after it was committed. Listeners must be quick and never throw.</summary>
/// <remarks>What other instances committed is relayed into it by whoever is connected to them; listeners see no difference.</remarks>
public sealed class LiveFeed
{
    private static readonly RecordChange[] Everything =
        [.. typeof(Entity).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entity)) && !t.IsAbstract).Select(t => RecordChange.Somewhere(RecordKinds.Of(t).Kind))];

    private readonly Lock _gate = new();
    private Ear[] _ears = [];

    /// <summary>Listens until the answer is disposed.</summary>
    public IDisposable Listen(Action<IReadOnlyList<RecordChange>> listener) => Add(new Ear(this, listener, OwnOnly: false));

    /// <summary>Listens only to what is committed in this process, to carry it to others.</summary>
    public IDisposable Carry(Action<IReadOnlyList<RecordChange>> carrier) => Add(new Ear(this, carrier, OwnOnly: true));

    /// <summary>Announces what was committed here to every listener, in order.</summary>
    public void Publish(IReadOnlyList<RecordChange> changes)
    {
        if (changes.Count == 0) return;
        foreach (var ear in _ears) ear.Hear(changes);
    }

    /// <summary>Announces what was committed in another process; it is not carried on.</summary>
    public void Relay(IReadOnlyList<RecordChange> changes)
    {
        if (changes.Count == 0) return;
        foreach (var ear in _ears.Where(e => !e.OwnOnly)) ear.Hear(changes);
    }

    /// <summary>Something may have been missed: whoever listens looks again.</summary>
    public void LookAgain() => Relay(Everything);

    private Ear Add(Ear ear)
    {
        lock (_gate) _ears = [.. _ears, ear];
        return ear;
    }

    private sealed record Ear(LiveFeed Feed, Action<IReadOnlyList<RecordChange>> Hear, bool OwnOnly) : IDisposable
    {
        public void Dispose()
        {
            lock (Feed._gate) Feed._ears = [.. Feed._ears.Where(e => !ReferenceEquals(e, this))];
        }
    }
}
