using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Security;

public sealed class RightsDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(TestHouse House, Actor Boss, long Administrators)> HouseAsync()
    {
        var house = await TestHouse.OpenAsync();
        await house.Get<RoleBook>().PlantAsync(Ct);
        var boss = await house.PersonAsync("Boss");
        await house.Get<RightsDesk>().GrantAdministratorAsync("Boss", Ct);
        return (house, boss, (await house.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name == Role.Administrator).Id);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_removed_nor_switched_off()
    {
        var (house, boss, administrators) = await HouseAsync();
        await using var _ = house;
        var desk = house.Get<RightsDesk>();

        await Assert.ThrowsAsync<RuleBroken>(() => desk.TakeAsync(boss.UserId!.Value, administrators, Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => desk.SwitchAsync(boss.UserId!.Value, enabled: false, Ct));

        var other = await house.PersonAsync("Other");
        await house.As<RightsDesk>(boss).GiveAsync(other.UserId!.Value, administrators, Ct);
        await desk.SwitchAsync(boss.UserId!.Value, enabled: false, Ct);
        await Assert.ThrowsAsync<RuleBroken>(() => desk.TakeAsync(other.UserId.Value, administrators, Ct));
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_each_other_at_once_one_remains()
    {
        var (house, boss, administrators) = await HouseAsync();
        await using var _ = house;
        await using var second = house.Second();
        var other = await house.PersonAsync("Other");
        await house.Get<RightsDesk>().GrantAdministratorAsync("Other", Ct);

        var tries = await Task.WhenAll(Try(house, boss, other), Try(second, other, boss));

        Assert.Single(tries, done => done);
        Task<bool> Try(TestHouse at, Actor who, Actor whom) => Task.Run(async () =>
            await Record.ExceptionAsync(() => at.As<RightsDesk>(who).TakeAsync(whom.UserId!.Value, administrators, Ct)) is null, Ct);
    }

    [Fact]
    public async Task Nobody_raises_himself()
    {
        var (house, boss, administrators) = await HouseAsync();
        await using var _ = house;
        var clerk = await house.PersonAsync("Rights clerk", PlatformPermissions.Rights);
        var mate = await house.PersonAsync("Mate");
        var mine = (await house.Get<RightsDesk>().AccountAsync(clerk.UserId!.Value, Ct)).RoleIds.Single();
        var desk = house.As<RightsDesk>(clerk);

        await Assert.ThrowsAsync<RuleBroken>(() => desk.GiveAsync(clerk.UserId.Value, administrators, Ct));
        var auditor = (await house.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name == "Auditor").Id;
        Assert.Equal("Somebody else has to change your own roles.", (await Assert.ThrowsAsync<RuleBroken>(() => desk.GiveAsync(clerk.UserId.Value, auditor, Ct))).Message);
        await Assert.ThrowsAsync<RuleBroken>(() => desk.GiveAsync(mate.UserId!.Value, administrators, Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => desk.GrantAdministratorAsync("Mate", Ct));
        await Assert.ThrowsAsync<RuleBroken>(() => desk.SwitchAsync(boss.UserId!.Value, enabled: false, Ct));
        var role = await house.As<RoleBook>(clerk).RoleAsync(mine, Ct);
        role.Allow(PlatformPermissions.Reveal);
        await Assert.ThrowsAsync<RuleBroken>(() => house.As<RoleBook>(clerk).SaveAsync(role, ct: Ct));
        await Assert.ThrowsAsync<AccessDenied>(() => house.As<RightsDesk>(mate).GiveAsync(mate.UserId!.Value, mine, Ct));

        Assert.Single((await house.Get<RightsDesk>().AccountAsync(clerk.UserId.Value, Ct)).RoleIds);
    }

    [Fact]
    public async Task Whoever_holds_a_role_has_its_new_rights_at_the_next_knock_and_his_stamp_has_moved()
    {
        var (house, boss, _) = await HouseAsync();
        await using var __ = house;
        var clerk = await house.PersonAsync("Clerk", PlatformPermissions.Jobs);
        var register = house.Get<RightsRegister>();
        var before = (await register.HeldAsync([clerk.UserId!.Value], Ct))[clerk.UserId.Value];
        var book = house.As<RoleBook>(boss);
        var role = await book.RoleAsync((await house.Get<RightsDesk>().AccountAsync(clerk.UserId.Value, Ct)).RoleIds.Single(), Ct);
        role.Forbid(PlatformPermissions.Jobs);
        role.Allow(PlatformPermissions.Audit, 500m);

        await book.SaveAsync(role, ct: Ct);

        Assert.True(await house.As<Office>(clerk).MayAsync(PlatformPermissions.Audit, Ct));
        Assert.False(await house.As<Office>(clerk).MayAsync(PlatformPermissions.Jobs, Ct));
        var after = (await register.HeldAsync([clerk.UserId.Value], Ct))[clerk.UserId.Value];
        Assert.True(after.Stamp > before.Stamp);
        Assert.True(after.Allow(PlatformPermissions.Audit) && !after.Allow(PlatformPermissions.Jobs) && after.Allow(Permission.SignedIn));
        Assert.Equal(after.Stamp, (await register.StampsAsync([clerk.UserId.Value], Ct))[clerk.UserId.Value].Stamp);
    }

    [Fact]
    public async Task The_slower_of_two_who_edit_what_a_role_allows_is_told()
    {
        var (house, boss, _) = await HouseAsync();
        await using var __ = house;
        var book = house.As<RoleBook>(boss);
        var id = await book.SaveAsync(new Role { Name = "Temp" }, ct: Ct);
        var (first, second) = (await book.RoleAsync(id, Ct), await book.RoleAsync(id, Ct));

        first.Allow(PlatformPermissions.Jobs);
        await book.SaveAsync(first, ct: Ct);
        second.Allow(PlatformPermissions.Audit);

        await Assert.ThrowsAsync<StaleRecord>(() => book.SaveAsync(second, ct: Ct));
        Assert.Equal([PlatformPermissions.Jobs], (await book.RoleAsync(id, Ct)).Grants.Select(g => g.Permission));
    }

    [Fact]
    public async Task Built_in_roles_come_once_and_keep_what_administrators_made_of_them()
    {
        var (house, boss, administrators) = await HouseAsync();
        await using var _ = house;
        var book = house.As<RoleBook>(boss);
        var auditor = await book.RoleAsync((await book.AllAsync(Ct)).Single(r => r.Name == "Auditor").Id, Ct);
        auditor.Name = "Reviewer";
        auditor.Forbid(PlatformPermissions.Audit);
        await book.SaveAsync(auditor, ct: Ct);

        await house.Get<RoleBook>().PlantAsync(Ct);

        var roles = await book.AllAsync(Ct);
        Assert.DoesNotContain(roles, r => r.Name == "Auditor");
        Assert.Equal(0, roles.Single(r => r.Name == "Reviewer").Permissions);
        Assert.Equal(Permission.All.Count, roles.Single(r => r.Id == administrators).Permissions);
        await Assert.ThrowsAsync<RuleBroken>(() => book.DeleteAsync(auditor.Id, Ct));
        var fixedRole = await book.RoleAsync(administrators, Ct);
        fixedRole.Forbid(PlatformPermissions.Audit);
        await Assert.ThrowsAsync<RuleBroken>(() => book.SaveAsync(fixedRole, ct: Ct));
    }

    [Fact]
    public async Task A_role_that_somebody_holds_is_not_deleted()
    {
        var (house, boss, _) = await HouseAsync();
        await using var __ = house;
        var (book, desk) = (house.As<RoleBook>(boss), house.As<RightsDesk>(boss));
        var clerk = await house.PersonAsync("Clerk");
        var id = await book.SaveAsync(new Role { Name = "Temp" }, ct: Ct);
        await desk.GiveAsync(clerk.UserId!.Value, id, Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => book.DeleteAsync(id, Ct));
        await desk.TakeAsync(clerk.UserId.Value, id, Ct);
        await book.DeleteAsync(id, Ct);

        Assert.DoesNotContain(await book.AllAsync(Ct), r => r.Id == id);
    }

    [Fact]
    public async Task The_operator_names_the_first_administrator_also_before_he_has_come()
    {
        await using var house = await TestHouse.OpenAsync();
        var (tenant, person) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());

        await Assert.ThrowsAsync<RuleBroken>(() => house.Get<RightsDesk>().GrantAdministratorAsync("Anna", Ct));
        await house.Get<RightsDesk>().GrantAdministratorAsync($"{tenant}/{person}", Ct);
        var anna = await house.Get<SignInDesk>().ArriveAsync(new Arrival(tenant, person, "Anna", null, "Auditor"), Ct);

        Assert.True(await house.As<Office>(Actor.Person(anna.Id, "Anna", "test")).MayAsync(PlatformPermissions.Rights, Ct));
        Assert.Equal(2, (await house.Get<RightsDesk>().AccountAsync(anna.Id, Ct)).RoleIds.Count);
        Assert.Contains("operator", (await house.Get<AuditTrail>().HistoryAsync(RecordRef.Of<UserAccount>(anna.Id), ct: Ct)).Select(h => h.ActorName));
    }
}
