using System.Globalization;

namespace BackOffice.Domain.Platform;

/// <summary>Reads the value of a filter, which is invariant text, as what its column holds; says in a sentence when it cannot.</summary>
public static class GridValue
{
    /// <summary>The value as <paramref name="type"/>, which is not nullable.</summary>
    /// <exception cref="RuleBroken">The text is not such a value.</exception>
    public static object Of(Type type, GridFilter filter)
    {
        var text = filter.Value?.Trim() ?? throw Missing(filter);
        if (type == typeof(string)) return filter.Value!;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var name) && Enum.IsDefined(type, name) ? name : throw Not(filter, "\"{0}\" is not one of the values of {1}.");
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : throw Not(filter, "\"{0}\" is not yes or no, so {1} cannot be filtered by it.");
        if (type == typeof(DateOnly)) return Day(text) ?? throw Not(filter, "\"{0}\" is not a day, so {1} cannot be filtered by it.");
        if (type == typeof(DateTime)) return Instants(filter).From;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Not(filter, "\"{0}\" is not a whole number, so {1} cannot be filtered by it.");
        if (type == typeof(long)) return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large : throw Not(filter, "\"{0}\" is not a whole number, so {1} cannot be filtered by it.");
        if (type == typeof(decimal)) return Amount(text) ?? throw Not(filter, "\"{0}\" is not a number, so {1} cannot be filtered by it.");
        throw new InvalidOperationException($"A column of {type.Name} cannot be filtered.");
    }

    /// <summary>The instants that a day or an instant stands for: from, and until but not including.</summary>
    /// <exception cref="RuleBroken">The text is neither.</exception>
    public static (DateTime From, DateTime Until) Instants(GridFilter filter)
    {
        var text = filter.Value?.Trim() ?? throw Missing(filter);
        if (Day(text) is { } day)
            return (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day == DateOnly.MaxValue ? DateTime.MaxValue : day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, utc, out var at)
            && at < DateTime.MaxValue ? (at, at.AddTicks(1)) : throw Not(filter, "\"{0}\" is not a day, so {1} cannot be filtered by it.");
    }

    internal static RuleBroken Missing(GridFilter filter) => new(new Fault(filter.Column, "The filter on {0} has no value. Enter one or remove the filter.", filter.Column));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && Math.Abs(amount) <= Money.Largest ? amount : null;

    private static RuleBroken Not(GridFilter filter, string sentence) => new(new Fault(filter.Column, sentence, filter.Value, filter.Column));
}
