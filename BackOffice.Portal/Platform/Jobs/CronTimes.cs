using Cronos;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>Reads schedules: five fields, told by the clocks of a time zone through summer and winter.</summary>
public static class CronTimes
{
    /// <summary>The schedule that a text means.</summary>
    /// <exception cref="RuleBroken">It is none.</exception>
    public static CronExpression Parse(string cron)
    {
        // Shorthands such as @daily would pass the parser, but nobody could edit them field by field.
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Rule.RequireField("Cron", fields.Length == 5, "A schedule has five fields: minute, hour, day, month and weekday. \"{0}\" has {1}.", cron, fields.Length);
        var read = CronExpression.TryParse(string.Join(' ', fields), CronFormat.Standard, out var schedule);
        Rule.RequireField("Cron", read, "\"{0}\" is no schedule. A field is *, a number, a list as 1,15, a range as 1-5 or a step as */10.", cron);
        return schedule!;
    }

    /// <summary>The first time after an instant at which a schedule is due; null when there is none.</summary>
    public static DateTime? Next(string cron, TimeZoneInfo zone, DateTime after) => Parse(cron).GetNextOccurrence(after, zone);
}
