using BackOffice.Domain.Platform.Proofs;
using BackOffice.Tests.Platform.Security;
using Microsoft.Playwright;
using static BackOffice.Tests.Inventory.Files;
using static Microsoft.Playwright.Assertions;

namespace BackOffice.Tests.Journeys;

/// <summary>The main job, from a supplier's list to goods on the shelf, by three people in a real browser.</summary>
public sealed class NorthwindJourneyTests
{
    [Fact]
    public async Task Northwind_comes_in_runs_low_is_ordered_approved_and_half_received()
    {
        var (suppliers, categories, products) = (Real("northwind/suppliers.csv"), Real("northwind/categories.csv"), Real("northwind/products.csv"));
        await using var portal = await OpenPortal.WithDirectoryAsync();
        var supervisor = await portal.SignInAsync(portal.Directory.Know("Sana Tariq", "Supervisor"));
        await ImportAsync(supervisor, "inventory.suppliers", suppliers, 29);
        await ImportAsync(supervisor, "inventory.categories", categories, 8);
        await ImportAsync(supervisor, "inventory.items", products, 77);
        await ImportAsync(supervisor, "inventory.opening-stock", products, 72);
        await ImportAsync(supervisor, "inventory.reorder-rules", products, 53);

        var buyer = await portal.SignInAsync(portal.Directory.Know("Bilal Ahmed", "Buyer"), "/inventory/reorder");
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        var chang = buyer.Locator("tr.r", new() { HasText = "Chang" }).First;
        await Expect(chang).ToContainTextAsync("On hand 17 − reserved 0 + on order 0 = 17, at or below reorder point 25; order 33 = up to 50");
        await chang.GetByRole(AriaRole.Radio, new() { Name = "Accept", Exact = true }).ClickAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Create 1 purchase order" }).ClickAsync();
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Submit order" }).ClickAsync();
        await Expect(buyer.GetByRole(AriaRole.Heading, new() { NameRegex = new("PO-\\d{4}-00001") })).ToBeVisibleAsync();
        var order = new Uri(buyer.Url).AbsolutePath;

        await supervisor.GotoAsync(order);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(supervisor.GetByRole(AriaRole.Button, new() { Name = "Mark as sent" })).ToBeVisibleAsync();
        await buyer.GotoAsync(order);
        await buyer.GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();
        await Expect(buyer.GetByRole(AriaRole.Button, new() { Name = "Mark as sent" })).ToBeHiddenAsync();

        var clerk = await portal.SignInAsync(portal.Directory.Know("Daniyal Khan", "Clerk"), "/inventory/deliveries");
        await clerk.GetByRole(AriaRole.Link, new() { NameRegex = new("PO-\\d{4}-00001") }).First.ClickAsync();
        await clerk.GetByLabel("Arrived of Chang").FillAsync("16");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Receive delivery" }).ClickAsync();
        await Expect(clerk.GetByRole(AriaRole.Button, new() { Name = "Receive delivery" })).ToBeHiddenAsync();

        await clerk.GotoAsync("/inventory/items?q=Chang");
        var row = clerk.Locator(".list tbody tr", new() { HasText = "Chang" }).First;
        await Expect(row).ToContainTextAsync("33");
        await Expect(row).ToContainTextAsync("17");
        foreach (var page in new[] { supervisor, buyer, clerk }) Assert.Empty(Chromium.Complaints.GetOrCreateValue(page));
        await using var house = portal.House();
        Assert.All(await house.Get<Verification>().RunAsync(TestContext.Current.CancellationToken), proof => Assert.Empty(proof.Faults));
    }

    private static async Task ImportAsync(IPage page, string kind, string file, int rows)
    {
        await page.GotoAsync($"/imports/new?kind={kind}");
        await Expect(page.Locator("#import-kind")).ToHaveValueAsync(kind);
        await Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await page.Locator("#import-file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Import {rows} rows" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo the import" })).ToBeVisibleAsync();
    }
}
