using System.Net;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Platform.Security;

/// <summary>Open pages in a real browser while rights change under them, in another process on the same database. How soon they hear of it is the matter of <see cref="RightsWatchTests"/>.</summary>
public sealed class LiveRightsTests(DevelopmentPortal development) : IClassFixture<DevelopmentPortal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OpenPortal Portal => development.Portal;

    private static async Task<(long Account, Dictionary<string, long> Roles)> FindAsync(TestHouse house, string persona) =>
        ((await house.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<UserAccount>().SingleAsync(u => u.ObjectId == persona, Ct), Ct)).Id,
            (await house.Get<RoleBook>().AllAsync(Ct)).ToDictionary(r => r.Name, r => r.Id));

    [Fact]
    public async Task A_right_taken_away_closes_the_open_page_and_one_given_disturbs_nobody()
    {
        var page = await Portal.SignInAsync("Auditor", "/admin/audit");
        await using var house = Portal.House();
        var (auditor, roles) = await FindAsync(house, "auditor");
        await page.Locator("summary", new() { HasText = "Columns" }).ClickAsync();
        var panel = page.Locator(".sheet");
        await Expect(panel).ToBeVisibleAsync();

        await house.Get<RightsDesk>().GiveAsync(auditor, roles["Administrator"], Ct);
        await Expect(page.Locator("nav.side a[href='/admin/roles']")).ToBeVisibleAsync();
        await Expect(panel).ToBeVisibleAsync();

        await house.Get<RightsDesk>().GrantAdministratorAsync(await SomebodyElseAsync(house), Ct);
        await house.Get<RightsDesk>().TakeAsync(auditor, roles["Administrator"], Ct);
        await house.Get<RightsDesk>().TakeAsync(auditor, roles["Auditor"], Ct);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You may not see this page" })).ToBeVisibleAsync();
        await Expect(page.Locator("nav.side a[href='/admin/audit']")).Not.ToBeVisibleAsync();
        Assert.Empty(Chromium.Complaints.GetOrCreateValue(page));
    }

    [Fact]
    public async Task An_account_switched_off_is_led_out_of_its_open_page_and_learns_whom_to_ask()
    {
        var page = await Portal.SignInAsync("Clerk", "/notices");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Notices" })).ToBeVisibleAsync();
        await using var house = Portal.House();
        var (clerk, _) = await FindAsync(house, "clerk");
        var boss = await SomebodyElseAsync(house);
        await house.Get<RightsDesk>().GrantAdministratorAsync(boss, Ct);

        await house.Get<RightsDesk>().SwitchAsync(clerk, enabled: false, Ct);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you today?" })).ToBeVisibleAsync();
        await page.Locator("button[value='clerk']").ClickAsync();
        await Expect(page.GetByText("Boss of all")).ToBeVisibleAsync();
        await page.GotoAsync("/notices");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you today?" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_an_administrator_gives_on_the_page_is_written_down_under_his_name_and_click()
    {
        using (var buyer = new DevBrowser(Portal.Address)) Assert.Equal(HttpStatusCode.Redirect, (await buyer.SignInAsync("buyer")).StatusCode);
        await using var house = Portal.House();
        var (buyerId, _) = await FindAsync(house, "buyer");
        var page = await Portal.SignInAsync("Administrator", $"/admin/people/{buyerId}");

        await page.Locator(".rights li", new() { HasText = "Supervisor" }).GetByRole(AriaRole.Button, new() { Name = "Give" }).ClickAsync();
        await Expect(page.Locator(".rights li", new() { HasText = "Supervisor" }).GetByRole(AriaRole.Button, new() { Name = "Take away" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Roles: Buyer → Buyer, Supervisor")).ToBeVisibleAsync();

        var (boss, _) = await FindAsync(house, "administrator");
        var entry = (await house.Get<AuditTrail>().HistoryAsync(RecordRef.Of<UserAccount>(buyerId), 1, Ct))[0];
        Assert.Equal(boss, entry.UserId);
        Assert.Matches(@"^\S{12}\.\d+$", entry.Request);
        Assert.Empty(Chromium.Complaints.GetOrCreateValue(page));
    }

    [Fact]
    public async Task Whoever_is_signed_in_stays_so_when_the_portal_is_started_again()
    {
        await using var portal = await OpenPortal.StartAsync();
        using var person = new DevBrowser(portal.Address);
        await person.SignInAsync("clerk");

        await portal.RestartAsync();

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_place_have_to_wait()
    {
        using var folder = new TestFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["SignIn__PerMinute"] = "3" }, "--empty");
        using var person = new DevBrowser(portal.Address);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++) codes.Add((await person.GetAsync("/sign-in")).StatusCode);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], codes);
    }

    private static async Task<long> SomebodyElseAsync(TestHouse house) =>
        (await house.Get<SignInDesk>().ArriveAsync(new Arrival("tenant", "boss", "Boss of all", null), Ct)).Id;
}
