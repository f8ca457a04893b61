using System.Globalization;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Domain.Platform.Calendars;

/// <summary>When the company works, as its administrators wrote it down.</summary>
[Record("platform.hours", 5, Permission.SignedIn)]
public sealed class OfficeHours : Entity, IValidatableObject
{
    private const string Usual = "08:00-12:00, 13:00-17:00";

    /// <summary>Hours of each Monday: "08:00-12:00, 13:00-17:00"; empty means no work.</summary>
    [MaxLength(100), Display(Name = "Monday")]
    public string? Monday { get; set; } = Usual;

    /// <summary>Hours of each Tuesday.</summary>
    [MaxLength(100), Display(Name = "Tuesday")]
    public string? Tuesday { get; set; } = Usual;

    /// <summary>Hours of each Wednesday.</summary>
    [MaxLength(100), Display(Name = "Wednesday")]
    public string? Wednesday { get; set; } = Usual;

    /// <summary>Hours of each Thursday.</summary>
    [MaxLength(100), Display(Name = "Thursday")]
    public string? Thursday { get; set; } = Usual;

    /// <summary>Hours of each Friday.</summary>
    [MaxLength(100), Display(Name = "Friday")]
    public string? Friday { get; set; } = Usual;

    /// <summary>Hours of each Saturday.</summary>
    [MaxLength(100), Display(Name = "Saturday")]
    public string? Saturday { get; set; }

    /// <summary>Hours of each Sunday.</summary>
    [MaxLength(100), Display(Name = "Sunday")]
    public string? Sunday { get; set; }

    /// <summary>Days without work, one a line: 2026-12-25.</summary>
    [MaxLength(4000), Display(Name = "Holidays")]
    public string? Holidays { get; set; }

    /// <summary>The calendar that these hours make in a time zone.</summary>
    /// <exception cref="RuleBroken">An entry cannot be read, or there is no working time.</exception>
    public WorkingCalendar In(TimeZoneInfo zone) => new(zone, Week(), HolidayDays());

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IReadOnlyList<Fault> faults = [];
        try
        {
            _ = In(TimeZoneInfo.Utc);
        }
        catch (RuleBroken broken)
        {
            faults = broken.Faults;
        }
        return faults.Select(f => new ValidationResult(f.Text, [f.Field ?? nameof(Monday)]));
    }

    private Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>> Week() => new (DayOfWeek Day, string? Hours)[]
    {
        (DayOfWeek.Monday, Monday), (DayOfWeek.Tuesday, Tuesday), (DayOfWeek.Wednesday, Wednesday), (DayOfWeek.Thursday, Thursday),
        (DayOfWeek.Friday, Friday), (DayOfWeek.Saturday, Saturday), (DayOfWeek.Sunday, Sunday),
    }.ToDictionary(d => d.Day, d => (IReadOnlyList<WorkingHours>)[.. Parts(d.Hours, ',').Select(p => Interval(d.Day, p))]);

    private static WorkingHours Interval(DayOfWeek day, string text)
    {
        var ends = text.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        Rule.RequireField(day.ToString(), ends.Length == 2 && Time(ends[0]) is not null && Time(ends[1]) is not null, "{0} cannot be read. Write hours as 08:00-12:00, 13:00-17:00.", text);
        return new WorkingHours(Time(ends[0])!.Value, Time(ends[1])!.Value);
    }

    private static TimeOnly? Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private IEnumerable<DateOnly> HolidayDays()
    {
        foreach (var line in Parts(Holidays, '\n'))
        {
            var readable = DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Rule.RequireField(nameof(Holidays), readable, "{0} is no date. Write one day a line, as 2026-12-25.", line);
            yield return day;
        }
    }

    private static string[] Parts(string? text, char separator) => (text ?? "").Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
