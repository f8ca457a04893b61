using System.Globalization;

namespace BackOffice.Domain.Platform.Numbers;

/// <summary>A gapless series of document numbers for one year: PO-2026-00042.</summary>
public sealed class NumberSeries : Entity
{
    /// <summary>Letters in front.</summary>
    [Required, MaxLength(10)]
    public string Prefix { get; internal init; } = "";

    /// <summary>The year.</summary>
    public int Year { get; internal init; }

    /// <summary>The last number given.</summary>
    public int Last { get; internal set; }

    /// <summary>How a number is written.</summary>
    public static string Write(string prefix, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-{number:00000}");
}

/// <summary>Marks the property that holds a record's document number; <c>verify</c> proves its series gapless.</summary>
/// <param name="prefix">Letters in front.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberedAttribute(string prefix) : Attribute
{
    /// <summary>Letters in front.</summary>
    public string Prefix { get; } = prefix;
}

/// <summary>Gives numbers inside the posting transaction: a transaction that fails gives its number back.</summary>
public static class NumberSeriesExtensions
{
    /// <summary>The next number of this year's series; whoever comes next waits until this transaction ends.</summary>
    public static async Task<string> NextNumberAsync(this BackOfficeDb db, string prefix, CancellationToken ct)
    {
        var year = db.Today.Year;
        await db.LockAsync($"number {prefix}", exclusive: true, ct);
        var series = db.Set<NumberSeries>().Local.FirstOrDefault(s => s.Prefix == prefix && s.Year == year)
            ?? await db.Set<NumberSeries>().FirstOrDefaultAsync(s => s.Prefix == prefix && s.Year == year, ct);
        if (series is null) db.Add(series = new NumberSeries { Prefix = prefix, Year = year });
        series.Last++;
        return NumberSeries.Write(prefix, year, series.Last);
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder) => builder.HasIndex(s => new { s.Prefix, s.Year }).IsUnique();
}
