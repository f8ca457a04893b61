using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Jobs;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Mail;
using BackOffice.Portal.Platform.Security;
using BackOffice.Portal.Platform.Shell;
using BackOffice.Portal.Platform.Transfer;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor;

namespace BackOffice.Tests.Platform;

/// <summary>Whole pages over a real house: every service as the portal's own start sets it up, only browser and sign-in are stood in for.</summary>
public sealed class PageStage : BunitContext
{
    /// <summary>Opens the pages for somebody; without him for the house itself, with every permission.</summary>
    public PageStage(TestHouse house, Actor? actor = null, params string[] permissions)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // What stands in for the browser is bUnit's own.
        var browser = Services.Select(s => s.ServiceType).Where(t => t.Namespace?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) == true || t.Namespace == "Microsoft.JSInterop").ToHashSet();
        foreach (var service in PortalServices(house).Where(s => !browser.Contains(s.ServiceType))) Services.Add(service);
        Services.AddLogging(l => l.ClearProviders());
        Services.AddSingleton<TimeProvider>(house.Clock);
        Services.Configure<PopoverOptions>(o => o.CheckForPopoverProvider = false);
        People = AddAuthorization();
        People.SetAuthorized(actor?.Name ?? "Tester").SetPolicies(actor is null ? [.. Permission.All.Select(p => p.Name)] : permissions);
        Services.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.Operator("test");
    }

    /// <summary>Who is signed in, as the pages know it.</summary>
    public BunitAuthorizationContext People { get; }

    /// <summary>Opens an address and shows its page.</summary>
    public IRenderedComponent<DynamicComponent> Open(Type page, string address = "", IDictionary<string, object>? parameters = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<DynamicComponent>(p => p.Add(c => c.Type, page).Add(c => c.Parameters, parameters));
    }

    private static IServiceCollection PortalServices(TestHouse house)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "BackOffice.Portal" });
        builder.AddSettingsFile();
        builder.Configuration.AddConfiguration(house.Configuration);
        builder.Services.AddOffice(builder.Configuration);
        builder.AddJobs();
        builder.AddTransfer();
        builder.AddLanguages();
        builder.AddMail();
        builder.AddShell();
        builder.AddSecurity();
        return builder.Services;
    }
}
