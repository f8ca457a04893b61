using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.Deputies;

/// <summary>Where people say who stands in for them, and when they are away.</summary>
/// <remarks>Everybody does so for himself; whoever keeps the organization does it for others.</remarks>
public sealed class DeputyDesk(Office office)
{
    /// <summary>Names a deputy, or changes one.</summary>
    public Task<long> NameAsync(Deputy entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            entered.Require();
            await RequireOwnAsync(db, entered.ForPersonId, ct);
            var deputy = await db.TakeOverAsync(entered, ct);
            var others = await db.Set<Deputy>().Where(d => d.Id != deputy.Id && (d.ToOn == null || d.ToOn >= deputy.FromOn)).ToListAsync(ct);
            var twice = others.FirstOrDefault(o => o.ForPersonId == deputy.ForPersonId && o.DeputyPersonId == deputy.DeputyPersonId && o.Overlaps(deputy));
            Rule.RequireField(nameof(Deputy.FromOn), twice is null, "The same deputy is already named from {0} to {1}. Change that one.", twice?.FromOn, twice?.ToOn);
            if (Circle(deputy, others) is { } circle) await RefuseAsync(db, circle, ct);
            await db.FlushAsync(ct);
            return deputy.Id;
        }, ct);

    /// <summary>Takes a deputy back from today on; what he did stays recorded.</summary>
    public Task EndAsync(long deputyId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var deputy = await db.FindAsync<Deputy>(deputyId, ct);
            await RequireOwnAsync(db, deputy.ForPersonId, ct);
            if (deputy.FromOn >= db.Today) db.Remove(deputy);
            else deputy.EndBefore(db.Today);
        }, ct);

    /// <summary>Says that somebody is away.</summary>
    public Task<long> AwayAsync(Absence entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            entered.Require();
            await RequireOwnAsync(db, entered.PersonId, ct);
            var absence = await db.TakeOverAsync(entered, ct);
            await db.FlushAsync(ct);
            return absence.Id;
        }, ct);

    /// <summary>Somebody is not away after all.</summary>
    public Task BackAsync(long absenceId, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(Permission.SignedIn, key, async db =>
        {
            var absence = await db.FindAsync<Absence>(absenceId, ct);
            await RequireOwnAsync(db, absence.PersonId, ct);
            Rule.Require(absence.BecauseKind is null, "This absence comes from an approved leave. Have the leave cancelled instead.");
            db.Remove(absence);
        }, ct);

    /// <summary>Deputies and absences that concern me, from today on.</summary>
    public Task<DeputyCard> MineAsync(CancellationToken ct = default) =>
        office.ReadAsync(Permission.SignedIn, async db =>
        {
            var me = (await db.ActingPersonAsync(ct))?.Id ?? 0;
            return await DeputyCard.ReadAsync(db, me, ct);
        }, ct);

    /// <summary>Deputies and absences of one person, from today on.</summary>
    public Task<DeputyCard> OfAsync(long personId, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => DeputyCard.ReadAsync(db, personId, ct), ct);

    private static async Task RequireOwnAsync(BackOfficeDb db, long personId, CancellationToken ct)
    {
        if (await RightsCheck.HoldsAsync(db, OrganizationPermissions.Edit, ct)) return;
        if ((await db.ActingPersonAsync(ct))?.Id != personId) throw new AccessDenied(OrganizationPermissions.Edit);
    }

    // The people of the circle that the new deputy would close, in order; none when it closes none.
    private static List<long>? Circle(Deputy closing, List<Deputy> others)
    {
        var cameFrom = new Dictionary<long, long>();
        var next = new Queue<Deputy>([closing]);
        while (next.TryDequeue(out var step))
        {
            if (step.DeputyPersonId == closing.ForPersonId)
            {
                var way = new List<long> { closing.ForPersonId };
                for (var at = step.ForPersonId; at != closing.ForPersonId; at = cameFrom[at]) way.Insert(0, at);
                way.Insert(0, closing.ForPersonId);
                return way;
            }
            if (!cameFrom.TryAdd(step.DeputyPersonId, step.ForPersonId)) continue;
            foreach (var further in others.Where(o => o.ForPersonId == step.DeputyPersonId && o.Overlaps(closing) && o.Overlaps(step))) next.Enqueue(further);
        }
        return null;
    }

    private static async Task RefuseAsync(BackOfficeDb db, List<long> circle, CancellationToken ct)
    {
        var names = await db.Set<Person>().Where(p => circle.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Rule.RequireField(nameof(Deputy.DeputyPersonId), false, "That would be a circle of deputies: {0}. Choose somebody outside it.", string.Join(" → ", circle.Select(id => names[id])));
    }
}

/// <summary>A person's deputies and absences, from today on.</summary>
/// <param name="PersonId">Whose; 0 when the account is nobody's.</param>
/// <param name="StandIn">Who stands in for him.</param>
/// <param name="StandsInFor">For whom he stands in.</param>
/// <param name="Away">When he is away.</param>
/// <param name="Names">The names of all these people.</param>
public sealed record DeputyCard(long PersonId, IReadOnlyList<Deputy> StandIn, IReadOnlyList<Deputy> StandsInFor, IReadOnlyList<Absence> Away, IReadOnlyDictionary<long, string> Names)
{
    internal static async Task<DeputyCard> ReadAsync(BackOfficeDb db, long person, CancellationToken ct)
    {
        var today = db.Today;
        var deputies = await db.Set<Deputy>().Where(d => (d.ForPersonId == person || d.DeputyPersonId == person) && (d.ToOn == null || d.ToOn >= today)).OrderBy(d => d.FromOn).ThenBy(d => d.Id).ToListAsync(ct);
        var away = await db.Set<Absence>().Where(a => a.PersonId == person && a.ToOn >= today).OrderBy(a => a.FromOn).ThenBy(a => a.Id).ToListAsync(ct);
        var people = deputies.SelectMany(d => new[] { d.ForPersonId, d.DeputyPersonId }).Append(person).Distinct().ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new DeputyCard(person, deputies.FindAll(d => d.ForPersonId == person), deputies.FindAll(d => d.DeputyPersonId == person), away, names);
    }
}
