using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Domain.Platform.Rights.Segregation;

namespace BackOffice.Tests.Platform.Security;

/// <summary>Two permissions that nobody should hold together: warned about and reported, never refused.</summary>
public sealed class SegregationTests : IAsyncLifetime
{
    private TestHouse house = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenAsync();
        await house.Get<SegregationBook>().SaveAsync(new SegregationRule { First = PlatformPermissions.Jobs, Second = PlatformPermissions.Audit, Why = "He could hide a run." }, ct: Ct);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private async Task<long> RoleAsync(string name, params string[] permissions)
    {
        var role = new Role { Name = name };
        foreach (var permission in permissions) role.Allow(permission);
        return await house.Get<RoleBook>().SaveAsync(role, ct: Ct);
    }

    private async Task<IEnumerable<string>> ViolationsAsync() => (await house.Get<SegregationBook>().ViolationsAsync(ct: Ct)).Select(v => $"{v.Person}: {v.FirstRole} + {v.SecondRole}");

    [Fact]
    public async Task Giving_a_role_that_breaks_a_rule_says_so_before_and_tells_the_administrators_after_but_is_done()
    {
        var admin = await house.PersonAsync("Admin", PlatformPermissions.Rights);
        var anna = (await house.PersonAsync("Anna")).UserId!.Value;
        var (jobs, audit) = (await RoleAsync("Jobs", PlatformPermissions.Jobs), await RoleAsync("Audit", PlatformPermissions.Audit));
        Assert.Empty(await house.Get<SegregationBook>().BrokenByAsync(anna, jobs, Ct));
        await house.Get<RightsDesk>().GiveAsync(anna, jobs, Ct);
        Assert.Equal("He could hide a run.", Assert.Single(await house.Get<SegregationBook>().BrokenByAsync(anna, audit, Ct)).Why);
        Assert.Empty(await house.As<NoticeBoard>(admin).MineAsync(ct: Ct));

        await house.Get<RightsDesk>().GiveAsync(anna, audit, Ct);

        Assert.Equal(["Anna: Jobs + Audit"], await ViolationsAsync());
        var notice = Assert.Single(await house.As<NoticeBoard>(admin).MineAsync(ct: Ct));
        Assert.Equal((PlatformNotices.SegregationBroken.Name, RecordRef.Of<UserAccount>(anna)), (notice.Kind, notice.About));
        Assert.Empty(await house.Get<SegregationBook>().BrokenByAsync(anna, audit, Ct));
        await house.Get<RightsDesk>().TakeAsync(anna, audit, Ct);
        Assert.Empty(await ViolationsAsync());
        Assert.Single(await house.As<NoticeBoard>(admin).MineAsync(ct: Ct));
    }

    [Fact]
    public async Task A_role_that_is_changed_so_that_it_breaks_a_rule_is_told_too()
    {
        var admin = await house.PersonAsync("Admin", PlatformPermissions.Rights);
        var anna = (await house.PersonAsync("Anna")).UserId!.Value;
        var jobs = await RoleAsync("Jobs", PlatformPermissions.Jobs);
        await house.Get<RightsDesk>().GiveAsync(anna, jobs, Ct);
        var role = await house.Get<RoleBook>().RoleAsync(jobs, Ct);
        role.Allow(PlatformPermissions.Audit);

        await house.Get<RoleBook>().SaveAsync(role, ct: Ct);

        Assert.Equal(["Anna: Jobs + Jobs"], await ViolationsAsync());
        Assert.Equal(PlatformNotices.SegregationBroken.Name, Assert.Single(await house.As<NoticeBoard>(admin).MineAsync(ct: Ct)).Kind);
    }

    [Fact]
    public async Task Administrators_and_whoever_is_switched_off_are_not_reported()
    {
        var boss = (await house.PersonAsync("Boss")).UserId!.Value;
        var gone = (await house.PersonAsync("Gone", PlatformPermissions.Jobs, PlatformPermissions.Audit)).UserId!.Value;
        await house.Get<RightsDesk>().GrantAdministratorAsync(boss, Ct);
        await house.Get<RightsDesk>().SwitchAsync(gone, enabled: false, Ct);

        Assert.Empty(await ViolationsAsync());
    }

    [Fact]
    public async Task A_rule_needs_two_different_permissions_that_exist_and_is_written_once()
    {
        Task Save(string first, string second) => house.Get<SegregationBook>().SaveAsync(new SegregationRule { First = first, Second = second, Why = "Because" }, ct: Ct);

        await Assert.ThrowsAsync<RuleBroken>(() => Save(PlatformPermissions.Jobs, PlatformPermissions.Jobs));
        await Assert.ThrowsAsync<RuleBroken>(() => Save(PlatformPermissions.Jobs, "no.such"));
        await Assert.ThrowsAsync<RuleBroken>(() => Save(PlatformPermissions.Audit, PlatformPermissions.Jobs));
        await Assert.ThrowsAsync<RuleBroken>(() => Save(PlatformPermissions.Jobs, PlatformPermissions.Audit));
    }
}
