using System.Linq.Expressions;
using System.Reflection;
using BackOffice.Portal.Platform.Languages;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>A column for one property of the row: <c>&lt;GridColumn For="r => r.Sku" /&gt;</c>.</summary>
public sealed class GridColumn<TRow, TValue> : ListedColumn<TRow>
{
    private Func<TRow, TValue>? _read;
    private PropertyInfo? _property;

    /// <summary>The property.</summary>
    [Parameter, EditorRequired]
    public Expression<Func<TRow, TValue>> For { get; set; } = default!;

    /// <inheritdoc />
    public override PropertyInfo Property => _property ??= (For.Body as MemberExpression)?.Member as PropertyInfo
        ?? throw new InvalidOperationException($"A column is for a property of {typeof(TRow).Name}, not for {For.Body}.");

    /// <inheritdoc />
    protected override string? Show(TRow row, out bool isZero)
    {
        // A property's getter is bound at once; compiling an expression would cost a millisecond a column.
        _read ??= Property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
        var value = _read(row);
        isZero = value is 0m or 0 or 0L;
        return value switch
        {
            null => null,
            string text => text,
            decimal number => Decimals is { } decimals ? Figures.Number(number, decimals) : Figures.Quantity(number),
            int number => Figures.Quantity(number),
            long number => Figures.Quantity(number),
            DateTime at => Reader.Brief(at),
            DateOnly day => Reader.Day(day),
            bool yes => L[yes ? "Yes" : "No"],
            Enum state => L.Say(state),
            _ => value.ToString(),
        };
    }
}
