using System.Globalization;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Spells a schedule out: "0 6,13 * * *" is "Every day at 06:00 and 13:00".</summary>
public sealed class CronWords(IStringLocalizer texts)
{
    private const int MostTimes = 6;

    /// <summary>The meaning of a schedule, in the reader's language.</summary>
    /// <exception cref="RuleBroken">It is no schedule.</exception>
    public string Say(string cron)
    {
        CronTimes.Parse(cron);
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (minute, hour) = (CronField.Minute(fields[0]), CronField.Hour(fields[1]));
        var (day, month, weekday) = (CronField.DayOfMonth(fields[2]), CronField.Month(fields[3]), CronField.Weekday(fields[4]));
        var everyDay = day.IsAny && weekday.IsAny && month.IsAny;
        string words = Times(minute, hour) is { } times
            ? texts["{0} at {1}", Days(day, month, weekday), times]
            : everyDay ? Rhythm(minute, hour) : texts["{0}, {1}", Days(day, month, weekday), Rhythm(minute, hour)];
        return char.ToUpper(words[0], CultureInfo.CurrentUICulture) + words[1..];
    }

    /// <summary>Times of day, while there are few enough to name.</summary>
    private string? Times(CronField minute, CronField hour) =>
        minute.Values.Length * hour.Values.Length > MostTimes || hour.IsAny ? null
            : And(from h in hour.Values from m in minute.Values select Clock(h, m));

    /// <summary>How often in a day.</summary>
    private string Rhythm(CronField minute, CronField hour)
    {
        var minutes = minute.StepIn(60);
        if (minutes is { } step && step < 60)
        {
            string every = step == 1 ? texts["every minute"] : minute.Values[0] == 0 ? texts["every {0} minutes", step] : texts["every {0} minutes from minute {1}", step, minute.Values[0]];
            return hour.IsAny ? every
                : hour.IsRange || hour.Values.Length == 1 ? texts["{0} from {1} to {2}", every, Clock(hour.Values[0], minute.Values[0]), Clock(hour.Values[^1], minute.Values[^1])]
                : texts["{0} of the hours {1}", every, And(hour.Values.Select(Number))];
        }
        if (minute.Values is not [var at])
            return hour.IsAny ? texts["at the minutes {0} of every hour", And(minute.Values.Select(Number))] : texts["at the minutes {0} of the hours {1}", And(minute.Values.Select(Number)), And(hour.Values.Select(Number))];
        if (hour.IsAny) return at == 0 ? texts["every hour"] : texts["every hour at minute {0}", at];
        if (hour.StepIn(24) is { } hours) return hour.Values[0] == 0 && at == 0 ? texts["every {0} hours", hours] : texts["every {0} hours from {1}", hours, Clock(hour.Values[0], at)];
        return hour.IsRange ? texts["every hour from {0} to {1}", Clock(hour.Values[0], at), Clock(hour.Values[^1], at)] : texts["at minute {0} of the hours {1}", at, And(hour.Values.Select(Number))];
    }

    private string Days(CronField day, CronField month, CronField weekday)
    {
        string days = (day.IsAny, weekday.IsAny) switch
        {
            (true, true) => texts["every day"],
            (true, false) => Weekdays(weekday),
            (false, true) => DaysOfMonth(day),
            // Both must hold: Friday the 13th.
            _ => weekday.IsSpecial ? texts["{0} and {1}", DaysOfMonth(day), Weekdays(weekday)] : texts["{0} if it is {1}", DaysOfMonth(day), Or(weekday.Values.Select(DayName))],
        };
        if (month.IsAny) return days;
        return month.IsRange
            ? texts["{0} from {1} to {2}", days, MonthName(month.Values[0]), MonthName(month.Values[^1])]
            : texts["{0} in {1}", days, And(month.Values.Select(MonthName))];
    }

    private string Weekdays(CronField weekday)
    {
        if (weekday.Text.Split('#') is [var nth, var count] && CronField.Weekday(nth) is { Values: [var day] })
        {
            return texts[count switch
            {
                "1" => "first {0} of the month",
                "2" => "second {0} of the month",
                "3" => "third {0} of the month",
                "4" => "fourth {0} of the month",
                _ => "fifth {0} of the month",
            }, DayName(day)];
        }
        if (weekday.IsSpecial) return texts["last {0} of the month", DayName(CronField.Weekday(weekday.Text.TrimEnd('L')).Values[0])];
        if (weekday.IsRange) return texts["{0} to {1}", DayName(weekday.Values[0]), DayName(weekday.Values[^1])];
        return And(weekday.Values.Select(d => (string)texts[d switch
        {
            1 => "Mondays",
            2 => "Tuesdays",
            3 => "Wednesdays",
            4 => "Thursdays",
            5 => "Fridays",
            6 => "Saturdays",
            _ => "Sundays",
        }]));
    }

    private string DaysOfMonth(CronField day) => day switch
    {
        { Text: "L" } => texts["last day of the month"],
        { Text: "LW" } => texts["last day of the month from Monday to Friday"],
        { IsSpecial: true, Text: ['L', '-', ..] } => texts["{0} days before the last day of the month", day.Text[2..]],
        { IsSpecial: true } => texts["the day from Monday to Friday nearest to day {0} of the month", day.Text.TrimEnd('W')],
        { Values: [var only] } => texts["day {0} of the month", only],
        { IsRange: true } => texts["days {0} to {1} of the month", day.Values[0], day.Values[^1]],
        _ => texts["days {0} of the month", And(day.Values.Select(Number))],
    };

    private string And(IEnumerable<string> parts) => Join(parts, (before, last) => texts["{0} and {1}", before, last]);

    private string Or(IEnumerable<string> parts) => Join(parts, (before, last) => texts["{0} or {1}", before, last]);

    private string Join(IEnumerable<string> parts, Func<string, string, string> last)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : last(all[..^1].Aggregate((before, part) => texts["{0}, {1}", before, part]), all[^1]);
    }

    private static string Clock(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string DayName(int day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7));

    private static string MonthName(int month) => CultureInfo.CurrentUICulture.DateTimeFormat.GetMonthName(month);
}
