using System.Collections.Immutable;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Domain.Tasks.Boards;

/// <summary>How a board stands at a moment. It never changes: who watches it shares it, and gets another one in which only what differs is new.</summary>
public sealed record BoardSnapshot
{
    private readonly BoardKeys _keys;

    internal BoardSnapshot(BoardPlan plan, string name, IReadOnlyList<BoardHeading> columns, IReadOnlyList<BoardHeading> lanes, IEnumerable<WorkItemRow> rows, BoardKeys keys, IEnumerable<KeyValuePair<long, BoardNews>> news)
    {
        (Plan, Name, Columns, Lanes, _keys) = (plan, name, columns, lanes, keys);
        Cards = rows.Select(CardOf).ToImmutableDictionary(c => c.Id);
        News = news.ToImmutableDictionary();
        var lying = Cards.Values.ToLookup(c => (c.Column, c.Lane));
        Piles = columns.SelectMany(c => lanes.Select(l => (c.Key, l.Key)))
            .ToImmutableDictionary(k => k, k => new BoardPile(k.Item1, k.Item2, [.. lying[k].Order(OrderOf(plan.Columns))]));
    }

    /// <summary>Which board.</summary>
    public BoardPlan Plan { get; }

    /// <summary>The list's name.</summary>
    public string Name { get; }

    /// <summary>Its columns, from the first.</summary>
    public IReadOnlyList<BoardHeading> Columns { get; }

    /// <summary>Its lanes, from the top; one without a name when there are none.</summary>
    public IReadOnlyList<BoardHeading> Lanes { get; }

    /// <summary>Every card.</summary>
    public ImmutableDictionary<long, BoardCard> Cards { get; private init; }

    /// <summary>The cards of each column and lane.</summary>
    public ImmutableDictionary<(string Column, string Lane), BoardPile> Piles { get; private init; }

    /// <summary>The latest news of each card.</summary>
    public ImmutableDictionary<long, BoardNews> News { get; private init; }

    /// <summary>Who looks at it.</summary>
    public IReadOnlyList<string> Watchers { get; init; } = [];

    /// <summary>How many cards a column holds in all lanes.</summary>
    public int CountOf(string column) => Lanes.Sum(l => Piles[(column, l.Key)].Cards.Count);

    /// <summary>The same board after some tasks were changed.</summary>
    /// <param name="rows">How those stand now that belong to the board.</param>
    /// <param name="touched">All that were changed; those without a row have left the board.</param>
    /// <param name="news">What is new about them.</param>
    /// <returns>This one when nothing on it has changed; null when a task needs a column that is not there.</returns>
    internal BoardSnapshot? With(IReadOnlyDictionary<long, WorkItemRow> rows, IEnumerable<long> touched, IReadOnlyDictionary<long, BoardNews> news)
    {
        var (cards, dirty) = (Cards.ToBuilder(), new HashSet<(string, string)>());
        foreach (var id in touched)
        {
            if (Cards.TryGetValue(id, out var before)) dirty.Add((before.Column, before.Lane));
            if (!rows.TryGetValue(id, out var row)) cards.Remove(id);
            else
            {
                var card = CardOf(row);
                if (!Piles.ContainsKey((card.Column, card.Lane))) return null;
                dirty.Add((card.Column, card.Lane));
                cards[id] = card;
            }
        }
        if (dirty.Count == 0) return this;
        var now = cards.ToImmutable();
        return this with { Cards = now, News = News.SetItems(news), Piles = Piles.SetItems(dirty.Select(key => KeyValuePair.Create(key, Sorted(key, now)))) };
    }

    /// <summary>The same board with one card lying elsewhere already: where a hand holds it, or where it goes while the move is under way.</summary>
    public BoardSnapshot Place(BoardMove move)
    {
        if (!Cards.TryGetValue(move.CardId, out var card)) return this;
        var (from, to) = ((card.Column, card.Lane), (move.Column, move.Lane ?? card.Lane));
        if (!Piles.ContainsKey(to)) return this;
        var placed = card with { Column = to.Column, Lane = to.Item2 };
        var left = Piles[from].Cards.Where(c => c.Id != card.Id).ToList();
        var target = from == to ? left : [.. Piles[to].Cards];
        var (above, below) = (target.FindIndex(c => c.Id == move.Spot.AfterId), target.FindIndex(c => c.Id == move.Spot.BeforeId));
        target.Insert(above >= 0 ? above + 1 : below >= 0 ? below : target.Count, placed);
        var piles = Piles.SetItem(to, new BoardPile(to.Column, to.Item2, target));
        if (from != to) piles = piles.SetItem(from, new BoardPile(from.Column, from.Lane, left));
        return this with { Cards = Cards.SetItem(card.Id, placed), Piles = piles };
    }

    private BoardPile Sorted((string Column, string Lane) key, ImmutableDictionary<long, BoardCard> cards)
    {
        // Only the cards that lay there or lie there now are looked at, in the order that most of them have already.
        var lying = cards.Values.Where(c => c.Column == key.Column && c.Lane == key.Lane).ToList();
        lying.Sort(OrderOf(Plan.Columns));
        return new BoardPile(key.Column, key.Lane, lying);
    }

    private BoardCard CardOf(WorkItemRow row) => new(row, _keys.Of(Plan.Columns, row), Plan.Lanes is { } lanes ? _keys.Of(lanes, row) : "");

    private static Comparer<BoardCard> OrderOf(BoardField columns) => Comparer<BoardCard>.Create(columns == BoardField.State
        ? (a, b) => string.CompareOrdinal(a.Row.Rank, b.Row.Rank) is var rank and not 0 ? rank : a.Id.CompareTo(b.Id)
        : (a, b) => (a.Row.DueAt ?? DateTime.MaxValue, -a.Row.Weight, a.Id).CompareTo((b.Row.DueAt ?? DateTime.MaxValue, -b.Row.Weight, b.Id)));
}
