namespace BackOffice.Domain.Organization.People;

/// <summary>Which person is at the door, inside a piece of work.</summary>
public static class PeopleReading
{
    /// <summary>The person of the acting account; none for jobs, the operator and accounts that are nobody's.</summary>
    public static Task<Person?> ActingPersonAsync(this BackOfficeDb db, CancellationToken ct) =>
        db.Actor.UserId is { } account ? db.Set<Person>().FirstOrDefaultAsync(p => p.AccountId == account, ct) : Task.FromResult<Person?>(null);

    /// <summary>The person of the acting account.</summary>
    /// <exception cref="RuleBroken">The account is nobody's.</exception>
    public static async Task<Person> RequirePersonAsync(this BackOfficeDb db, CancellationToken ct) =>
        await db.ActingPersonAsync(ct) ?? throw new RuleBroken(new Fault(null, "Your account {0} belongs to nobody in the directory. Ask who keeps it to join the two.", db.Actor.Name));
}
