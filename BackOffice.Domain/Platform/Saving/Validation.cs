using System.Collections.Concurrent;
using System.Reflection;

namespace BackOffice.Domain.Platform.Saving;

/// <summary>The annotations on an entity and its own <see cref="IValidatableObject"/> rules; forms and the door ask the same.</summary>
public static class Validation
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Decimals = new();

    /// <summary>Everything that is wrong with a record; empty when it may be saved.</summary>
    public static IReadOnlyList<Fault> Check(object record)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(record, new ValidationContext(record), results, validateAllProperties: true);
        var faults = results.Select(r => new Fault(r.MemberNames.FirstOrDefault(), r.ErrorMessage ?? "")).ToList();
        foreach (var property in Decimals.GetOrAdd(record.GetType(), t => [.. t.GetProperties().Where(p => p.PropertyType == typeof(decimal) || p.PropertyType == typeof(decimal?))]))
        {
            if (property.GetValue(record) is decimal value && Math.Abs(value) > Money.Largest)
                faults.Add(new Fault(property.Name, "{0} is too large. Enter at most {1}.", property.Name, Money.Largest));
        }
        return faults;
    }

    /// <summary>Refuses a record with faults.</summary>
    /// <exception cref="RuleBroken">All faults at once.</exception>
    public static void Require(object record)
    {
        var faults = Check(record);
        if (faults.Count > 0) throw new RuleBroken(faults);
    }
}
