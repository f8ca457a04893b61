namespace BackOffice.Domain.Platform.Transfer;

/// <summary>How the numbers and dates of one column of a file are written.</summary>
/// <param name="Numbers">Of the numbers.</param>
/// <param name="Dates">Of the dates.</param>
public sealed record ColumnFormat(NumberFormat Numbers = NumberFormat.Unknown, DateOrder Dates = DateOrder.Unknown);

/// <summary>What stands in a column that a kind of import understands.</summary>
public enum ColumnContent
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Numbers, whose format has to be found out.</summary>
    Number,

    /// <summary>Days or points of time, whose order has to be found out.</summary>
    Date,
}

/// <summary>A column that a kind of import understands.</summary>
public abstract class ImportColumn
{
    private readonly List<string> _aliases = [];

    private protected ImportColumn(string name, ColumnContent content) => (Name, Content) = (name, content);

    /// <summary>The column's name in the office's words; also its name in mappings.</summary>
    public string Name { get; }

    /// <summary>What stands in it.</summary>
    public ColumnContent Content { get; }

    /// <summary>Other names that files give it.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>True when a row without it is rejected.</summary>
    public bool IsRequired { get; private protected set; }

    /// <summary>True when it tells which record a row is about; no two rows of a file may agree in all such columns.</summary>
    public bool IsKey { get; private protected set; }

    internal int Ordinal { get; set; }

    private protected void AddAliases(string[] aliases) => _aliases.AddRange(aliases);

    internal abstract bool TryRead(Cell cell, ColumnFormat format, out object? value, out Fault? fault);

    /// <summary>A text of at most so many characters.</summary>
    public static ImportColumn<string> Text(string name, int longest = 200) => new(name, ColumnContent.Text, (cell, _) =>
        (CellText.TryRead(cell, longest, out var value, out var fault), value, fault));

    /// <summary>An amount or a quantity.</summary>
    public static ImportColumn<decimal> Number(string name) => new(name, ColumnContent.Number, (cell, format) =>
        (NumberText.TryRead(cell, format.Numbers, out var value, out var fault), value, fault));

    /// <summary>A whole number from 0 on, as a count of days.</summary>
    public static ImportColumn<int> Count(string name) => new(name, ColumnContent.Number, (cell, format) =>
    {
        var read = NumberText.TryReadWhole(cell, format.Numbers, out var value, out var fault);
        if (read && value is < 0 or > int.MaxValue) fault = new Fault(null, "\"{0}\" is out of range. Enter 0 or more.", cell.Shown);
        return (fault is null, (int)Math.Clamp(value, 0, int.MaxValue), fault);
    });

    /// <summary>A calendar day.</summary>
    public static ImportColumn<DateOnly> Day(string name) => new(name, ColumnContent.Date, (cell, format) =>
        (DateText.TryRead(cell, format.Dates, out DateOnly value, out var fault), value, fault));

    /// <summary>A point of time; in the company's zone unless it says UTC.</summary>
    public static ImportColumn<DateTime> Moment(string name) => new(name, ColumnContent.Date, (cell, format) =>
        (DateText.TryRead(cell, format.Dates, out DateTime value, out var fault), value, fault));

    /// <summary>Yes or no.</summary>
    public static ImportColumn<bool> YesNo(string name) => new(name, ColumnContent.Text, (cell, _) =>
        (CellText.TryRead(cell, out bool value, out var fault), value, fault));

    /// <summary>One of a list.</summary>
    public static ImportColumn<TList> OneOf<TList>(string name) where TList : struct, Enum => new(name, ColumnContent.Text, (cell, _) =>
    {
        var read = CellText.TryRead(cell, typeof(TList), out var value, out var fault);
        return (read, value is TList choice ? choice : default, fault);
    });
}

/// <summary>A column of a known type.</summary>
public sealed class ImportColumn<T> : ImportColumn where T : notnull
{
    private readonly Func<Cell, ColumnFormat, (bool Read, T Value, Fault? Fault)> _read;

    internal ImportColumn(string name, ColumnContent content, Func<Cell, ColumnFormat, (bool, T, Fault?)> read) : base(name, content) => _read = read;

    /// <summary>Rows without it are rejected.</summary>
    public ImportColumn<T> Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>It tells which record a row is about.</summary>
    public ImportColumn<T> Key()
    {
        IsKey = IsRequired = true;
        return this;
    }

    /// <summary>Part of the key that may be left empty.</summary>
    public ImportColumn<T> OptionalKey()
    {
        IsKey = true;
        return this;
    }

    /// <summary>Other names that files give it; blanks, case and punctuation do not matter.</summary>
    public ImportColumn<T> Alias(params string[] aliases)
    {
        AddAliases(aliases);
        return this;
    }

    internal override bool TryRead(Cell cell, ColumnFormat format, out object? value, out Fault? fault)
    {
        var (read, typed, wrong) = _read(cell, format);
        (value, fault) = (read ? typed : null, wrong);
        return read;
    }
}
