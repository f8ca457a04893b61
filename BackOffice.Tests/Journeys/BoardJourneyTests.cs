using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Tests.Platform;
using BackOffice.Tests.Platform.Security;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Journeys;

public sealed class BoardJourneyTests
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 120_000 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_people_before_one_board_see_each_others_moves()
    {
        await using var portal = await OpenPortal.StartAsync();
        var (list, card, columns) = await ArrangeAsync(portal);
        var (one, other, wall) = (await portal.SignInAsync("Supervisor", $"/tasks/boards/{list}"), await portal.SignInAsync("Clerk", $"/tasks/boards/{list}"), await portal.SignInAsync("Buyer", $"/tasks/wall?list={list}"));
        await Expect(other.Locator($"[data-column='{columns[0]}'] [data-card='{card}']")).ToBeVisibleAsync(Patient);
        await Expect(wall.Locator($"[data-card='{card}']")).ToBeVisibleAsync(Patient);

        await one.Locator($"[data-card='{card}']").DragToAsync(one.Locator($"[data-column='{columns[1]}']"));
        await Expect(other.Locator($"[data-column='{columns[1]}'] [data-card='{card}']")).ToBeVisibleAsync(Patient);
        await Expect(wall.Locator(".since")).ToContainTextAsync("1 moved to In progress");

        await other.Locator($"[data-card='{card}']").FocusAsync();
        foreach (var key in new[] { " ", "ArrowRight", " " }) await PressAsync(other, card, key);
        await Expect(one.Locator($"[data-column='{columns[2]}'] [data-card='{card}']")).ToBeVisibleAsync(Patient);
        await Expect(one.Locator(".since")).ToContainTextAsync("1 moved to Waiting");
        Assert.Empty(Chromium.Complaints.GetOrCreateValue(one));
        Assert.Empty(Chromium.Complaints.GetOrCreateValue(other));
    }

    [Fact]
    public async Task A_wall_finds_back_by_itself_after_a_restart_of_the_portal()
    {
        await using var portal = await OpenPortal.StartAsync();
        var (list, card, columns) = await ArrangeAsync(portal);
        var wall = await portal.SignInAsync("Supervisor", $"/tasks/wall?list={list}");
        await Expect(wall.Locator($"[data-card='{card}']")).ToBeVisibleAsync(Patient);

        await portal.RestartAsync();
        var mover = await portal.SignInAsync("Clerk", $"/tasks/boards/{list}");
        await mover.Locator($"[data-move='{card}']").ClickAsync();
        await mover.Locator(".move-menu").GetByRole(AriaRole.Menuitem, new() { Name = "Waiting" }).ClickAsync();
        await Expect(mover.Locator($"[data-column='{columns[2]}'] [data-card='{card}']")).ToBeVisibleAsync(Patient);
        await Expect(wall.Locator(".col", new() { HasText = "Waiting" }).Locator($"[data-card='{card}']")).ToBeVisibleAsync(Patient);
    }

    private static async Task PressAsync(IPage page, long card, string key)
    {
        await page.Locator($"[data-card='{card}']").PressAsync(key == " " ? "Space" : key);
        // The portal answers every key; the next one is pressed on what it has drawn.
        await Expect(page.Locator(key == " " ? ".board" : $"[data-card='{card}'].held")).ToBeVisibleAsync();
    }

    private static async Task<(long List, long Card, List<long> Columns)> ArrangeAsync(OpenPortal portal)
    {
        await using var house = portal.House();
        var list = await house.Get<ListBook>().StartAsync("Operations", Audience.Everybody, ct: Ct);
        var card = await house.Get<TaskDesk>().AddAsync(new WorkItem { ListId = list, Title = "Unload the truck" }, ct: Ct);
        return (list, card, [.. (await house.Get<ListBook>().GetAsync(list, Ct)).States.OrderBy(s => s.Position).Select(s => s.Id)]);
    }
}
