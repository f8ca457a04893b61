using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Platform.Forms;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>Which cards somebody wants to see.</summary>
public enum BoardShow
{
    /// <summary>All.</summary>
    Everyone,

    /// <summary>Those he answers for.</summary>
    Mine,

    /// <summary>Those whose day has passed.</summary>
    Late,

    /// <summary>Those that wait for something.</summary>
    Waiting,
}

/// <summary>A person before a board: what he sees, which card he holds, and his moves that are still under way.</summary>
/// <param name="desk">The use case.</param>
/// <param name="changed">Draws.</param>
public sealed class BoardSitting(BoardDesk desk, Action changed)
{
    private readonly Dictionary<long, (BoardMove Move, int Version)> _underWay = [];
    private readonly Dictionary<BoardPile, BoardPile> _filtered = new(ReferenceEqualityComparer.Instance);
    private BoardSnapshot? _stored;

    /// <summary>Who he is and what he may do.</summary>
    public BoardPass? Pass { get; set; }

    /// <summary>The board as he sees it; null until it was read.</summary>
    public BoardSnapshot? View { get; private set; }

    /// <summary>The card that he holds, and where.</summary>
    public BoardMove? Held { get; private set; }

    /// <summary>Why the last move did not happen.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>What the last move led to, for who listens to the page.</summary>
    public Fault? Said { get; private set; }

    /// <summary>Since when he has not looked.</summary>
    public DateTime Since { get; private set; } = DateTime.MaxValue;

    /// <summary>Which cards he wants to see.</summary>
    public BoardShow Filter { get; private set; }

    /// <summary>The board stands like this now.</summary>
    public void Take(BoardSnapshot snapshot)
    {
        _stored = snapshot;
        foreach (var (id, (_, version)) in _underWay.ToList())
        {
            if (!snapshot.Cards.TryGetValue(id, out var card) || card.Row.Version > version) _underWay.Remove(id);
        }
        if (Held is { } held && !snapshot.Cards.ContainsKey(held.CardId)) Held = null;
        Arrange();
    }

    /// <summary>He looked for the last time at that moment, and wants to see these cards.</summary>
    public void Look(DateTime since, BoardShow filter)
    {
        (Since, Filter) = (since, filter);
        Arrange();
    }

    /// <summary>The cards of a pile that he wants to see.</summary>
    public BoardPile PileOf(string column, string lane, DateTime now)
    {
        var pile = View!.Piles[(column, lane)];
        if (Filter == BoardShow.Everyone) return pile;
        if (!_filtered.TryGetValue(pile, out var seen)) _filtered[pile] = seen = pile with { Cards = [.. pile.Cards.Where(c => Wants(c, Filter, now))] };
        return seen;
    }

    /// <summary>How many cards a filter shows.</summary>
    public int CountOf(BoardShow filter, DateTime now) => View?.Cards.Values.Count(c => Wants(c, filter, now)) ?? 0;

    /// <summary>What is new about a card since he looked.</summary>
    public BoardNews? NewsOf(BoardCard card) => View!.News.TryGetValue(card.Id, out var news) && news.At > Since ? news : null;

    /// <summary>Moves a card: it lies there at once, and goes back with the reason when that is refused.</summary>
    public async Task MoveAsync(BoardMove move)
    {
        if (_stored?.Cards.GetValueOrDefault(move.CardId) is not { } card || Pass?.MayMove != true) return;
        (Held, Faults, Said) = (null, [], null);
        _underWay[card.Id] = (move, card.Row.Version);
        Arrange();
        // Each move is a wish of its own: a second card must not wait for the first.
        var attempt = new Attempt(() => { });
        Fault? warned = null;
        if (await attempt.TryAsync(async key => warned = await desk.MoveAsync(_stored.Plan, move, key))) Said = warned;
        else
        {
            _underWay.Remove(card.Id);
            Faults = attempt.Faults;
        }
        Arrange();
    }

    /// <summary>Takes a card into the hand, or puts it back.</summary>
    public void Hold(BoardMove? move)
    {
        (Held, Faults, Said) = (move, [], null);
        Arrange();
    }

    /// <summary>What was refused has been read.</summary>
    public void Forget() => (Faults, Said) = ([], null);

    private bool Wants(BoardCard card, BoardShow filter, DateTime now) => filter switch
    {
        BoardShow.Mine => Pass?.PersonId is { } me && card.Row.AssigneeId == me,
        BoardShow.Late => card.IsLate(now),
        BoardShow.Waiting => card.Row.Group == StateGroup.Waiting,
        _ => true,
    };

    private void Arrange()
    {
        _filtered.Clear();
        View = _stored;
        foreach (var (move, _) in _underWay.Values) View = View?.Place(move);
        if (Held is { } held) View = View?.Place(held);
        changed();
    }
}
