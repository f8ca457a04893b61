namespace BackOffice.Domain.Platform.Transfer;

/// <summary>What becomes of a row.</summary>
public enum ImportVerdict
{
    /// <summary>It creates a record.</summary>
    New,

    /// <summary>It changes a record.</summary>
    Changed,

    /// <summary>The record stands as the row says.</summary>
    Unchanged,

    /// <summary>It cannot be used.</summary>
    Rejected,
}

/// <summary>One row of a file with its cells read: what it says, and what becomes of it.</summary>
public sealed class ImportLine
{
    private readonly object?[] _values;
    private readonly List<Action> _onAccept = [];

    internal ImportLine(int number, object?[] values, Fault? fault)
    {
        (Number, _values, Fault) = (number, values, fault);
        if (fault is not null) Verdict = ImportVerdict.Rejected;
    }

    /// <summary>The row's number in the file.</summary>
    public int Number { get; }

    /// <summary>What becomes of it.</summary>
    public ImportVerdict Verdict { get; internal set; } = ImportVerdict.Unchanged;

    /// <summary>Why it was rejected: the column and the sentence.</summary>
    public Fault? Fault { get; internal set; }

    /// <summary>Anything the kind wants to hand from judging to posting.</summary>
    public object? Remark { get; set; }

    internal List<Entity> Added { get; } = [];

    internal List<Func<Entity>> Later { get; } = [];

    internal List<Entity> Touched { get; } = [];

    internal List<(Entity Record, string Changes)> Edits { get; } = [];

    internal List<(RecordRef Record, Entity? Entity)> Postings { get; } = [];

    internal string? Declared { get; private set; }

    /// <summary>True when the row has something in that column; an empty cell leaves a record's value as it is.</summary>
    public bool Has(ImportColumn column) => _values[column.Ordinal] is not null;

    /// <summary>What the row says in a column.</summary>
    /// <exception cref="RuleBroken">The cell is empty.</exception>
    public T Get<T>(ImportColumn<T> column) where T : notnull =>
        _values[column.Ordinal] is T value ? value : throw new RuleBroken(new Fault(column.Name, "This cell is empty. Enter a value."));

    /// <summary>What the row says in a column, or something else when the cell is empty.</summary>
    public T Get<T>(ImportColumn<T> column, T otherwise) where T : notnull => _values[column.Ordinal] is T value ? value : otherwise;

    /// <summary>Hands over what the row says in a column, unless the cell is empty.</summary>
    public void Set<T>(ImportColumn<T> column, Action<T> take) where T : notnull
    {
        if (_values[column.Ordinal] is T value) take(value);
    }

    /// <summary>The record that a column names; a row without it in the office is rejected.</summary>
    /// <exception cref="RuleBroken">There is no such record.</exception>
    public T Require<T>(ImportLookup<T> known, ImportColumn<string> column, string sentence) where T : Entity
    {
        var key = Get(column);
        return known.TryGet(key, out var found) ? found : throw new RuleBroken(new Fault(column.Name, sentence, Cell.Shorten(key)));
    }

    /// <summary>The record that the row is about: the one in the office, or a new one.</summary>
    public T Record<T>(ImportLookup<T> known, string key, Func<T> create) where T : Entity
    {
        if (known.TryGet(key, out var found))
        {
            if (!found.IsNew) Touched.Add(found);
            return found;
        }
        var created = create();
        Added.Add(created);
        _onAccept.Add(() => known.Add(key, created));
        return created;
    }

    /// <summary>Another new record that the row brings along.</summary>
    public void Add(Entity created) => Added.Add(created);

    /// <summary>A new record that needs the id of one added before; made when that id is known, and may then add further ones. In a dry run it is made once without.</summary>
    public void AddLater(Func<Entity> create) => Later.Add(create);

    /// <summary>A record in the office that the row may change besides its own.</summary>
    public void Touch(Entity existing) => Touched.Add(existing);

    /// <summary>Says what the row does when that shows in no record of its own, as a posting; what changes as JSON, field to [old, new].</summary>
    public void Declare(ImportVerdict verdict, string? changes = null) => (Verdict, Declared) = (verdict, changes);

    /// <summary>Tells what was posted for the row, so that undoing the import finds it.</summary>
    public void Posted(RecordRef posting) => Postings.Add((posting, null));

    /// <summary>Tells what was posted for the row, with its version, so that undoing sees whether somebody touched it.</summary>
    public void Posted(Entity posting) => Postings.Add((RecordRef.Of(posting), posting));

    internal List<Entity> MakeLater()
    {
        var makers = Later.ToList();
        Later.Clear();
        var made = makers.ConvertAll(make => make());
        Added.AddRange(made);
        return made;
    }

    internal void Accept() => _onAccept.ForEach(a => a());
}
