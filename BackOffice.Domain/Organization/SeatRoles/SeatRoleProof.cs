using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.SeatRoles;

/// <summary>People hold the roles of their positions for exactly the days on which they hold the positions.</summary>
public sealed class SeatRoleProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Roles of positions";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var kind = RecordKinds.Of(typeof(Holding)).Kind + "/";
        var stored = (await db.Set<RoleMember>().Where(m => m.Source.StartsWith(kind)).Select(m => new { m.UserId, m.RoleId, m.Source, m.FromOn, m.UntilOn }).ToListAsync(ct)).ToHashSet();
        var wanted = (await (from holding in db.Set<Holding>()
                             join person in db.Set<Person>() on holding.PersonId equals person.Id
                             where person.AccountId != null
                             join carried in db.Set<PositionRole>() on holding.PositionId equals carried.PositionId
                             select new { UserId = person.AccountId!.Value, carried.RoleId, holding.Id, holding.FromOn, holding.UntilOn }).ToListAsync(ct))
            .Select(w => new { w.UserId, w.RoleId, Source = kind + w.Id, w.FromOn, w.UntilOn }).ToHashSet();
        return new ProofResult(Name, $"{wanted.Count} roles",
        [
            .. wanted.Except(stored).Take(500).Select(w => $"account {w.UserId} lacks role {w.RoleId}, which {w.Source} gives it."),
            .. stored.Except(wanted).Take(500).Select(s => $"account {s.UserId} has role {s.RoleId} through {s.Source}, which does not give it."),
        ]);
    }
}
