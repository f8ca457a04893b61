using System.Linq.Expressions;
using System.Reflection;
using BackOffice.Domain.Platform.Proofs;

namespace BackOffice.Domain.Platform.Numbers;

/// <summary>Proves that every number that was given stands on exactly one record, with no gap.</summary>
public sealed class NumberProof : IProof
{
    /// <inheritdoc/>
    public string Name => "Document numbers";

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(BackOfficeDb db, CancellationToken ct)
    {
        var faults = new List<string>();
        var total = 0;
        foreach (var type in RecordKinds.All.Keys)
        {
            if (type.GetProperties().FirstOrDefault(p => p.IsDefined(typeof(NumberedAttribute))) is not { } property) continue;
            var prefix = property.GetCustomAttribute<NumberedAttribute>()!.Prefix;
            var numbers = await (Task<HashSet<string>>)ReadMethod.MakeGenericMethod(type).Invoke(null, [db, property, ct])!;
            total += numbers.Count;
            foreach (var series in await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Prefix == prefix).ToListAsync(ct))
            {
                for (var n = 1; n <= series.Last; n++)
                {
                    if (!numbers.Remove(NumberSeries.Write(prefix, series.Year, n))) faults.Add($"{NumberSeries.Write(prefix, series.Year, n)} was given but stands on no record.");
                }
            }
            faults.AddRange(numbers.Select(n => $"{n} was never given by its series."));
        }
        return new ProofResult(Name, new Saying("{0:N0} numbers", total), faults);
    }

    private static readonly MethodInfo ReadMethod = typeof(NumberProof).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<HashSet<string>> ReadAsync<T>(BackOfficeDb db, PropertyInfo property, CancellationToken ct) where T : Entity
    {
        var record = Expression.Parameter(typeof(T));
        var number = Expression.Lambda<Func<T, string?>>(Expression.Property(record, property), record);
        return [.. (await db.Set<T>().Select(number).Where(n => n != null).ToListAsync(ct)).Select(n => n!)];
    }
}
