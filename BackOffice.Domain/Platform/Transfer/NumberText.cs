using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Domain.Platform.Transfer;

/// <summary>How numbers are written in a column.</summary>
public enum NumberFormat
{
    /// <summary>Not known: only numbers that can be read in one way are read.</summary>
    Unknown,

    /// <summary>1,234.56: the point parts off the decimals.</summary>
    DecimalPoint,

    /// <summary>1.234,56: the comma parts off the decimals.</summary>
    DecimalComma,
}

/// <summary>Reads numbers as people and machines write them, and refuses what could mean two things.</summary>
public static class NumberText
{
    internal const string TooLarge = "\"{0}\" is too large. Numbers reach up to {1:N0}.";

    /// <summary>Reads an amount or a quantity: at most 4 decimals, within <see cref="Money.Largest"/>.</summary>
    public static bool TryRead(Cell cell, NumberFormat format, out decimal number, [NotNullWhen(false)] out Fault? fault)
    {
        number = 0;
        var sentence = Read(cell, format, ref number);
        fault = sentence is null ? null : new Fault(null, sentence, cell.Shown, Money.Largest);
        return fault is null;
    }

    /// <summary>Reads a whole number; "12.0" is one.</summary>
    public static bool TryReadWhole(Cell cell, NumberFormat format, out long number, [NotNullWhen(false)] out Fault? fault)
    {
        number = 0;
        if (!TryRead(cell, format, out var value, out fault)) return false;
        if (decimal.Truncate(value) == value) number = (long)value;
        else fault = new Fault(null, "\"{0}\" is not a whole number. Enter it without decimals.", cell.Shown);
        return fault is null;
    }

    private static string? Read(Cell cell, NumberFormat format, ref decimal number)
    {
        if (cell.Kind == CellKind.Error) return CellText.SpreadsheetError;
        var written = WrittenNumber.Of(cell);
        if (written.Wrong is { } wrong) return wrong;
        if (format == NumberFormat.Unknown && written.HasTwoMeanings) return "\"{0}\" can be read in two ways. Say whether the column has a decimal point or a decimal comma.";
        var point = format switch { NumberFormat.DecimalPoint => '.', NumberFormat.DecimalComma => ',', _ => written.CanBe('.') ? '.' : ',' };
        if (!written.CanBe(point)) return "\"{0}\" does not fit the number format of its column. Write all numbers of a column alike.";
        if (!written.TryValue(point, out var value) || Math.Abs(value) > Money.Largest) return TooLarge;
        if (decimal.Round(value, 4) != value) return "\"{0}\" has more than 4 decimals. Round it.";
        number = value;
        return null;
    }
}

/// <summary>Finds out how the numbers of a column are written by looking at all of them.</summary>
public sealed class NumberColumn
{
    private bool _point;
    private bool _comma;
    private readonly HashSet<string> _currencies = new(StringComparer.Ordinal);

    /// <summary>A cell that can be read in two ways, or null.</summary>
    public string? Doubtful { get; private set; }

    /// <summary>The format that every telling cell agrees on.</summary>
    public NumberFormat Format => (_point, _comma, Doubtful) switch
    {
        (true, false, _) => NumberFormat.DecimalPoint,
        (false, true, _) => NumberFormat.DecimalComma,
        (false, false, null) => NumberFormat.DecimalPoint,
        _ => NumberFormat.Unknown,
    };

    /// <summary>Currency signs and codes that stand beside the numbers.</summary>
    public IReadOnlyCollection<string> Currencies => _currencies;

    /// <summary>Takes one more cell into account.</summary>
    public void Look(Cell cell)
    {
        if (cell.IsEmpty || cell.Kind != CellKind.Text) return;
        var written = WrittenNumber.Of(cell);
        if (written.Wrong is not null) return;
        if (written.Currency.Length > 0 && _currencies.Count < 5) _currencies.Add(written.Currency);
        if (written.HasTwoMeanings) Doubtful ??= cell.Shown;
        else if (!written.CanBe(',')) _point = true;
        else if (!written.CanBe('.')) _comma = true;
    }
}
