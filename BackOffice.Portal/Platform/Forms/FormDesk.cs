using System.Reflection;

namespace BackOffice.Portal.Platform.Forms;

/// <summary>One record while a person works on it: what it was, what he changed, what is wrong with it.</summary>
public sealed class FormDesk
{
    private readonly Action _changed;
    private readonly Dictionary<string, Fault> _unreadable = new(StringComparer.Ordinal);
    private readonly List<FormField> _fields = [];
    private readonly List<PropertyInfo> _free;

    /// <summary>Opens a record.</summary>
    /// <param name="record">What the form edits.</param>
    /// <param name="changed">Draws.</param>
    public FormDesk(object record, Action changed)
    {
        (Record, _changed, Attempt) = (record, changed, new Attempt(changed));
        _free = [.. record.GetType().GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && IsScalar(p.PropertyType))];
        Opened = Snapshot(record);
    }

    /// <summary>What the form edits.</summary>
    public object Record { get; }

    /// <summary>The values when the person opened it.</summary>
    public IReadOnlyDictionary<string, object?> Opened { get; private set; }

    /// <summary>Saving, and what went wrong with it.</summary>
    public Attempt Attempt { get; }

    /// <summary>Something was entered that is not saved.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Why nothing can be changed; null when it can.</summary>
    public string? ReadOnlyBecause { get; set; }

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<FormField> Fields => _fields;

    /// <summary>The properties that are free to edit.</summary>
    public IReadOnlyList<PropertyInfo> Free => _free;

    /// <summary>What is wrong with a field, as it reads there.</summary>
    public IEnumerable<Fault> FaultsOf(string name) => _unreadable.TryGetValue(name, out var unreadable) ? [unreadable] : Attempt.Faults.Where(f => f.Field == name);

    /// <summary>What is wrong and belongs to no field of the form.</summary>
    public IEnumerable<Fault> FaultsOfTheWhole => Attempt.Faults.Where(f => _fields.TrueForAll(shown => shown.Name != f.Field));

    /// <summary>What is wrong by the record's own rules and by what could not be read at all.</summary>
    public IReadOnlyList<Fault> Check() => [.. _unreadable.Values, .. Validation.Check(Record).Where(f => f.Field is null || !_unreadable.ContainsKey(f.Field))];

    /// <summary>A field was changed.</summary>
    /// <param name="name">The property.</param>
    /// <param name="unreadable">Why what was typed is no value; null when it is one.</param>
    public void Touch(string name, Fault? unreadable = null)
    {
        IsDirty = true;
        if (unreadable is null) _unreadable.Remove(name);
        else _unreadable[name] = unreadable;
        if (Attempt.Faults.Any(f => f.Field == name)) Attempt.Refuse([.. Attempt.Faults.Where(f => f.Field != name)]);
        _changed();
    }

    /// <summary>Everything entered is saved, or given up.</summary>
    public void Settle()
    {
        IsDirty = false;
        _unreadable.Clear();
        Attempt.Forget();
        Opened = Snapshot(Record);
    }

    /// <summary>The values of a record that are free to edit.</summary>
    public IReadOnlyDictionary<string, object?> Snapshot(object record) => _free.ToDictionary(p => p.Name, p => p.GetValue(record), StringComparer.Ordinal);

    internal void Add(FormField field) => _fields.Add(field);

    internal void Remove(FormField field) => _fields.Remove(field);

    private static bool IsScalar(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } bare
        && (bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(decimal) || bare == typeof(DateOnly) || bare == typeof(DateTime) || bare == typeof(TimeOnly));
}
