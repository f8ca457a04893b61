namespace BackOffice.Domain.Platform.Facts;

/// <summary>Something that happened in one room and that others may act upon: told with <see cref="BackOfficeDb.TellAsync"/>, heard in the same transaction.</summary>
/// <remarks>Named in the past: <c>AccountArrived</c>, <c>InvoicePaid</c>. This is how a lower domain causes something in a higher one without knowing it.</remarks>
public interface IFact;

/// <summary>Acts upon a fact of another room, inside the transaction in which it happened; what it refuses is refused as a whole.</summary>
/// <remarks>Found by scanning, one for the whole process: it keeps no state, and asks in its constructor for what the house has once (the company, the clock).</remarks>
/// <typeparam name="TFact">What it hears of.</typeparam>
public interface IHears<in TFact> where TFact : IFact
{
    /// <summary>Acts.</summary>
    Task HearAsync(BackOfficeDb db, TFact fact, CancellationToken ct);
}
