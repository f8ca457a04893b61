using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BackOffice.Domain.Inventory.Reordering;

/// <summary>How much of an item has to be ordered for a location, and by which steps that quantity came about.</summary>
/// <remarks>
/// The horizon is today plus the lead time: what arrives until then could not come sooner by ordering now, so it counts as if it were here;
/// what is expected after it does not count, it is only mentioned. Demand until the horizon is not taken off: the reorder point is there to cover it.
/// </remarks>
public sealed record ReorderCalculation
{
    /// <summary>The stock it started from.</summary>
    public required StockPosition Position { get; init; }

    /// <summary>The terms it obeyed.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Issues less returns a day, over the rule's window.</summary>
    public decimal DailyDemand { get; init; }

    /// <summary>Days from ordering to receiving.</summary>
    public int LeadDays { get; init; }

    /// <summary>What was done to the quantity, in this order; empty when nothing has to be ordered.</summary>
    public IReadOnlyList<ReorderStep> Steps { get; init; } = [];

    /// <summary>Whether something has to be ordered.</summary>
    [JsonIgnore]
    public bool IsNeeded => Steps.Count > 0;

    /// <summary>What has to be ordered; 0 when nothing.</summary>
    [JsonIgnore]
    public decimal Quantity => IsNeeded ? Steps[^1].Quantity : 0;

    /// <summary>Fixed quantity or up to the level, capped to the maximum, raised to the minimum, rounded up to the multiple.</summary>
    public static ReorderCalculation Of(StockPosition position, OrderTerms terms, decimal dailyDemand = 0, int leadDays = 0) => new()
    {
        Position = position, Terms = terms, DailyDemand = dailyDemand, LeadDays = leadDays,
        Steps = position.Projected <= terms.ReorderPoint ? [.. StepsOf(position.Projected, terms)] : [],
    };

    private static IEnumerable<ReorderStep> StepsOf(decimal projected, OrderTerms terms)
    {
        var quantity = terms.FixedQuantity ?? Math.Max(0, (terms.UpTo ?? terms.ReorderPoint) - projected);
        yield return terms.FixedQuantity is { } fixedQuantity
            ? new ReorderStep(ReorderStepKind.FixedQuantity, fixedQuantity, quantity)
            : new ReorderStep(ReorderStepKind.UpTo, terms.UpTo ?? terms.ReorderPoint, quantity);
        if (terms.Maximum is { } maximum && quantity > maximum) yield return new ReorderStep(ReorderStepKind.CappedToMaximum, maximum, quantity = maximum);
        if (terms.Minimum is { } minimum && quantity < minimum) yield return new ReorderStep(ReorderStepKind.RaisedToMinimum, minimum, quantity = minimum);
        if (terms.Multiple is { } multiple and > 0 and not 1) yield return new ReorderStep(ReorderStepKind.RoundedToMultiple, multiple, Math.Ceiling(quantity / multiple) * multiple);
    }

    /// <summary>The whole calculation as one sentence, in clauses that follow each other.</summary>
    public IEnumerable<Clause> Explain()
    {
        yield return new Clause("On hand {0} − reserved {1} + on order {2}", Position.OnHand, Position.Reserved, Position.OnOrder);
        if (Position.InTransit != 0) yield return new Clause(" + in transit {0}", Position.InTransit);
        if (Position.InDrafts != 0) yield return new Clause(" + in draft orders {0}", Position.InDrafts);
        yield return new Clause(" = {0}", Position.Projected);
        yield return new Clause(IsNeeded ? ", at or below reorder point {0}" : ", above reorder point {0}", Terms.ReorderPoint);
        foreach (var (step, first) in Steps.Select((s, i) => (s, i == 0))) yield return first ? step.Clause with { Args = [Quantity, step.Limit] } : step.Clause;
        if (Position.Later != 0) yield return new Clause("; {0} more expected after the lead time", Position.Later);
    }

