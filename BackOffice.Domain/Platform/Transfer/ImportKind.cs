using System.Reflection;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>Names a kind of import; found by scanning.</summary>
/// <param name="kind">Stable name, "domain.records", as the command line takes it.</param>
/// <param name="title">What is imported, in words.</param>
/// <param name="permission">What one must be allowed to do.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ImportAttribute(string kind, string title, string permission) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Kind { get; } = kind;

    /// <summary>What is imported.</summary>
    public string Title { get; } = title;

    /// <summary>What one must be allowed to do.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Knows how rows of a file become records of one kind: its columns, and what to do with a chunk of rows.</summary>
/// <remarks>
/// The dry run and the import itself call the same <see cref="JudgeAsync"/>; the dry run only keeps nothing of it.
/// So the two cannot differ. A kind keeps no state: every chunk is a transaction of its own and may run twice.
/// </remarks>
public abstract class ImportKind
{
    /// <summary>The columns it understands.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Looks up what the rows refer to (one query for each table, not for each row), then judges every row with <see cref="ImportChunk.Each"/>.</summary>
    public abstract Task JudgeAsync(ImportChunk chunk, CancellationToken ct);

    /// <summary>What must happen besides saving the records, such as posting to a ledger; not called in a dry run.</summary>
    public virtual Task PostAsync(ImportChunk chunk, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Takes back what <see cref="PostAsync"/> did, before the records themselves are taken back.</summary>
    public virtual Task UnpostAsync(BackOfficeDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What must happen once all records of an import have been taken back.</summary>
    public virtual Task TakenBackAsync(BackOfficeDb db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>All kinds by name.</summary>
    public static IReadOnlyList<ImportAttribute> All { get; } =
        [.. Scan().Select(t => t.GetCustomAttribute<ImportAttribute>()!).OrderBy(a => a.Kind, StringComparer.Ordinal)];

    /// <summary>The kind of that name, ready for one run.</summary>
    /// <exception cref="RuleBroken">There is none.</exception>
    public static (ImportAttribute About, ImportKind Kind) Find(string name)
    {
        var type = Scan().FirstOrDefault(t => t.GetCustomAttribute<ImportAttribute>()!.Kind == name)
            ?? throw new RuleBroken(new Fault(null, "There is no import called {0}. Choose one of: {1}.", name, string.Join(", ", All.Select(a => a.Kind))));
        var kind = (ImportKind)Activator.CreateInstance(type)!;
        for (var i = 0; i < kind.Columns.Count; i++) kind.Columns[i].Ordinal = i;
        return (type.GetCustomAttribute<ImportAttribute>()!, kind);
    }

    // Tests bring a kind of their own; it is found like any other.
    private static IEnumerable<Type> Scan() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name?.StartsWith("BackOffice.", StringComparison.Ordinal) == true)
        .SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(ImportKind)) && !t.IsAbstract && t.IsDefined(typeof(ImportAttribute)));
}
