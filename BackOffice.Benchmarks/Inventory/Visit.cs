using BackOffice.Benchmarks.Platform.Browser;
using Microsoft.Playwright;

namespace BackOffice.Benchmarks.Inventory;

/// <summary>Visits to one application's page with the grid.</summary>
internal sealed class Visit(IBrowser browser, MeasuredProcess process, string path, string rows, bool signIn)
{
    private string? _session;

    /// <summary>A first visit with an empty cache.</summary>
    public async Task<(double Time, long Bytes, int Requests)> FreshAsync()
    {
        await using var context = await ContextAsync();
        var visitor = await new GridVisitor(await context.NewPageAsync(), rows).ListenAsync();
        return await visitor.OpenAsync(process.Address + path);
    }

    /// <summary>A visit that stays.</summary>
    public async Task<GridVisitor> EnterAsync()
    {
        var visitor = await new GridVisitor(await (await ContextAsync()).NewPageAsync(), rows).ListenAsync();
        await visitor.OpenAsync(process.Address + path);
        return visitor;
    }

    /// <summary>What an open page holds in the server's memory, from the difference of many.</summary>
    public async Task<double> HeapPerCircuitAsync(int circuits)
    {
        await using var context = await ContextAsync();
        // The first pages warm up what all share.
        var pages = new List<IPage>();
        for (var i = 0; i < 3; i++) pages.Add(await OpenAsync(context));
        var before = await process.HeapAsync();
        for (var i = 0; i < circuits; i++) pages.Add(await OpenAsync(context));
        var after = await process.HeapAsync();
        return (after - before) / (double)circuits;
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(process.Address + path);
        await page.WaitForSelectorAsync(rows);
        return page;
    }

    private async Task<IBrowserContext> ContextAsync()
    {
        if (signIn && _session is null)
        {
            await using var door = await browser.NewContextAsync();
            var page = await door.NewPageAsync();
            await page.GotoAsync(process.Address + "/");
            await page.GetByRole(AriaRole.Button, new() { Name = "Administrator" }).ClickAsync();
            await page.WaitForSelectorAsync("nav");
            _session = await door.StorageStateAsync();
        }
        return await browser.NewContextAsync(new() { StorageState = _session, ViewportSize = new() { Width = 1440, Height = 900 } });
    }
}
