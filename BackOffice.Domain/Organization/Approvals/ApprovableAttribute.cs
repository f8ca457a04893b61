namespace BackOffice.Domain.Organization.Approvals;

/// <summary>A record that is handed in for approval; its kind is the kind of document for which chains and limits are set.</summary>
/// <remarks>While a request for it waits, the record is locked: only the decision changes it.</remarks>
/// <param name="words">The documents, in the plural: "Purchase orders".</param>
/// <param name="permission">The permission whose limit in a person's roles holds as his limit, unless he has one of his own.</param>
/// <param name="chain">The chain that it starts with; administrators choose another.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApprovableAttribute(string words, string permission, ChainType chain = ChainType.FirstWithLimit) : Attribute
{
    /// <summary>The documents, in the plural.</summary>
    public string Words { get; } = words;

    /// <summary>The permission that carries a limit.</summary>
    public string Permission { get; } = permission;

    /// <summary>The chain that it starts with.</summary>
    public ChainType Chain { get; } = chain;
}

/// <summary>A kind of document that goes through approval.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Type">Its class.</param>
/// <param name="Words">The documents, in the plural.</param>
/// <param name="Permission">The permission that carries a limit.</param>
/// <param name="Chain">The chain that it starts with.</param>
public sealed record DocumentKind(string Kind, Type Type, string Words, string Permission, ChainType Chain)
{
    /// <summary>All of them, found by scanning the domain.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        .. from pair in RecordKinds.All
           let approvable = (ApprovableAttribute?)Attribute.GetCustomAttribute(pair.Key, typeof(ApprovableAttribute))
           where approvable is not null
           orderby pair.Value.Kind
           select new DocumentKind(pair.Value.Kind, pair.Key, approvable.Words, approvable.Permission, approvable.Chain),
    ];

    /// <summary>The kind of this name.</summary>
    /// <exception cref="RuleBroken">There is none.</exception>
    public static DocumentKind Find(string kind) => All.FirstOrDefault(d => d.Kind == kind) ?? throw new RuleBroken(new Fault(null, "{0} is no kind of document that is approved.", kind));
}
