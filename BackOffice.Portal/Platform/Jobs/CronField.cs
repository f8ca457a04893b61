using System.Globalization;

namespace BackOffice.Portal.Platform.Jobs;

/// <summary>One field of a schedule as the values it stands for, so that two ways of writing the same thing read the same.</summary>
internal sealed class CronField
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private CronField(string text, int[] values, int possible) => (Text, Values, IsAny) = (text, values, values.Length == possible);

    /// <summary>As it was written, with numbers for names.</summary>
    public string Text { get; }

    /// <summary>The values, rising; empty when the field says something that is no list of values, as "L".</summary>
    public int[] Values { get; }

    /// <summary>Every value there is.</summary>
    public bool IsAny { get; }

    /// <summary>Says something that is no list of values.</summary>
    public bool IsSpecial => Values.Length == 0;

    /// <summary>At least three values without a gap.</summary>
    public bool IsRange => Values.Length >= 3 && Values[^1] - Values[0] == Values.Length - 1;

    public static CronField Minute(string text) => Of(text, 0, 59);

    public static CronField Hour(string text) => Of(text, 0, 23);

    public static CronField DayOfMonth(string text) => Of(text.ToUpperInvariant(), 1, 31);

    public static CronField Month(string text) => Of(Named(text, Months, 1), 1, 12);

    /// <summary>Sunday is 0 or 7 in a schedule; here the week begins on Monday and Sunday is 7.</summary>
    public static CronField Weekday(string text)
    {
        var field = Of(Named(text, Days, 0), 0, 7);
        return field.IsSpecial ? field : new CronField(field.Text, [.. field.Values.Select(d => d == 0 ? 7 : d).Distinct().Order()], 7);
    }

    /// <summary>The step between the values when they fill a round evenly, as the minutes 0, 15, 30 and 45 fill an hour.</summary>
    public int? StepIn(int round)
    {
        if (IsSpecial || round % Values.Length != 0) return null;
        var step = round / Values.Length;
        return Values[0] < step && Values.Select((v, i) => v - (i * step)).Distinct().Count() == 1 ? step : null;
    }

    private static string Named(string text, string[] names, int first) =>
        names.Select((name, place) => (name, number: (place + first).ToString(CultureInfo.InvariantCulture))).Aggregate(text.ToUpperInvariant(), (t, n) => t.Replace(n.name, n.number, StringComparison.Ordinal));

    private static CronField Of(string text, int low, int high)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') is [var r, var s] ? (r, Number(s)) : (part, 1);
            var ends = range.Split('-');
            var from = range is "*" or "?" ? low : Number(ends[0]);
            var to = range is "*" or "?" || (ends.Length == 1 && part.Contains('/', StringComparison.Ordinal)) ? high : Number(ends[^1]);
            if (from is not { } start || to is not { } end || step is not { } width || ends.Length > 2) return new CronField(text, [], high - low + 1);
            // A range may run over the end of the round: 22-2 is 22, 23, 0, 1, 2.
            var round = high - low + 1;
            for (var at = start; at <= (end < start ? end + round : end); at += width) values.Add(low + ((at - low) % round));
        }
        return new CronField(text, [.. values], high - low + 1);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
