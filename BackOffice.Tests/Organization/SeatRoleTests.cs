using BackOffice.Domain.Inventory;
using BackOffice.Domain.Organization;
using BackOffice.Domain.Organization.People;
using BackOffice.Domain.Organization.SeatRoles;
using BackOffice.Domain.Platform.Proofs;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Tests.Platform;

namespace BackOffice.Tests.Organization;

/// <summary>Positions carry roles, and rights follow the calendar.</summary>
public sealed class SeatRoleTests : IAsyncLifetime
{
    private Staff staff = default!;
    private long seat, role;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestHouse House => staff.House;

    public async ValueTask InitializeAsync()
    {
        staff = await Staff.OpenAsync();
        seat = await staff.SeatAsync("Head of purchasing");
        var buyer = new Role { Name = "Head buyer" };
        buyer.Allow(InventoryPermissions.ApproveOrder, 500);
        role = await House.Get<RoleBook>().SaveAsync(buyer, ct: Ct);
    }

    public ValueTask DisposeAsync() => staff.DisposeAsync();

    /// <summary>Somebody who has signed in, and the person he is.</summary>
    private async Task<(Actor Actor, long Person)> ArriveAsync(string name)
    {
        var account = await House.Get<SignInDesk>().ArriveAsync(new Arrival("tenant", name, name, null), Ct);
        return (Actor.Person(account.Id, name, "test"), await staff.LookAsync(db => db.Set<Person>().Where(p => p.AccountId == account.Id).Select(p => p.Id).SingleAsync(Ct)));
    }

    private Task GiveAsync() => House.Get<SeatRoleBook>().GiveAsync(new PositionRole { PositionId = seat, RoleId = role }, ct: Ct);

    private Task<bool> MayAsync(Actor actor) => House.As<Office>(actor).MayAsync(InventoryPermissions.ApproveOrder, Ct);

    private async Task ProveAsync() => Assert.All(await House.Get<Verification>().RunAsync(Ct), p => Assert.Empty(p.Faults));

    [Fact]
    public async Task Whoever_holds_the_position_holds_its_roles_from_his_first_day_to_his_last_by_the_mere_passing_of_midnight()
    {
        var (anna, person) = await ArriveAsync("Anna");
        await GiveAsync();
        await staff.AppointAsync(person, seat, Staff.Today.AddDays(1), Staff.Today.AddDays(3));
        Assert.False(await MayAsync(anna));

        // The company is in Berlin: its midnight is 23:00 UTC.
        House.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero));
        Assert.False(await MayAsync(anna));
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await MayAsync(anna));
        Assert.Contains(InventoryPermissions.ApproveOrder, (await House.Get<RightsRegister>().HeldAsync([anna.UserId!.Value], Ct))[anna.UserId.Value].Permissions);
        House.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.True(await MayAsync(anna));
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await MayAsync(anna));
        await ProveAsync();
    }

    [Fact]
    public async Task A_role_given_to_or_taken_from_a_position_reaches_its_holder_at_once_and_moves_his_stamp()
    {
        var (anna, person) = await ArriveAsync("Anna");
        await staff.AppointAsync(person, seat);
        var stamp = await StampAsync(anna);

        await GiveAsync();
        Assert.True(await MayAsync(anna));
        Assert.NotEqual(stamp, await StampAsync(anna));
        await ProveAsync();
        await House.Get<SeatRoleBook>().TakeAsync(Assert.Single(await House.Get<SeatRoleBook>().AllAsync(ct: Ct)).Id, Ct);

        Assert.False(await MayAsync(anna));
        await ProveAsync();
    }

    [Fact]
    public async Task The_role_moves_with_the_position_to_the_next_holder_and_stays_where_it_was_given_by_hand()
    {
        var ((anna, annas), (omar, omars)) = (await ArriveAsync("Anna"), await ArriveAsync("Omar"));
        await GiveAsync();
        var holding = await staff.AppointAsync(annas, seat);
        await House.Get<RightsDesk>().GiveAsync(anna.UserId!.Value, role, Ct);
        var ended = await House.Get<Appointments>().GetAsync(holding, Ct);
        ended.UntilOn = Staff.Today;
        await House.Get<Appointments>().AppointAsync(ended, ct: Ct);
        await staff.AppointAsync(omars, seat, Staff.Today);

        Assert.True(await MayAsync(omar));
        Assert.True(await MayAsync(anna));
        await House.Get<RightsDesk>().TakeAsync(anna.UserId.Value, role, Ct);
        Assert.False(await MayAsync(anna));
        Assert.True(await MayAsync(omar));
        await ProveAsync();
    }

    [Fact]
    public async Task Nobody_gives_himself_rights_by_a_position_and_none_makes_an_administrator()
    {
        var (anna, person) = await ArriveAsync("Anna");
        await House.Get<RoleBook>().PlantAsync(Ct);
        await House.Get<RightsDesk>().GiveAsync(anna.UserId!.Value, (await House.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name == "Human resources").Id, Ct);
        await GiveAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => House.As<Appointments>(anna).AppointAsync(new Holding { PersonId = person, PositionId = seat, FromOn = Staff.Start }, ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => House.As<SeatRoleBook>(anna).GiveAsync(new PositionRole { PositionId = seat, RoleId = role }, ct: Ct));
        var administrator = (await House.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name == Role.Administrator).Id;
        await Assert.ThrowsAsync<RuleBroken>(() => House.Get<SeatRoleBook>().GiveAsync(new PositionRole { PositionId = seat, RoleId = administrator }, ct: Ct));

        Assert.False(await MayAsync(anna));
    }

    private Task<int> StampAsync(Actor actor) => House.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<UserAccount>().Where(u => u.Id == actor.UserId).Select(u => u.RightsStamp).SingleAsync(Ct), Ct);
}
