namespace BackOffice.Domain.Platform.Saving;

/// <summary>Keeps rows of its own in step with records of certain kinds, in the transaction that writes them, whoever writes them.</summary>
/// <remarks>Found by scanning, made once without arguments: it keeps no state. For what is derived from records; for what a room wants others to do there are facts.</remarks>
public interface IKeepsStep
{
    /// <summary>The kinds that it follows.</summary>
    IReadOnlyCollection<Type> Kinds { get; }

    /// <summary>Records of these kinds were added, changed or deleted just now; they have their ids.</summary>
    Task FollowAsync(BackOfficeDb db, IReadOnlyCollection<Entity> written, CancellationToken ct);
}

/// <summary>Calls whoever keeps step with what was written.</summary>
internal static class InStep
{
    private static readonly IKeepsStep[] All =
        [.. typeof(IKeepsStep).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IKeepsStep))).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IKeepsStep)Activator.CreateInstance(t)!)];

    public static async Task FollowAsync(BackOfficeDb db, IReadOnlyCollection<Entity> written, CancellationToken ct)
    {
        foreach (var follower in All)
        {
            if (written.Where(e => follower.Kinds.Contains(e.GetType())).ToList() is { Count: > 0 } concerned) await follower.FollowAsync(db, concerned, ct);
        }
    }
}
