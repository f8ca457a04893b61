using BackOffice.Benchmarks.Platform.Browser;
using BackOffice.Domain.Inventory.Items;
using Microsoft.Playwright;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>A portal over a million items, and a browser that may visit it.</summary>
internal sealed class ItemShelf : IAsyncDisposable
{
    /// <summary>How many items there are.</summary>
    public const int Items = 1_000_000;

    private readonly IPlaywright _playwright;
    private readonly MeasuredProcess _portal;

    private ItemShelf(BenchHouse house, IPlaywright playwright, MeasuredProcess portal, IBrowser browser) =>
        (House, _playwright, _portal, Browser, Ours) = (house, playwright, portal, browser, new Visit(browser, portal, "/inventory/items", ".list tbody tr", signIn: true));

    /// <summary>The office over the items.</summary>
    public BenchHouse House { get; }

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Visits to the portal's page of items.</summary>
    public Visit Ours { get; }

    /// <summary>Fills the database unless an earlier run has done so, and starts the portal.</summary>
    public static async Task<ItemShelf> OpenAsync()
    {
        var house = await BenchHouse.OpenAsync("items", fresh: !File.Exists(Path.Combine(Repository.Artifacts, "items.db")));
        if ((await house.Get<ItemCatalog>().ListAsync(new GridQuery { Take = 1, RowsFirst = true })).Rows.Count == 0) Warehouse.AddItems(house, Items);
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ConnectionStrings__Sqlite"] = $"Data Source={house.Path}", ["Audit__HeadFile"] = house.Path + ".head" };
        var portal = await MeasuredProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "BackOffice.Portal.dll"), settings, "--empty");
        var playwright = await Playwright.CreateAsync();
        return new ItemShelf(house, playwright, portal, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _portal.DisposeAsync();
        await House.DisposeAsync();
    }
}
