using System.Globalization;
using BackOffice.Domain.Platform.Live;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Parts;
using BackOffice.Portal.Platform.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace BackOffice.Tests.Platform;

/// <summary>Renders real components as a reader in Karachi sees them on Monday 23 November 2026 at 11:52.</summary>
public abstract class OnScreen : BunitContext
{
    private readonly (CultureInfo Culture, CultureInfo Language) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    protected OnScreen()
    {
        Read("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new Company("Mehran Traders", TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi"), "PKR"));
        Services.AddSingleton<IStringLocalizer, Texts>();
        Services.AddSingleton<LiveFeed>();
        Services.AddTransient<MudLocalizer, MudTexts>();
        Services.AddScoped<Reader>();
        Services.AddScoped<Trail>();
        Services.AddScoped<OpenPages>();
        Services.AddScoped<Confirm>();
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 6, 52, 0, TimeSpan.Zero));

    /// <summary>Switches the reader's language.</summary>
    protected static void Read(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.All.Single(l => l.Code == language).Culture;

    protected override void Dispose(bool disposing)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        base.Dispose(disposing);
    }
}
