using BackOffice.Domain.Inventory;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Platform.Shell;

/// <summary>The few seconds between an account's end in the database and the moment at which its open pages are told.</summary>
public sealed class SwitchedOffTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_still_asks_for_somebody_who_is_switched_off_lives_on_until_it_leads_him_out()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = await house.PersonAsync("Clerk", InventoryPermissions.View, InventoryPermissions.Reorder);
        await GoneAsync(house, clerk);
        await using var stage = new PageStage(house, clerk, Permission.SignedIn, InventoryPermissions.View, InventoryPermissions.Reorder);
        var navigation = (BunitNavigationManager)stage.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/notices");

        var portal = stage.Render<Routes>();

        await portal.WaitForAssertionAsync(() => Assert.Contains(navigation.History, h => h.Uri == "/sign-in?returnUrl=%2Fnotices" && h.Options.ForceLoad));
        Assert.NotEmpty(portal.FindAll("nav.side a[href='/notices']"));
        Assert.False(stage.Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public async Task Who_is_nobody_any_more_is_led_out_of_a_page_that_was_refused_before()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = await house.PersonAsync("Clerk");
        await using var stage = new PageStage(house, clerk, Permission.SignedIn, PlatformPermissions.Rights);
        var navigation = (BunitNavigationManager)stage.Services.GetRequiredService<NavigationManager>();
        var portal = await RefusedAsync(stage);

        stage.People.SetNotAuthorized();

        await portal.WaitForAssertionAsync(() => Assert.Contains(navigation.History, h => h.Uri == "/sign-in?returnUrl=%2Fadmin%2Froles" && h.Options.ForceLoad));
    }

    [Fact]
    public async Task A_page_that_was_refused_comes_back_by_itself_when_the_right_is_given()
    {
        await using var house = await TestHouse.OpenAsync();
        var clerk = await house.PersonAsync("Clerk");
        await using var stage = new PageStage(house, clerk, Permission.SignedIn, PlatformPermissions.Rights);
        var portal = await RefusedAsync(stage);

        await house.PersonAsync("Keeper", PlatformPermissions.Rights);
        var role = (await house.Get<RoleBook>().AllAsync(Ct)).Single(r => r.Name.StartsWith("Keeper", StringComparison.Ordinal));
        await house.Get<RightsDesk>().GiveAsync(clerk.UserId!.Value, role.Id, Ct);
        stage.People.SetAuthorized("Clerk").SetPolicies(Permission.SignedIn, PlatformPermissions.Rights);

        await portal.WaitForAssertionAsync(() => Assert.StartsWith("Roles", portal.Find("main h1").TextContent, StringComparison.Ordinal));
    }

    // The page believes that he holds the right, and the database does not.
    private static async Task<IRenderedComponent<Routes>> RefusedAsync(PageStage stage)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/admin/roles");
        var portal = stage.Render<Routes>();
        await portal.WaitForAssertionAsync(() => Assert.Contains("You may not see this page", portal.Find("main").TextContent, StringComparison.Ordinal));
        return portal;
    }

    private static async Task GoneAsync(TestHouse house, Actor person)
    {
        var boss = await house.PersonAsync("Boss");
        await house.Get<RightsDesk>().GrantAdministratorAsync(boss.UserId!.Value, Ct);
        await house.Get<RightsDesk>().SwitchAsync(person.UserId!.Value, enabled: false, Ct);
    }
}
