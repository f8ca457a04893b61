using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>Moves cards by keys: the space bar takes one up and drops it, arrows carry it, Escape puts it back.</summary>
internal static class BoardHand
{
    /// <summary>A key was pressed on a card.</summary>
    /// <returns>Whether it meant something here.</returns>
    public static async Task<bool> PressAsync(this BoardSitting sitting, BoardCard card, string key, bool rightToLeft)
    {
        if (sitting.View is not { } view || sitting.Pass?.MayMove != true) return false;
        if (sitting.Held is not { } held || held.CardId != card.Id)
        {
            if (key != " ") return false;
            sitting.Hold(new BoardMove(card.Id, card.Column, card.Lane, SpotOf(view, card.Column, card.Lane, card.Id, IndexOf(view, card))));
            return true;
        }
        switch (key)
        {
            case " " or "Enter":
                await sitting.MoveAsync(held);
                return true;
            case "Escape":
                sitting.Hold(null);
                return true;
            case "ArrowUp" or "ArrowDown":
                sitting.Hold(held with { Spot = SpotOf(view, held.Column, held.Lane!, card.Id, IndexOf(view, card) + (key == "ArrowUp" ? -1 : 1)) });
                return true;
            case "ArrowLeft" or "ArrowRight":
                var step = key == "ArrowRight" != rightToLeft ? 1 : -1;
                if (Beside(view, held.Column, step) is { } column) sitting.Hold(held with { Column = column, Spot = SpotOf(view, column, held.Lane!, card.Id, 0) });
                return true;
            default:
                return false;
        }
    }

    private static string? Beside(BoardSnapshot view, string column, int step)
    {
        var keys = view.Columns.Where(c => c.Receives || c.Key == column).Select(c => c.Key).ToList();
        var at = keys.IndexOf(column) + step;
        return at >= 0 && at < keys.Count ? keys[at] : null;
    }

    private static int IndexOf(BoardSnapshot view, BoardCard card) => view.Piles[(card.Column, card.Lane)].Cards.Select((c, i) => (c.Id, i)).First(x => x.Id == card.Id).i;

    private static Spot SpotOf(BoardSnapshot view, string column, string lane, long id, int index)
    {
        var others = view.Piles[(column, lane)].Cards.Where(c => c.Id != id).ToList();
        index = Math.Clamp(index, 0, others.Count);
        return index > 0 ? new Spot(AfterId: others[index - 1].Id) : others.Count > 0 ? new Spot(BeforeId: others[0].Id) : Spot.Last;
    }
}
