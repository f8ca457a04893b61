using BackOffice.Domain.Platform.Live;
using BackOffice.Portal.Platform.Data;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace BackOffice.Tests.Platform;

/// <summary>A stage for components: everything that a part of the screen asks for, with a clock that stands still and a database that nobody may ask.</summary>
public abstract class Stage : BunitContext
{
    protected Stage()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLogging();
        Services.AddOffice(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Sqlite"] = "Data Source=:none:;Mode=ReadOnly" }).Build());
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IStringLocalizer, Texts>();
        Services.AddScoped<Reader>();
        Services.AddScoped<Trail>();
        Services.AddScoped<Confirm>();
    }

    /// <summary>Monday 23 November 2026, 09:00 UTC, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What is announced here reaches the components.</summary>
    public LiveFeed Feed => Services.GetRequiredService<LiveFeed>();
}
