using System.Globalization;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>Instants and days as people write them: "09:41" today, "Yesterday", "Fri 20 Nov" this year, else "20 Nov 2025".</summary>
public static class Moments
{
    /// <summary>An instant, as short as the day of reading allows.</summary>
    /// <param name="utc">The instant.</param>
    /// <param name="now">The instant of reading.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="texts">The reader's language.</param>
    public static string Brief(DateTime utc, DateTime now, TimeZoneInfo zone, IStringLocalizer texts)
    {
        var (at, today) = (In(zone, utc), DateOnly.FromDateTime(In(zone, now)));
        return DateOnly.FromDateTime(at) == today ? at.ToString("HH:mm", CultureInfo.CurrentCulture) : Day(DateOnly.FromDateTime(at), today, texts);
    }

    /// <summary>An instant with its time, for deadlines and histories: "Today 09:41", "Fri 20 Nov, 17:00".</summary>
    public static string WithTime(DateTime utc, DateTime now, TimeZoneInfo zone, IStringLocalizer texts)
    {
        var (at, today) = (In(zone, utc), DateOnly.FromDateTime(In(zone, now)));
        var day = DateOnly.FromDateTime(at);
        var time = at.ToString("HH:mm", CultureInfo.CurrentCulture);
        return day == today ? $"{texts["Today"]} {time}" : texts["{0}, {1}", Day(day, today, texts), time];
    }

    /// <summary>A calendar day: near days by name, this year with the weekday, others with the year.</summary>
    public static string Day(DateOnly day, DateOnly today, IStringLocalizer texts) => (day.DayNumber - today.DayNumber) switch
    {
        0 => texts["Today"],
        -1 => texts["Yesterday"],
        1 => texts["Tomorrow"],
        _ => day.ToString(day.Year == today.Year ? "ddd d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture),
    };

    /// <summary>The instant in full, with the zone it is told in.</summary>
    public static string Exact(DateTime utc, TimeZoneInfo zone) =>
        $"{In(zone, utc).ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture)} ({zone.Id})";

    /// <summary>How long ago, or how long still, in the largest unit that says enough.</summary>
    public static string Relative(DateTime utc, DateTime now, IStringLocalizer texts)
    {
        var (span, ahead) = ((utc - now).Duration(), utc > now);
        return span switch
        {
            { TotalMinutes: < 1 } => texts["just now"],
            { TotalHours: < 1 } => texts[ahead ? "in {0} min" : "{0} min ago", (int)span.TotalMinutes],
            { TotalDays: < 1 } => texts[ahead ? "in {0} h" : "{0} h ago", (int)span.TotalHours],
            _ => texts[ahead ? "in {0} days" : "{0} days ago", (int)span.TotalDays],
        };
    }

    /// <summary>A length of time: "44 s", "6 min", "1 h 52 min".</summary>
    public static string Length(TimeSpan span, IStringLocalizer texts) => span switch
    {
        { TotalSeconds: < 1 } => texts["{0} ms", (int)span.TotalMilliseconds],
        { TotalMinutes: < 1 } => texts["{0} s", (int)span.TotalSeconds],
        { TotalHours: < 1 } => texts["{0} min", (int)span.TotalMinutes],
        _ => texts["{0} h {1} min", (int)span.TotalHours, span.Minutes],
    };

    private static DateTime In(TimeZoneInfo zone, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
