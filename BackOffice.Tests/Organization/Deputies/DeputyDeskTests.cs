using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.Deputies;
using BackOffice.Domain.Organization.People;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Organization.Deputies;

public sealed class DeputyDeskTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<long> PersonAsync(TestHouse house, string name, Actor? account = null) => await house.Get<Office>().ChangeAsync(OrganizationPermissions.Edit, async db =>
    {
        var person = db.Add(new Person { Name = name }).Entity;
        if (account is not null) person.SignsInWith(await db.FindAsync<Domain.Platform.Rights.UserAccount>(account.UserId!.Value, Ct));
        await db.FlushAsync(Ct);
        return person.Id;
    }, Ct);

    private static Task<long> NameAsync(TestHouse house, long forPerson, long deputy, int from = 0, int? to = null, DeputyScope scope = DeputyScope.Both) =>
        house.Get<DeputyDesk>().NameAsync(new Deputy { ForPersonId = forPerson, DeputyPersonId = deputy, FromOn = Monday.AddDays(from), ToOn = to is { } days ? Monday.AddDays(days) : null, Scope = scope }, ct: Ct);

    [Fact]
    public async Task A_circle_of_deputies_is_refused_with_the_names_in_it()
    {
        await using var house = await TestHouse.OpenAsync();
        var (ayesha, bilal, hina) = (await PersonAsync(house, "Ayesha"), await PersonAsync(house, "Bilal"), await PersonAsync(house, "Hina"));
        await NameAsync(house, ayesha, bilal);
        await NameAsync(house, bilal, hina, 5, 9);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => NameAsync(house, hina, ayesha, 7));
        Assert.Equal("That would be a circle of deputies: Hina → Ayesha → Bilal → Hina. Choose somebody outside it.", refused.Message);
        await NameAsync(house, hina, ayesha, 10);
        await NameAsync(house, bilal, ayesha, 20, 30, DeputyScope.Work).ContinueWith(t => Assert.IsType<RuleBroken>(t.Exception!.InnerException), Ct, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    [Fact]
    public async Task Nonsense_is_refused_with_a_reason()
    {
        await using var house = await TestHouse.OpenAsync();
        var (ayesha, bilal) = (await PersonAsync(house, "Ayesha"), await PersonAsync(house, "Bilal"));

        Assert.StartsWith("Nobody is his own deputy", (await Assert.ThrowsAsync<RuleBroken>(() => NameAsync(house, ayesha, ayesha))).Message, StringComparison.Ordinal);
        Assert.Contains("lies before the first day", (await Assert.ThrowsAsync<RuleBroken>(() => NameAsync(house, ayesha, bilal, 3, 1))).Message, StringComparison.Ordinal);
        await NameAsync(house, ayesha, bilal, 0, 5);
        Assert.StartsWith("The same deputy is already named", (await Assert.ThrowsAsync<RuleBroken>(() => NameAsync(house, ayesha, bilal, 5, 8))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_names_his_own_deputy_and_nobody_anothers()
    {
        await using var house = await TestHouse.OpenAsync();
        var account = await house.PersonAsync("Ayesha");
        var (ayesha, bilal) = (await PersonAsync(house, "Ayesha", account), await PersonAsync(house, "Bilal"));
        var desk = house.As<DeputyDesk>(account);

        var id = await desk.NameAsync(new Deputy { ForPersonId = ayesha, DeputyPersonId = bilal, FromOn = Monday.AddDays(-3) }, ct: Ct);
        await Assert.ThrowsAsync<AccessDenied>(() => desk.NameAsync(new Deputy { ForPersonId = bilal, DeputyPersonId = ayesha, FromOn = Monday }, ct: Ct));
        Assert.Equal("Bilal", (await desk.MineAsync(Ct)).Names[(await desk.MineAsync(Ct)).StandIn.Single().DeputyPersonId]);

        await desk.EndAsync(id, ct: Ct);
        Assert.Empty((await desk.MineAsync(Ct)).StandIn);
    }
}
