namespace BackOffice.Domain.Platform.Calendars;

/// <summary>Something that holds from a day on, until a day on which it no longer does; without an end it holds until further notice.</summary>
public interface IDated
{
    /// <summary>The first day.</summary>
    DateOnly FromOn { get; }

    /// <summary>The first day after it; none means until further notice.</summary>
    DateOnly? UntilOn { get; }
}

/// <summary>What is asked of everything that holds from a day to a day.</summary>
public static class Dated
{
    /// <summary>Those that hold on a day.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> rows, DateOnly day) where T : class, IDated =>
        rows.Where(r => r.FromOn <= day && (r.UntilOn == null || day < r.UntilOn));

    /// <summary>Those that hold on some day from a day on.</summary>
    public static IQueryable<T> OnOrAfter<T>(this IQueryable<T> rows, DateOnly day) where T : class, IDated =>
        rows.Where(r => r.UntilOn == null || day < r.UntilOn);

    /// <summary>Whether it holds on a day.</summary>
    public static bool HoldsOn(this IDated dated, DateOnly day) => dated.FromOn <= day && day < dated.End();

    /// <summary>Whether two hold together on some day.</summary>
    public static bool Overlaps(this IDated dated, IDated other) => dated.FromOn < other.End() && other.FromOn < dated.End();

    /// <summary>Whether several of them together hold on every day on which this one does.</summary>
    public static bool IsCoveredBy(this IDated dated, IEnumerable<IDated> others)
    {
        var day = dated.FromOn;
        foreach (var other in others.OrderBy(o => o.FromOn))
        {
            if (other.FromOn > day) break;
            if (other.End() > day) day = other.End();
        }
        return day >= dated.End();
    }

    /// <summary>The first day after it, or the last day there is.</summary>
    internal static DateOnly End(this IDated dated) => dated.UntilOn ?? DateOnly.MaxValue;

    /// <summary>An end before a start, or days that nobody can have meant.</summary>
    internal static IEnumerable<ValidationResult> Faults(IDated dated)
    {
        if (dated.FromOn.Year is < 1900 or > 2200) yield return new ValidationResult("Enter a first day between 1900 and 2200.", [nameof(IDated.FromOn)]);
        if (dated.UntilOn <= dated.FromOn) yield return new ValidationResult("The end must lie after the first day.", [nameof(IDated.UntilOn)]);
        else if (dated.UntilOn is { Year: > 2200 }) yield return new ValidationResult("Enter an end before the year 2200, or none.", [nameof(IDated.UntilOn)]);
    }
}
