using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Security;

public sealed class SignInDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Arrival Anna(params string[] appRoles) => new("tenant", "anna", "Anna", "anna@example.org", appRoles);

    private static async Task<TestHouse> HouseAsync()
    {
        var house = await TestHouse.OpenAsync();
        await house.Get<RoleBook>().PlantAsync(Ct);
        return house;
    }

    private static async Task<List<string>> RolesAsync(TestHouse house, long account)
    {
        var held = (await house.Get<RightsDesk>().AccountAsync(account, Ct)).RoleIds;
        return [.. (await house.Get<RoleBook>().AllAsync(Ct)).Where(r => held.Contains(r.Id)).Select(r => r.Name)];
    }

    [Fact]
    public async Task The_directory_says_what_a_newcomer_does_and_is_not_asked_again()
    {
        await using var house = await HouseAsync();
        var desk = house.Get<SignInDesk>();

        var first = await desk.ArriveAsync(Anna("auditor", "Something else"), Ct);
        Assert.Equal(["Auditor"], await RolesAsync(house, first.Id));

        var role = (await house.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name == "Auditor");
        await house.Get<RightsDesk>().TakeAsync(first.Id, role.Id, Ct);
        var again = await desk.ArriveAsync(Anna("Auditor") with { Name = "Anna Berg", Email = "berg@example.org" }, Ct);

        Assert.Equal(first.Id, again.Id);
        Assert.Empty(await RolesAsync(house, first.Id));
        Assert.Equal("Anna Berg", (await house.Get<RightsDesk>().AccountAsync(first.Id, Ct)).Account.Name);
    }

    [Fact]
    public async Task No_app_role_makes_anybody_administrator_however_it_is_called()
    {
        await using var house = await HouseAsync();
        await house.Get<RoleBook>().SaveAsync(Allowing("Rights clerk", PlatformPermissions.Rights), ct: Ct);
        await house.Get<RoleBook>().SaveAsync(Allowing("Job clerk", PlatformPermissions.Jobs), ct: Ct);

        var anna = await house.Get<SignInDesk>().ArriveAsync(Anna("Administrator", "ADMINISTRATOR", "Rights clerk", "RightsClerk", "JobClerk"), Ct);

        Assert.Equal(["Job clerk"], await RolesAsync(house, anna.Id));
        Assert.False(await house.As<Office>(Actor.Person(anna.Id, "Anna", "test")).MayAsync(PlatformPermissions.Rights, Ct));
    }

    [Fact]
    public async Task People_are_known_by_tenant_and_object_id_not_by_name_or_mail()
    {
        await using var house = await HouseAsync();
        var desk = house.Get<SignInDesk>();

        var ids = new[]
        {
            (await desk.ArriveAsync(Anna(), Ct)).Id,
            (await desk.ArriveAsync(Anna() with { ObjectId = "other" }, Ct)).Id,
            (await desk.ArriveAsync(Anna() with { TenantId = "elsewhere" }, Ct)).Id,
        };

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task An_account_that_is_switched_off_stays_so_and_learns_whom_to_ask()
    {
        await using var house = await HouseAsync();
        var anna = await house.Get<SignInDesk>().ArriveAsync(Anna("Auditor"), Ct);
        await house.Get<RightsDesk>().GrantAdministratorAsync((await house.Get<SignInDesk>().ArriveAsync(Anna() with { ObjectId = "boss", Name = "Boss" }, Ct)).Id, Ct);
        await house.Get<RightsDesk>().SwitchAsync(anna.Id, enabled: false, Ct);

        Assert.False((await house.Get<SignInDesk>().ArriveAsync(Anna("Auditor"), Ct)).Enabled);
        Assert.Equal(["Boss"], await house.Get<SignInDesk>().WhomToAskAsync(Ct));
    }

    [Fact]
    public async Task A_newcomer_in_two_tabs_gets_one_account()
    {
        await using var house = await HouseAsync();
        await using var second = house.Second();

        var admissions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? house : second).Get<SignInDesk>().ArriveAsync(Anna("Auditor"), Ct), Ct)));

        Assert.Single(admissions.Select(a => a.Id).Distinct());
        Assert.Single(await RolesAsync(house, admissions[0].Id));
    }

    private static Role Allowing(string name, string permission)
    {
        var role = new Role { Name = name };
        role.Allow(permission);
        return role;
    }
}
