namespace BackOffice.Domain.Organization.Approvals;

/// <summary>Where administrators say who approves what: a policy for each kind of document, limits for people.</summary>
public sealed class ApprovalRuleBook(Office office)
{
    /// <summary>The policy of every kind of document, set or as it starts.</summary>
    public Task<IReadOnlyList<ApprovalPolicy>> PoliciesAsync(CancellationToken ct = default) =>
        office.ReadAsync<IReadOnlyList<ApprovalPolicy>>(OrganizationPermissions.View, async db =>
        {
            var policies = new List<ApprovalPolicy>();
            foreach (var kind in DocumentKind.All) policies.Add(await ApprovalPolicy.OfAsync(db, kind, ct));
            return policies;
        }, ct);

    /// <summary>Sets the policy of a kind of document; requests that wait keep the chain they have.</summary>
    public Task SaveAsync(ApprovalPolicy entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Approvals, key, async db =>
        {
            DocumentKind.Find(entered.Kind);
            entered.Require();
            await db.TakeOverAsync(entered, ct);
        }, ct);

    /// <summary>The limits that people have of their own.</summary>
    [List("organization.approval-limits")]
    public Task<Page<LimitRow>> LimitsAsync(GridQuery query, CancellationToken ct = default) =>
        office.ReadAsync(OrganizationPermissions.View, db => LimitRow.From(db).ToPageAsync(query, ct), ct);

    /// <summary>One limit.</summary>
    public Task<ApprovalLimit> LimitAsync(long id, CancellationToken ct = default) => office.ReadAsync(OrganizationPermissions.View, db => db.FindAsync<ApprovalLimit>(id, ct), ct);

    /// <summary>Sets a person's limit; nobody sets his own.</summary>
    public Task<long> SaveAsync(ApprovalLimit entered, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Approvals, key, async db =>
        {
            DocumentKind.Find(entered.Kind);
            var limit = await db.TakeOverAsync(entered, ct);
            await RequireOthersAsync(db, limit.PersonId, ct);
            await db.FlushAsync(ct);
            return limit.Id;
        }, ct);

    /// <summary>Takes a person's own limit away; his roles' limit holds again.</summary>
    public Task RemoveLimitAsync(long id, RequestKey key = default, CancellationToken ct = default) =>
        office.ChangeAsync(OrganizationPermissions.Approvals, key, async db =>
        {
            var limit = await db.FindAsync<ApprovalLimit>(id, ct);
            await RequireOthersAsync(db, limit.PersonId, ct);
            db.Remove(limit);
        }, ct);

    private static async Task RequireOthersAsync(BackOfficeDb db, long personId, CancellationToken ct) =>
        Rule.Require((await People.PeopleReading.ActingPersonAsync(db, ct))?.Id != personId, "Somebody else has to set your own limit.");
}

/// <summary>A person's own limit in the list.</summary>
public sealed class LimitRow
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Whose.</summary>
    public long PersonId { get; init; }

    /// <summary>His name.</summary>
    [Searched]
    public string Person { get; init; } = "";

    /// <summary>The kind of document.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Up to and including; none for no limit.</summary>
    public decimal? Amount { get; init; }

    internal static IQueryable<LimitRow> From(BackOfficeDb db) =>
        from limit in db.Set<ApprovalLimit>()
        join person in db.Set<People.Person>() on limit.PersonId equals person.Id
        select new LimitRow { Id = limit.Id, PersonId = person.Id, Person = person.Name, Kind = limit.Kind, Amount = limit.Amount };
}
