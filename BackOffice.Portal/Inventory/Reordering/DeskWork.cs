using BackOffice.Domain.Inventory.Reordering;
using BackOffice.Portal.Platform.Forms;
using BackOffice.Portal.Platform.Grids;

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

    /// <summary>What the person has picked to decide on at once.</summary>
    public GridSelection Picked { get; } = new();

    /// <summary>Whether there is anything to decide on what lies there.</summary>
    public bool CanPick => Pile != DeskPile.Ordered;

    /// <summary>What waits for the reason why it is put off or rejected.</summary>
    public DeskQuestion? Question { get; private set; }

    /// <summary>What is under way, and what went wrong with it.</summary>
    public Attempt Attempt { get; } = new(changed);

    /// <summary>Everything that lies there.</summary>
    public IEnumerable<SuggestionRow> Rows => View?.Groups.SelectMany(g => g.Rows) ?? [];

    /// <summary>How many of them stand so.</summary>
    public int Count(SuggestionState state) => Rows.Count(r => r.State == state);

    /// <summary>How many orders would be made.</summary>
    public int Orders => Rows.Where(r => r.State == SuggestionState.Accepted).Select(r => (r.SupplierId, r.LocationId)).Distinct().Count();

    /// <summary>What is accepted, added up for each currency.</summary>
    public IEnumerable<Money> Accepted => AddUp(r => r.State == SuggestionState.Accepted);

    /// <summary>What is picked, added up for each currency.</summary>
    public IEnumerable<Money> PickedTotal => AddUp(r => Picked.Contains(r.Id) && r.SupplierId is not null);

    /// <summary>The currency of all prices, when there is one.</summary>
    public string? Currency => Rows.Where(r => r.SupplierId is not null).Select(r => r.Currency).Distinct().Take(2).ToList() is [var one] ? one : null;

    /// <summary>Clears the desk and takes a pile.</summary>
    public Task TakeAsync(DeskPile pile, long? locationId)
    {
        (Pile, LocationId) = (pile, locationId);
        _lying.Clear();
        Picked.Clear();
        Attempt.Forget();
        return ReadAsync();
    }

    /// <summary>Carries out a decision and shows what came of it.</summary>
    public async Task DoAsync(Func<ReorderDesk, RequestKey, Task> decide)
    {
        if (await Attempt.TryAsync(key => decide(desk, key))) await ReadAsync();
        changed();
    }

    /// <summary>Carries out a decision on everything picked; what is decided is no longer picked.</summary>
    public Task DoPickedAsync(Func<ReorderDesk, IReadOnlyList<long>, RequestKey, Task> decide) => DoAsync(async (desk, key) =>
    {
        await decide(desk, [.. Picked.Ids], key);
        Picked.Clear();
    });

    /// <summary>Picks these rows, or drops them when they are all picked.</summary>
    public void Pick(IReadOnlyList<long> ids)
    {
        Picked.TurnAll(ids);
        changed();
    }

    /// <summary>Picks a row or drops it, with everything since the row touched before.</summary>
    public void Pick(long id, bool reach)
    {
        var lying = Rows.Select(r => r.Id).ToList();
        Picked.Turn(lying, lying.IndexOf(id), reach);
        changed();
    }

    /// <summary>Drops what was picked.</summary>
    public void Drop()
    {
        Picked.Clear();
        changed();
    }

    /// <summary>Asks why these are put off or rejected.</summary>
    public void Ask(IReadOnlyList<long> suggestionIds, bool reject, DateOnly until)
    {
        Question = new DeskQuestion(suggestionIds, reject, new DecisionReason { Until = until });
        changed();
    }

    /// <summary>The question was answered or withdrawn.</summary>
    public void Settle() => Question = null;

    /// <summary>Puts off or rejects what was asked for.</summary>
    public async Task AnswerAsync(DecisionReason why, RequestKey key)
    {
        var (ids, reject, _) = Question!;
        await (reject ? desk.RejectAsync(ids, why.Reason, key) : desk.SnoozeAsync(ids, why.Until, why.Reason, key));
        if (ids.Count > 1) Picked.Clear();
        await ReadAsync();
        changed();
    }

    /// <summary>Shows how everything stands now.</summary>
    public async Task ReadAsync()
    {
        View = await desk.OpenAsync(Pile, LocationId, _lying);
        _lying.UnionWith(Rows.Select(r => r.Id));
    }

    private IEnumerable<Money> AddUp(Func<SuggestionRow, bool> which) => Rows.Where(which).GroupBy(r => r.Currency).Select(g => new Money(g.Sum(r => r.Amount), g.Key));
}
