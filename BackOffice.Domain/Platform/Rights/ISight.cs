namespace BackOffice.Domain.Platform.Rights;

/// <summary>Says which records of a kind the actor may see, where the kind's permission alone does not say it; found by scanning and asked alike by search, history, comments and files.</summary>
public interface ISight
{
    /// <summary>The kind of record, as <c>tasks.task</c>.</summary>
    string Kind { get; }

    /// <summary>The ids of those that somebody may see.</summary>
    IQueryable<long> Visible(BackOfficeDb db, Actor actor);
}

/// <summary>Whether the actor may see a record: by the permission of its kind, and by what its room says about the single record.</summary>
public static class RecordSight
{
    private static readonly Dictionary<string, ISight> ByKind = typeof(ISight).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISight)))
        .Select(t => (ISight)Activator.CreateInstance(t)!).ToDictionary(s => s.Kind, StringComparer.Ordinal);

    /// <summary>What a room says about single records of a kind; nothing when the permission decides alone.</summary>
    internal static ISight? Of(string kind) => ByKind.GetValueOrDefault(kind);

    /// <summary>Whether the actor may see it now.</summary>
    public static async Task<bool> SeesAsync(BackOfficeDb db, RecordRef record, CancellationToken ct) =>
        await RightsCheck.HoldsAsync(db, RecordKinds.Of(RecordKinds.TypeOf(record.Kind)).Permission, ct)
        && (Of(record.Kind) is not { } sight || await sight.Visible(db, db.Actor).AnyAsync(id => id == record.Id, ct));

    /// <summary>Whether the person behind an account may see it now; for whoever calls him there.</summary>
    public static async Task<bool> SeesAsync(BackOfficeDb db, long accountId, RecordRef record, CancellationToken ct)
    {
        var permission = RecordKinds.Of(RecordKinds.TypeOf(record.Kind)).Permission;
        var holds = permission == Permission.SignedIn ? await db.Set<UserAccount>().AnyAsync(u => u.Id == accountId && u.Enabled, ct) : await RightsCheck.Grants(db, accountId, permission).AnyAsync(ct);
        return holds && (Of(record.Kind) is not { } sight || await sight.Visible(db, Actor.Person(accountId, "", db.Actor.Request)).AnyAsync(id => id == record.Id, ct));
    }

    /// <summary>Refuses an actor who may not see it.</summary>
    /// <exception cref="AccessDenied">He lacks the permission for the kind.</exception>
    /// <exception cref="RecordMissing">This one is not shown to him: for him it is not there.</exception>
    public static async Task RequireAsync(BackOfficeDb db, RecordRef record, CancellationToken ct)
    {
        await RightsCheck.RequireAsync(db, RecordKinds.Of(RecordKinds.TypeOf(record.Kind)).Permission, ct);
        if (Of(record.Kind) is { } sight && !await sight.Visible(db, db.Actor).AnyAsync(id => id == record.Id, ct)) throw new RecordMissing(record.Kind, record.Id);
    }
}
