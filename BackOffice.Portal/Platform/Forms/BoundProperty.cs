using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace BackOffice.Portal.Platform.Forms;

/// <summary>A property of a record as a field of a form knows it: what it is called, whether it may be empty, how long it may be, read from its annotations.</summary>
/// <param name="Owner">The record.</param>
/// <param name="Property">The property.</param>
public sealed record BoundProperty(object Owner, PropertyInfo Property)
{
    /// <summary>The property that an expression such as <c>() => item.Name</c> names.</summary>
    public static BoundProperty Of(LambdaExpression expression) =>
        expression.Body is MemberExpression { Member: PropertyInfo property, Expression: { } owner } && Evaluate(owner) is { } record
            ? new BoundProperty(record, property)
            : throw new InvalidOperationException($"A field is for a property of a record, not for {expression.Body}.");

    /// <summary>The property's name.</summary>
    public string Name => Property.Name;

    /// <summary>The property's type without "nullable".</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>What the record says it is called.</summary>
    public string EnglishLabel => Validation.NameOf(Property);

    /// <summary>It may be left empty.</summary>
    public bool IsOptional => !Property.IsDefined(typeof(RequiredAttribute)) && (Property.PropertyType == typeof(string) || Property.PropertyType != Type);

    /// <summary>An empty text is kept as nothing.</summary>
    public bool KeepsNothing => new NullabilityInfoContext().Create(Property).WriteState == NullabilityState.Nullable;

    /// <summary>Free to edit on a form; everything else changes only through the record's own methods.</summary>
    public bool IsFree => Property.SetMethod is { IsPublic: true };

    /// <summary>The longest text.</summary>
    public int? MaxLength => Property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? Property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;

    /// <summary>The value now.</summary>
    public object? Value
    {
        get => Property.GetValue(Owner);
        set => Property.SetValue(Owner, value);
    }

    /// <summary>The label in the reader's language.</summary>
    public string Label(IStringLocalizer texts) => texts[EnglishLabel];

    // Fields are few and change often, so walking is cheaper than compiling.
    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Evaluate(convert.Operand),
        _ => Expression.Lambda(expression).Compile().DynamicInvoke(),
    };
}
