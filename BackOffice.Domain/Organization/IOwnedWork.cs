namespace BackOffice.Domain.Organization;

/// <summary>Somebody goes: he leaves the company, or these seats are no longer his (or no longer there).</summary>
/// <param name="PersonId">Who, if anybody sat there.</param>
/// <param name="PositionIds">The seats that he gives up.</param>
/// <param name="On">The first day without him.</param>
/// <param name="Leaves">He leaves the company, so all that is his is left, not only what belongs to the seats.</param>
public sealed record Leaving(long? PersonId, IReadOnlyList<long> PositionIds, DateOnly On, bool Leaves);

/// <summary>An open piece of work that would be left without anybody.</summary>
/// <param name="Record">Which.</param>
/// <param name="Title">As a clerk knows it: number and name.</param>
/// <param name="DueOn">Until when it should be done, if that is said.</param>
public sealed record OwnedRecord(RecordRef Record, string Title, DateOnly? DueOn = null);

/// <summary>Open work that belongs to people or seats: approvals that wait, tasks, inquiries, controls. Shown before somebody goes, and handed over in the transaction in which he does.</summary>
/// <remarks>Found by scanning, made once without arguments: it keeps no state.</remarks>
public interface IOwnedWork
{
    /// <summary>What it is, in words and in the plural: "Tasks".</summary>
    string Words { get; }

    /// <summary>What would be left, the most urgent first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<OwnedRecord>> FindAsync(BackOfficeDb db, Leaving leaving, int take, CancellationToken ct);

    /// <summary>Gives everything that would be left to another person.</summary>
    /// <returns>How much.</returns>
    Task<int> HandOverAsync(BackOfficeDb db, Leaving leaving, long toPersonId, CancellationToken ct);
}

/// <summary>What waits at a seat: shown on the chart to supervisors.</summary>
/// <param name="PositionId">The seat.</param>
/// <param name="Waiting">How much waits for its holder.</param>
/// <param name="OldestAt">Since when the oldest waits, in UTC.</param>
/// <param name="Overdue">How much of it is overdue.</param>
public sealed record SeatLoad(long PositionId, int Waiting, DateTime? OldestAt, int Overdue);

/// <summary>Knows what waits at seats, such as approvals. Found by scanning, made once without arguments; without any the chart shows no such layer.</summary>
public interface ISeatLoad
{
    /// <summary>What waits at these seats on a day, in one question; seats at which nothing waits are missing.</summary>
    Task<IReadOnlyList<SeatLoad>> OfAsync(BackOfficeDb db, IReadOnlyCollection<long> positionIds, DateOnly day, CancellationToken ct);
}
