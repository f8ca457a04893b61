using System.Collections.Concurrent;
using System.Reflection;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>The annotations on an entity and its own <see cref="IValidatableObject"/> rules; forms and the door ask the same.</summary>
public static class Validation
{
    private static readonly ConcurrentDictionary<Type, Annotated[]> ByType = new();

    /// <summary>Everything that is wrong with a record; empty when it may be saved.</summary>
    public static IReadOnlyList<Fault> Check(object record)
    {
        var faults = new List<Fault>();
        var context = new ValidationContext(record);
        foreach (var (property, name, annotations) in ByType.GetOrAdd(record.GetType(), Annotated.Of))
        {
            var value = property.GetValue(record);
            (context.MemberName, context.DisplayName) = (property.Name, name);
            if (Array.Find(annotations, a => a.GetValidationResult(value, context) != ValidationResult.Success) is { } broken) faults.Add(Say(broken, property.Name, name));
            else if (value is decimal number && Math.Abs(number) > Money.Largest) faults.Add(new Fault(property.Name, "{0} is too large. Enter at most {1}.", name, Money.Largest));
        }

        // A record's own rules may rely on what its annotations promise.
        if (faults.Count == 0 && record is IValidatableObject rules)
            faults.AddRange(rules.Validate(new ValidationContext(record)).Select(r => new Fault(r.MemberNames.FirstOrDefault(), r.ErrorMessage ?? "")));
        return faults;
    }

    /// <summary>Refuses a record with faults.</summary>
    /// <exception cref="RuleBroken">All faults at once.</exception>
    public static void Require(object record)
    {
        var faults = Check(record);
        if (faults.Count > 0) throw new RuleBroken(faults);
    }

    /// <summary>What people call a property: its display name, or its name in words.</summary>
    public static string NameOf(PropertyInfo property) => property.GetCustomAttribute<DisplayAttribute>()?.GetName()
        ?? string.Concat(property.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static Fault Say(ValidationAttribute broken, string property, string name) => broken switch
    {
        { ErrorMessage: { } own } => new Fault(property, own, name),
        RequiredAttribute => new Fault(property, "{0} is missing. Enter it.", name),
        MaxLengthAttribute most => new Fault(property, "{0} is longer than {1} characters. Shorten it.", name, most.Length),
        StringLengthAttribute most => new Fault(property, "{0} is longer than {1} characters. Shorten it.", name, most.MaximumLength),
        RangeAttribute range => new Fault(property, "{0} must lie between {1} and {2}.", name, range.Minimum, range.Maximum),
        EmailAddressAttribute => new Fault(property, "{0} is no e-mail address. Enter one as name@example.org.", name),
        _ => new Fault(property, broken.FormatErrorMessage(name)),
    };

    private sealed record Annotated(PropertyInfo Property, string Name, ValidationAttribute[] Annotations)
    {
        public static Annotated[] Of(Type type) =>
        [
            .. from property in type.GetProperties()
               where property.GetIndexParameters().Length == 0
               let annotations = property.GetCustomAttributes<ValidationAttribute>().OrderByDescending(a => a is RequiredAttribute).ToArray()
               where annotations.Length > 0 || property.PropertyType == typeof(decimal) || property.PropertyType == typeof(decimal?)
               select new Annotated(property, NameOf(property), annotations),
        ];
    }
}
