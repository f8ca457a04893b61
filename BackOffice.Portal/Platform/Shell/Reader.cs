using BackOffice.Portal.Platform.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>The person in front of the screen: how he likes it to look and in which time zone he reads.</summary>
public sealed class Reader(Company company, TimeProvider clock, IStringLocalizer texts)
{
    /// <summary>How the portal looks to him.</summary>
    public Look Look { get; private set; } = Look.Default;

    /// <summary>Whether his system is dark.</summary>
    public bool SystemIsDark { get; private set; }

    /// <summary>Whether he chose a language in this browser before.</summary>
    public bool LanguageChosen { get; private set; } = true;

    /// <summary>The zone in which instants are told; the company's until he chooses his own.</summary>
    public TimeZoneInfo Zone { get; set; } = company.TimeZone;

    /// <summary>Raised after the look has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether the colours are dark now.</summary>
    public bool IsDark => Look.IsDark(SystemIsDark);

    /// <summary>The instant of reading, in UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The day of reading, in his zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, Zone));

    /// <summary>An instant as short as the day of reading allows.</summary>
    public string Brief(DateTime utc) => Moments.Brief(utc, Now, Zone, texts);

    /// <summary>An instant with its time.</summary>
    public string WithTime(DateTime utc) => Moments.WithTime(utc, Now, Zone, texts);

    /// <summary>A calendar day.</summary>
    public string Day(DateOnly day) => Moments.Day(day, Today, texts);

    /// <summary>An instant in full.</summary>
    public string Exact(DateTime utc) => Moments.Exact(utc, Zone);

    /// <summary>Takes what the browser brought along.</summary>
    public void Arrive(Look look, bool systemIsDark, bool languageChosen = true) => (Look, SystemIsDark, LanguageChosen) = (look, systemIsDark, languageChosen);

    /// <summary>The system has turned light or dark.</summary>
    public void SystemTurned(bool dark)
    {
        if (SystemIsDark == dark) return;
        SystemIsDark = dark;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Shows the new look at once and keeps it.</summary>
    public async Task ChangeAsync(Look look, IJSRuntime js)
    {
        Look = look;
        await js.InvokeVoidAsync("backOffice.keepLook", look.ToString());
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
