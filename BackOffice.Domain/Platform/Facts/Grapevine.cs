namespace BackOffice.Domain.Platform.Facts;

/// <summary>Carries facts to everybody who hears them, one after the other.</summary>
public sealed class Grapevine(IServiceProvider services)
{
    /// <summary>Every class of the domain that hears facts, with what it hears.</summary>
    public static IReadOnlyList<(Type Hears, Type By)> All { get; } =
    [
        .. from type in typeof(Grapevine).Assembly.GetTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)
           where type is { IsClass: true, IsAbstract: false }
           from hears in type.GetInterfaces()
           where hears.IsGenericType && hears.GetGenericTypeDefinition() == typeof(IHears<>)
           select (hears, type),
    ];

    internal async Task CarryAsync<TFact>(BackOfficeDb db, TFact fact, CancellationToken ct) where TFact : IFact
    {
        foreach (var hearer in (IEnumerable<IHears<TFact>>)services.GetService(typeof(IEnumerable<IHears<TFact>>))!) await hearer.HearAsync(db, fact, ct);
    }
}
