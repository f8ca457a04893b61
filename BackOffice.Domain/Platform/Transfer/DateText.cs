using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>In which order day and month are written in a column.</summary>
public enum DateOrder
{
    /// <summary>Not known: only dates that can be read in one way are read.</summary>
    Unknown,

    /// <summary>31/12/2026.</summary>
    DayFirst,

    /// <summary>12/31/2026.</summary>
    MonthFirst,
}

/// <summary>Reads days and points of time as they are written; the year first is always understood.</summary>
public static class DateText
{
    private const string NotADate = "\"{0}\" is not a date. Write it as 2026-12-31.";
    private const string NoSuchDay = "\"{0}\" is not a day of the calendar. Correct it.";
    private const string TwoMeanings = "\"{0}\" can be read in two ways. Say whether the column has the day or the month first.";
    private const string OtherOrder = "\"{0}\" does not fit the order of day and month in its column. Write all dates of a column alike.";
    private const string ShortYear = "\"{0}\" has a year of two digits. Write all four.";
    private const string FarYear = "\"{0}\" lies outside the years 1900 to 2199. Correct it.";

    private static readonly string[] NamedMonths = ["d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "yyyy MMM d", "yyyy MMMM d"];

    private static readonly string[] Times =
        ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "h:mm tt", "h:mm:ss tt", "h:mmtt", "h:mm:sstt", "h tt"];

    /// <summary>Reads a day; a time of day beside it is left out.</summary>
    public static bool TryRead(Cell cell, DateOrder order, out DateOnly day, [NotNullWhen(false)] out Fault? fault)
    {
        var read = TryRead(cell, order, out DateTime moment, out fault);
        day = DateOnly.FromDateTime(moment);
        return read;
    }

    /// <summary>Reads a point of time, midnight when only a day is given; it is in the office's own zone unless a Z behind it makes it UTC.</summary>
    public static bool TryRead(Cell cell, DateOrder order, out DateTime moment, [NotNullWhen(false)] out Fault? fault)
    {
        moment = default;
        var sentence = cell.Kind == CellKind.Error ? CellText.SpreadsheetError : Read(cell, order, ref moment);
        fault = sentence is null ? null : new Fault(null, sentence, cell.Shown);
        return fault is null;
    }

    private static string? Read(Cell cell, DateOrder order, ref DateTime moment)
    {
        if (!TrySplit(cell.Text, out var date, out var time, out var zone)) return NotADate;
        if (!Parts(date, out var first, out var second, out var third)) return NamedMonth(date, time, zone, ref moment);
        if (first >= 1000) return Build(first, second, third, time, zone, ref moment);
        if (third < 100) return first > 31 ? NoSuchDay : ShortYear;
        var dayFirst = date.Contains('.') || order == DateOrder.DayFirst;
        if (!dayFirst && order == DateOrder.Unknown)
        {
            if (first <= 12 && second <= 12 && first != second) return TwoMeanings;
            dayFirst = first > 12;
        }
        var (month, day) = dayFirst ? (second, first) : (first, second);
        if (month is > 12 and <= 31 && day <= 12) return OtherOrder;
        return Build(third, month, day, time, zone, ref moment);
    }

    private static string? Build(int year, int month, int day, TimeSpan time, DateTimeKind zone, ref DateTime moment)
    {
        if (year is < 1900 or > 2199) return FarYear;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return NoSuchDay;
        moment = new DateTime(year, month, day, 0, 0, 0, zone) + time;
        return null;
    }

    private static string? NamedMonth(string date, TimeSpan time, DateTimeKind zone, ref DateTime moment)
    {
        var words = string.Join(' ', date.Split([' ', '-', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries));
        if (!DateTime.TryParseExact(words, NamedMonths, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return words.Any(char.IsLetter) && words is [.., ' ', >= '0' and <= '9', >= '0' and <= '9'] ? ShortYear : NotADate;
        return Build(day.Year, day.Month, day.Day, time, zone, ref moment);
    }

    // "7/4/1996 13:05" into its day and its time; digits of every script become ASCII.
    private static bool TrySplit(string text, out string date, out TimeSpan time, out DateTimeKind zone)
    {
        (time, zone) = (TimeSpan.Zero, DateTimeKind.Unspecified);
        var plain = InvisibleText.Trim(string.Concat(text.Where(c => !InvisibleText.IsMark(c)).Select(Ascii)));
        date = plain;
        if (plain.Length is < 6 or > 40) return false;
        var colon = plain.IndexOf(':');
        if (colon < 0) return true;
        var from = plain.LastIndexOfAny([' ', 'T', 't'], colon);
        if (from < 0) return false;
        date = plain[..from].TrimEnd(' ', ',');
        var clock = plain[(from + 1)..];
        if (clock is [.. var utc, 'Z' or 'z']) (clock, zone) = (utc, DateTimeKind.Utc);
        if (!DateTime.TryParseExact(clock, Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var at)) return false;
        time = at.TimeOfDay;
        return true;
    }

    private static char Ascii(char c)
    {
        if (c < '\u007f') return c;
        if (char.IsWhiteSpace(c)) return ' ';
        return CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c;
    }

    // Three numbers parted by one kind of separator, or eight digits.
    internal static bool Parts(string date, out int first, out int second, out int third)
    {
        (first, second, third) = (0, 0, 0);
        if (date.Length == 8 && int.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            (first, second, third) = (whole / 10_000, whole / 100 % 100, whole % 100);
            return first >= 1000;
        }
        var at = date.IndexOfAny(['-', '/', '.']);
        if (at < 0) return false;
        var parts = date.Split(date[at]);
        return parts.Length == 3 && Number(parts[0], out first) && Number(parts[1], out second) && Number(parts[2], out third);
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 9999;

    internal static bool TryOrder(Cell cell, out DateOrder order)
    {
        order = DateOrder.Unknown;
        if (cell.Kind != CellKind.Text || !TrySplit(cell.Text, out var date, out _, out _) || date.Contains('.') || !Parts(date, out var first, out var second, out var third)) return false;
        if (first >= 1000 || third < 100 || first == second) return false;
        if (first is > 12 and <= 31 && second <= 12) order = DateOrder.DayFirst;
        else if (second is > 12 and <= 31 && first <= 12) order = DateOrder.MonthFirst;
        else if (first > 12 || second > 12) return false;
        return true;
    }
}

/// <summary>Finds out in which order day and month are written in a column by looking at all of it.</summary>
public sealed class DateColumn
{
    private bool _dayFirst;
    private bool _monthFirst;

    /// <summary>A date that can be read in two ways, or null.</summary>
    public string? Doubtful { get; private set; }

    /// <summary>The order that every telling date agrees on.</summary>
    public DateOrder Order => (_dayFirst, _monthFirst) switch
    {
        (true, false) => DateOrder.DayFirst,
        (false, true) => DateOrder.MonthFirst,
        _ => DateOrder.Unknown,
    };

    /// <summary>Takes one more cell into account.</summary>
    public void Look(Cell cell)
    {
        if (cell.IsEmpty || !DateText.TryOrder(cell, out var order)) return;
        if (order == DateOrder.DayFirst) _dayFirst = true;
        else if (order == DateOrder.MonthFirst) _monthFirst = true;
        else Doubtful ??= cell.Shown;
    }
}
