using BackOffice.Domain.Platform.Rights;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Platform.Security;

/// <summary>The Entra path, from the browser through a real OpenID Connect server into our own accounts.</summary>
public sealed class DirectorySignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_the_directory_knows_comes_in_and_goes_out_again()
    {
        await using var portal = await OpenPortal.WithDirectoryAsync();
        var anna = portal.Directory.Know("Anna Berg", "Auditor", "Administrator");

        var page = await portal.SignInAsync(anna, "/");
        await Expect(page.Locator(".me")).ToContainTextAsync("Anna Berg");
        await page.Locator(".me").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.GotoAsync("/");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Anna Berg" })).ToBeVisibleAsync();
        Assert.StartsWith(portal.Directory.Address, page.Url, StringComparison.Ordinal);
        Assert.Empty(Chromium.Complaints.GetOrCreateValue(page));
        await using var house = portal.House();
        var account = await house.Get<Office>().ReadAsync(PlatformPermissions.Rights, db => db.Set<UserAccount>().SingleAsync(Ct), Ct);
        Assert.Equal((portal.Directory.TenantId, anna.ObjectId, "Anna Berg"), (account.TenantId, account.ObjectId, account.Name));
        var actor = Actor.Person(account.Id, account.Name, "test");
        Assert.True(await house.As<Office>(actor).MayAsync(PlatformPermissions.Audit, Ct));
        Assert.False(await house.As<Office>(actor).MayAsync(PlatformPermissions.Rights, Ct));
    }
}
