using System.Globalization;

namespace BackOffice.Portal.Platform.Languages;

/// <summary>Numbers as they stand in a column: grouped, with the true minus sign, a dash for a zero that says nothing.</summary>
public static class Figures
{
    /// <summary>An amount with its currency's decimals, without the currency, which stands in the header.</summary>
    public static string Amount(Money money) => Number(money.Amount, Money.Decimals(money.Currency));

    /// <summary>A number with exactly so many decimals.</summary>
    public static string Number(decimal value, int decimals) => Sign(value.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>A quantity with the decimals it has, at most four.</summary>
    public static string Quantity(decimal value) => Sign(value.ToString("#,##0.####", CultureInfo.InvariantCulture));

    /// <summary>A quantity in a sparse column.</summary>
    public static string Sparse(decimal value) => value == 0 ? "–" : Quantity(value);

    private static string Sign(string text) => text.Replace('-', '−');
}
