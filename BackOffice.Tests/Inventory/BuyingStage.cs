using BackOffice.Domain.Organization.Approvals;
using BackOffice.Domain.Platform.Audit;
using BackOffice.Portal.Platform.Audit;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;

namespace BackOffice.Tests.Inventory;

/// <summary>A stage whose components stand on the use cases of a real house.</summary>
public abstract class BuyingStage : BunitContext
{
    protected static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Puts the house's use cases, as this person meets them, behind the components.</summary>
    protected void StandOn(BuyingHouse house, Actor actor)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(house.House.Clock);
        Services.AddSingleton(house.Get<Company>());
        Services.AddSingleton<IStringLocalizer, Texts>();
        Services.AddScoped<Reader>();
        Services.AddScoped<Trail>();
        Services.AddScoped<Confirm>();
        Services.AddScoped<AuditWords>();
        Services.AddSingleton(new CurrentActor { Actor = actor });
        Services.AddSingleton(house.House.As<Office>(actor));
        foreach (var type in typeof(Office).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("BackOffice.Domain.Inventory", StringComparison.Ordinal) == true && t is { IsAbstract: false, IsClass: true }
            && t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(Office)))) Services.AddScoped(type);
        Services.AddSingleton(house.House.As<AuditTrail>(actor));
        Services.AddSingleton(house.House.As<ApprovalInbox>(actor));
    }
}
