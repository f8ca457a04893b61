using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Organization;

public sealed class NewcomerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_signs_in_for_the_first_time_is_a_person_afterwards_and_only_once()
    {
        await using var house = await TestHouse.OpenAsync();
        var desk = house.Get<SignInDesk>();

        var account = await desk.ArriveAsync(new Arrival("tenant", "one", "Hina Raza", "hina@example.com"), Ct);
        await desk.ArriveAsync(new Arrival("tenant", "one", "Hina Raza", "hina@example.com"), Ct);

        var person = Assert.Single(await house.Get<Office>().ReadAsync(OrganizationPermissions.View, db => db.Set<Person>().ToListAsync(Ct), Ct));
        Assert.Equal(("Hina Raza", "hina@example.com", account.Id), (person.Name, person.Email, person.AccountId));
    }
}