    /// <summary>The sentence in English, with numbers as the current culture writes them.</summary>
    public override string ToString() => string.Concat(Explain());

    /// <summary>As it is stored with a suggestion.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReorderJson.Default.ReorderCalculation);

    /// <summary>As it was stored.</summary>
    public static ReorderCalculation FromJson(string json) => JsonSerializer.Deserialize(json, ReorderJson.Default.ReorderCalculation)!;
}

/// <summary>What there is of an item at a location, and what will be there at the lead-time horizon.</summary>
/// <param name="OnHand">In good status.</param>
/// <param name="Reserved">Promised to others.</param>
/// <param name="OnOrder">Ordered and expected within the lead time; late orders too.</param>
/// <param name="InTransit">On its way from another location.</param>
/// <param name="InDrafts">In purchase orders that are not submitted yet.</param>
/// <param name="Later">Ordered and expected after the lead time; does not count.</param>
public sealed record StockPosition(decimal OnHand, decimal Reserved = 0, decimal OnOrder = 0, decimal InTransit = 0, decimal InDrafts = 0, decimal Later = 0)
{
    /// <summary>What will be there at the horizon.</summary>
    [JsonIgnore]
    public decimal Projected => OnHand - Reserved + OnOrder + InTransit + InDrafts;
}

/// <summary>When to order and how much, as the rule and the supplier ask for it.</summary>
/// <param name="ReorderPoint">Order when the projected stock is at or below it.</param>
/// <param name="FixedQuantity">Always this much, or</param>
/// <param name="UpTo">as much as fills up to this level.</param>
/// <param name="Maximum">Never more than this in one order.</param>
/// <param name="Minimum">Never less than this in one order.</param>
/// <param name="Multiple">In whole boxes of this many.</param>
public sealed record OrderTerms(decimal ReorderPoint, decimal? FixedQuantity = null, decimal? UpTo = null, decimal? Maximum = null, decimal? Minimum = null, decimal? Multiple = null);

/// <summary>What was done to the quantity.</summary>
public enum ReorderStepKind
{
    /// <summary>Started with the fixed quantity.</summary>
    FixedQuantity,

    /// <summary>Started with what fills up to the level.</summary>
    UpTo,

    /// <summary>Lowered to the largest order.</summary>
    CappedToMaximum,

    /// <summary>Raised to the smallest order.</summary>
    RaisedToMinimum,

    /// <summary>Rounded up to whole boxes.</summary>
    RoundedToMultiple,
}

/// <summary>One step of the calculation.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Limit">By which number of the rule.</param>
/// <param name="Quantity">What came out.</param>
public sealed record ReorderStep(ReorderStepKind Kind, decimal Limit, decimal Quantity)
{
    [JsonIgnore]
    internal Clause Clause => new(Kind switch
    {
        ReorderStepKind.FixedQuantity => "; order {0} = fixed quantity {1}",
        ReorderStepKind.UpTo => "; order {0} = up to {1}",
        ReorderStepKind.CappedToMaximum => ", capped to {0}",
        ReorderStepKind.RaisedToMinimum => ", raised to the minimum {0}",
        _ => ", rounded to boxes of {0}",
    }, Limit);
}

/// <summary>A part of a sentence: English template, which is also the key of its translation, and the numbers in it.</summary>
/// <param name="Template">With {0}, {1} ...</param>
/// <param name="Args">The numbers.</param>
public sealed record Clause(string Template, params IReadOnlyList<decimal> Args)
{
    /// <summary>The numbers as the current culture writes them; what stands before or after them is up to the translation.</summary>
    public object[] Words => [.. Args.Select(a => a.ToString("#,0.####", CultureInfo.CurrentCulture).Replace('-', '\u2212'))];

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.CurrentCulture, Template, Words);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReorderCalculation))]
internal sealed partial class ReorderJson : JsonSerializerContext;
