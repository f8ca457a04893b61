namespace BackOffice.Domain.Platform;

/// <summary>A record that the office keeps: it has an id given by the database and a version raised at every change.</summary>
/// <remarks>
/// <c>public set</c> on a property means free to edit on a form, <c>private set</c> means only through a method that guards it.
/// The mapping of an entity stands at the foot of its file as an <see cref="IEntityTypeConfiguration{TEntity}"/>.
/// </remarks>
public abstract class Entity
{
    /// <summary>Given by the database; 0 until the record is saved.</summary>
    public long Id { get; internal set; }

    /// <summary>1 after the first save, raised by one at every change; the concurrency token on every database.</summary>
    [ConcurrencyCheck]
    public int Version { get; internal set; }

    /// <summary>True until the record has been saved for the first time.</summary>
    public bool IsNew => Id == 0;
}

/// <summary>Names a kind of record in the office's own words, so that links, audit, search and imports can point at it.</summary>
/// <param name="kind">Stable name, "domain.record", as <c>inventory.item</c>.</param>
/// <param name="number">Stable number of the kind, unique in the whole house; orders the search index.</param>
/// <param name="permission">What a person needs to read such a record, its history and its search hits.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RecordAttribute(string kind, int number, string permission) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Kind { get; } = kind;

    /// <summary>The stable number, 1 to 32,000.</summary>
    public int Number { get; } = number;

    /// <summary>The permission to read it.</summary>
    public string Permission { get; } = permission;
}

/// <summary>A record that quick search and the command palette find.</summary>
public interface ISearchable
{
    /// <summary>What the person reads in a list of hits: number and name.</summary>
    string SearchTitle { get; }

    /// <summary>Everything else that finds the record: codes, barcodes, places. May be empty.</summary>
    string SearchText { get; }
}

/// <summary>Rows, or a field, that the audit trail leaves out because they repeat what audited records already say.</summary>
/// <param name="reason">Why leaving it out loses nothing.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute(string reason) : Attribute
{
    /// <summary>Why leaving it out loses nothing.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Rows that are written once: a change or a deletion is refused by the house, corrections are new rows.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;
