using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Calendars;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.SeatRoles;

/// <summary>Gives people the roles of their positions for the days on which they hold them, in the transaction that appoints them, and takes them away again.</summary>
/// <remarks>Rights are then asked by the day: at midnight a role begins or ends by itself, without any job.</remarks>
internal sealed class RolesInStep : IKeepsStep
{
    // Below the number of parameters that a server takes in one question.
    private const int Chunk = 500;

    /// <inheritdoc/>
    public IReadOnlyCollection<Type> Kinds { get; } = [typeof(Holding), typeof(PositionRole), typeof(Person)];

    /// <inheritdoc/>
    public async Task FollowAsync(BackOfficeDb db, IReadOnlyCollection<Entity> written, CancellationToken ct)
    {
        var positions = written.OfType<PositionRole>().Select(r => r.PositionId).Distinct().ToList();
        // A person matters here by his account only; who is new holds nothing yet.
        var people = written.OfType<Person>().Where(p => p is { AccountId: not null, Version: > 1 }).Select(p => p.Id).ToList();
        var holdings = written.OfType<Holding>().Select(h => h.Id).ToHashSet();
        if (positions.Count + people.Count > 0) holdings.UnionWith(await db.Set<Holding>().Where(h => positions.Contains(h.PositionId) || people.Contains(h.PersonId)).Select(h => h.Id).ToListAsync(ct));
        foreach (var ids in holdings.Chunk(Chunk)) await FollowAsync(db, ids, ct);
    }

    private static async Task FollowAsync(BackOfficeDb db, long[] holdingIds, CancellationToken ct)
    {
        var sources = holdingIds.Select(SourceOf).ToList();
        var stored = await db.Set<RoleMember>().Where(m => sources.Contains(m.Source)).ToListAsync(ct);
        var wanted = await (from holding in db.Set<Holding>()
                            where holdingIds.Contains(holding.Id)
                            join person in db.Set<Person>() on holding.PersonId equals person.Id
                            where person.AccountId != null
                            join carried in db.Set<PositionRole>() on holding.PositionId equals carried.PositionId
                            select new { holding.Id, UserId = person.AccountId!.Value, carried.RoleId, holding.FromOn, holding.UntilOn }).ToListAsync(ct);
        if (stored.Count + wanted.Count == 0) return;
        var changed = new HashSet<long>();
        foreach (var gone in stored.Where(s => !wanted.Exists(w => (SourceOf(w.Id), w.UserId, w.RoleId) == (s.Source, s.UserId, s.RoleId))))
        {
            db.Remove(gone);
            changed.Add(gone.UserId);
        }
        foreach (var given in wanted)
        {
            var member = stored.Find(s => (s.Source, s.UserId, s.RoleId) == (SourceOf(given.Id), given.UserId, given.RoleId));
            if (member is not null && (member.FromOn, member.UntilOn) == (given.FromOn, given.UntilOn)) continue;
            member ??= db.Add(new RoleMember { UserId = given.UserId, RoleId = given.RoleId, Source = SourceOf(given.Id) }).Entity;
            (member.FromOn, member.UntilOn) = (given.FromOn, given.UntilOn);
            changed.Add(given.UserId);
        }
        if (changed.Count == 0) return;
        // Otherwise whoever may appoint people, or let positions carry roles, could give himself any role.
        Rule.Require(db.Actor.UserId is not { } mine || !changed.Contains(mine) || await Administrators.IsOneAsync(db, ct), "This would change your own roles. Somebody else has to do it.");
        foreach (var account in await db.Set<UserAccount>().Where(u => changed.Contains(u.Id)).ToListAsync(ct)) account.RightsChanged();
        await db.FlushAsync(ct);
    }

    private static string SourceOf(long holdingId) => RecordRef.Of<Holding>(holdingId).ToString();
}
