using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Portal.Platform.Forms;

namespace BackOffice.Portal.Inventory.Reordering;

/// <summary>A person's sitting at the reorder desk: what lies before him stays where it is, whatever he decides on it.</summary>
/// <param name="desk">The use case.</param>
/// <param name="changed">Draws.</param>
public sealed class DeskWork(ReorderDesk desk, Action changed)
{
    private readonly HashSet<long> _lying = [];

    /// <summary>What lies there; null until it was read.</summary>
    public DeskView? View { get; private set; }

    /// <summary>Which pile.</summary>
    public DeskPile Pile { get; private set; }

    /// <summary>For which location; null for all.</summary>
    public long? LocationId { get; private set; }

    /// <summary>What is under way, and what went wrong with it.</summary>
    public Attempt Attempt { get; } = new(changed);

    /// <summary>Everything that lies there.</summary>
    public IEnumerable<SuggestionRow> Rows => View?.Groups.SelectMany(g => g.Rows) ?? [];

    /// <summary>How many of them stand so.</summary>
    public int Count(SuggestionState state) => Rows.Count(r => r.State == state);

    /// <summary>How many orders would be made.</summary>
    public int Orders => Rows.Where(r => r.State == SuggestionState.Accepted).Select(r => (r.SupplierId, r.LocationId)).Distinct().Count();

    /// <summary>What is accepted, added up for each currency.</summary>
    public IEnumerable<Money> Accepted => Rows.Where(r => r.State == SuggestionState.Accepted).GroupBy(r => r.Currency).Select(g => new Money(g.Sum(r => r.Amount), g.Key));

    /// <summary>The currency of all prices, when there is one.</summary>
    public string? Currency => Rows.Where(r => r.SupplierId is not null).Select(r => r.Currency).Distinct().Take(2).ToList() is [var one] ? one : null;

    /// <summary>Clears the desk and takes a pile.</summary>
    public Task TakeAsync(DeskPile pile, long? locationId)
    {
        (Pile, LocationId) = (pile, locationId);
        _lying.Clear();
        Attempt.Forget();
        return ReadAsync();
    }

    /// <summary>Carries out a decision and shows what came of it.</summary>
    public async Task DoAsync(Func<ReorderDesk, RequestKey, Task> decide)
    {
        if (await Attempt.TryAsync(key => decide(desk, key))) await ReadAsync();
        changed();
    }

    /// <summary>Puts a suggestion off or rejects it, with the reason.</summary>
    public Task DecideAsync(long suggestionId, bool reject, DecisionReason why, RequestKey key) =>
        reject ? desk.RejectAsync([suggestionId], why.Reason, key) : desk.SnoozeAsync([suggestionId], why.Until, why.Reason, key);

    /// <summary>Shows how everything stands now.</summary>
    public async Task ReadAsync()
    {
        View = await desk.OpenAsync(Pile, LocationId, _lying);
        _lying.UnionWith(Rows.Select(r => r.Id));
    }
}
