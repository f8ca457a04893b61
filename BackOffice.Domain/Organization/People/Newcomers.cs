using BackOffice.Domain.Platform.Facts;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Organization.People;

/// <summary>Writes down as a person whoever signs in for the first time and is nobody's account yet.</summary>
/// <remarks>Not recognised by e-mail or name: anybody's may be changed to anybody's. Whoever keeps the directory joins an imported person with his account.</remarks>
public sealed class Newcomers : IHears<AccountArrived>
{
    /// <inheritdoc/>
    public async Task HearAsync(BackOfficeDb db, AccountArrived fact, CancellationToken ct)
    {
        if (await db.Set<Person>().AnyAsync(p => p.AccountId == fact.Account.Id, ct)) return;
        var person = db.Add(new Person { Name = fact.Account.Name }).Entity;
        person.SignsInWith(fact.Account);
    }
}
