using BackOffice.Domain.Tasks.Boards;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>Several boards on one screen that nobody touches.</summary>
/// <param name="desk">Lets one up to a board.</param>
/// <param name="boards">The boards that are watched.</param>
/// <param name="changed">Draws; called from any thread.</param>
public sealed class WallWatch(BoardDesk desk, LiveBoards boards, Action changed) : IDisposable
{
    /// <summary>More boards than these cannot be read from across a room.</summary>
    public const int Most = 4;

    private readonly Dictionary<BoardPlan, BoardSnapshot> _now = [];
    private readonly List<IDisposable> _seats = [];
    private readonly Lock _gate = new();
    private bool _gone;

    /// <summary>Who is signed in at the screen.</summary>
    public string? Name { get; private set; }

    /// <summary>How the boards stand, in the order they were asked for.</summary>
    public IReadOnlyList<BoardSnapshot> Boards { get; private set; } = [];

    /// <summary>Begins to watch.</summary>
    public async Task OpenAsync(IReadOnlyList<BoardPlan> plans)
    {
        Rule.Require(plans.Count <= Most, "A wall shows at most {0} boards. Choose fewer.", Most);
        foreach (var plan in plans)
        {
            Name = (await desk.EnterAsync(plan)).Name;
            Keep(await boards.JoinAsync(plan, Name, snapshot => Take(plans, plan, snapshot)));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate) _gone = true;
        foreach (var seat in _seats) seat.Dispose();
    }

    private void Keep(IDisposable seat)
    {
        lock (_gate) _seats.Add(seat);
        if (_gone) seat.Dispose();
    }

    private void Take(IReadOnlyList<BoardPlan> plans, BoardPlan plan, BoardSnapshot snapshot)
    {
        lock (_gate)
        {
            _now[plan] = snapshot;
            Boards = [.. plans.Where(_now.ContainsKey).Select(p => _now[p])];
        }
        changed();
    }
}
