namespace BackOffice.Domain.Tasks.Dependencies;

/// <summary>Records of a kind for which tasks may wait, and which of them have come to what is waited for; found by scanning. A room offers its records by one class.</summary>
public interface IAwaited
{
    /// <summary>The kind of record, as <c>inventory.purchase-order</c>.</summary>
    string Kind { get; }

    /// <summary>The ids of those for which nobody has to wait any more.</summary>
    IQueryable<long> Arrived(BackOfficeDb db);
}

/// <summary>All kinds for which a task may wait.</summary>
public static class AwaitedKinds
{
    /// <summary>Found by scanning the domain.</summary>
    public static IReadOnlyDictionary<string, IAwaited> All { get; } = typeof(IAwaited).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAwaited)))
        .Select(t => (IAwaited)Activator.CreateInstance(t)!).ToDictionary(a => a.Kind, StringComparer.Ordinal);
}
