namespace BackOffice.Domain.Platform;

/// <summary>An amount in a currency. Rounded once, when a line total is stored.</summary>
/// <param name="Amount">In the currency's main unit.</param>
/// <param name="Currency">ISO 4217 code, three capital letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    // ISO 4217, list one: every active currency whose minor unit is not 2.
    private static readonly Dictionary<string, int> MinorUnits = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0, ["RWF"] = 0,
        ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3, ["CLF"] = 4, ["UYW"] = 4,
    };

    /// <summary>Largest amount or quantity the databases hold (decimal(19,4), and a 64-bit whole number of ten-thousandths).</summary>
    public const decimal Largest = 900_000_000_000_000m;

    /// <summary>Decimals of a currency's minor unit (ISO 4217); 2 for those not listed otherwise.</summary>
    public static int Decimals(string currency) => MinorUnits.TryGetValue(currency, out var decimals) ? decimals : 2;

    /// <summary>Rounds half away from zero to the currency's minor unit.</summary>
    public static decimal Round(decimal amount, string currency) => Math.Round(amount, Decimals(currency), MidpointRounding.AwayFromZero);

    /// <summary>The amount rounded to the currency's minor unit.</summary>
    public Money Rounded => this with { Amount = Round(Amount, Currency) };

    /// <summary>Adds amounts of one currency.</summary>
    /// <exception cref="RuleBroken">The currencies differ.</exception>
    public static Money operator +(Money left, Money right)
    {
        Rule.Require(left.Currency == right.Currency, "{0} and {1} cannot be added. Convert one of them first.", left.Currency, right.Currency);
        return left with { Amount = left.Amount + right.Amount };
    }
}
