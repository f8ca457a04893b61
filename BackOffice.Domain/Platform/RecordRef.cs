namespace BackOffice.Domain.Platform;

/// <summary>Names any record of the office: links, comments, documents, notices and audit entries attach to it.</summary>
/// <param name="Kind">As declared by <see cref="RecordAttribute"/>, for example <c>inventory.item</c>.</param>
/// <param name="Id">The record's id.</param>
public readonly record struct RecordRef(string Kind, long Id)
{
    /// <summary>The reference of a saved record.</summary>
    public static RecordRef Of(Entity entity) => new(RecordKinds.Of(entity.GetType()).Kind, entity.Id);

    /// <summary>The reference of a record of a known type.</summary>
    public static RecordRef Of<T>(long id) where T : Entity => new(RecordKinds.Of(typeof(T)).Kind, id);

    /// <summary><c>kind/id</c>, as it stands in addresses and files.</summary>
    public override string ToString() => $"{Kind}/{Id}";
}

/// <summary>All kinds of records, found by scanning the domain.</summary>
public static class RecordKinds
{
    private static readonly Dictionary<Type, RecordAttribute> ByType = typeof(Entity).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Entity)) && !t.IsAbstract)
        .Select(t => (Type: t, Record: Attribute.GetCustomAttribute(t, typeof(RecordAttribute)) as RecordAttribute))
        .Where(x => x.Record is not null)
        .ToDictionary(x => x.Type, x => x.Record!);

    private static readonly Dictionary<string, Type> ByKind = ByType.ToDictionary(x => x.Value.Kind, x => x.Key, StringComparer.Ordinal);

    /// <summary>The kind of an entity type; types without the attribute are known by their type name and number 0.</summary>
    public static RecordAttribute Of(Type type) => ByType.TryGetValue(type, out var record) ? record : new RecordAttribute(type.Name, 0, "platform.audit");

    /// <summary>The entity type of a kind.</summary>
    /// <exception cref="RuleBroken">There is no such kind.</exception>
    public static Type TypeOf(string kind) => ByKind.TryGetValue(kind, out var type) ? type : throw new RuleBroken(new Fault(null, "There is no kind of record called {0}.", kind));

    /// <summary>Every kind with its type.</summary>
    public static IReadOnlyDictionary<Type, RecordAttribute> All => ByType;
}
