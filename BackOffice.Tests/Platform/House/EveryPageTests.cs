using BackOffice.Domain.Platform.Audit;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Demo;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Platform.House;

/// <summary>Every page of the portal opens on the demo company, for somebody who may see everything. What a scan finds, no list repeats.</summary>
public sealed class EveryPageTests
{
    private static readonly Type[] Pages = [.. typeof(SiteMap).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false))];

    [Fact]
    public async Task Every_page_opens_for_an_administrator()
    {
        await using var house = await TestHouse.OpenAsync();
        await FillAsync(house);
        await using var stage = new PageStage(house);
        var broken = new List<string>();
        foreach (var page in Pages)
        {
            var id = await NewestAsync(house, page);
            if (Template(page).Contains("{Id", StringComparison.Ordinal) && id is null) continue;
            var shown = await Record.ExceptionAsync(async () =>
            {
                var opened = stage.Open(page, "", id is { } record ? new Dictionary<string, object> { ["Id"] = record } : null);
                await opened.WaitForAssertionAsync(() => Assert.Empty(opened.FindAll(".skeleton")));
                Assert.NotEmpty(opened.Markup.Trim());
            });
            if (shown is not null) broken.Add($"{page.Name}: {shown.Message}");
        }

        Assert.Empty(broken);
        Assert.NotEmpty(Pages);
    }

    [Fact]
    public void Every_page_says_who_may_open_it() =>
        Assert.Empty(Pages.Where(p => !p.IsDefined(typeof(AuthorizeAttribute), inherit: true) && !p.IsDefined(typeof(AllowAnonymousAttribute), inherit: true) && p.Namespace != "BackOffice.Portal.Platform.Shell").Select(p => p.Name));

    private static async Task FillAsync(TestHouse house)
    {
        using var scope = house.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Operator("demo company");
        await ActivatorUtilities.CreateInstance<DemoCompany>(scope.ServiceProvider).FillAsync(TextWriter.Null, Xunit.TestContext.Current.CancellationToken);
    }

    private static string Template(Type page) => string.Join(' ', page.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(r => r.Template));

    // The record that the demo company brought last of the kind that the page shows.
    private static async Task<long?> NewestAsync(TestHouse house, Type page)
    {
        if (page.GetCustomAttributes(false).OfType<IShows>().FirstOrDefault() is not { } shows) return null;
        var kind = RecordKinds.Of(shows.Record).Kind;
        return await house.Get<Office>().ReadAsync(PlatformPermissions.Audit, db => db.Set<AuditEntry>().Where(a => a.Kind == kind).OrderByDescending(a => a.Id).Select(a => (long?)a.RecordId).FirstOrDefaultAsync());
    }
}
