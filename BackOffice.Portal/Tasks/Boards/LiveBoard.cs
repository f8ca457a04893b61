using BackOffice.Domain.Tasks.Boards;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>One board and everybody who looks at it.</summary>
internal sealed class LiveBoard(BoardPlan plan)
{
    public BoardPlan Plan { get; } = plan;

    public List<BoardSeat> Seats { get; } = [];

    public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BoardSnapshot? Now { get; private set; }

    /// <summary>Shows how it stands now, unless everybody has seen just that.</summary>
    public void Show(BoardSnapshot snapshot, IReadOnlyList<BoardSeat> seats)
    {
        var watchers = seats.Select(s => s.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var before = Now;
        if (before is not null && watchers.SequenceEqual(before.Watchers)) watchers = [.. before.Watchers];
        if (ReferenceEquals(snapshot, before) && watchers.SequenceEqual(snapshot.Watchers)) return;
        Now = snapshot with { Watchers = watchers };
        Ready.TrySetResult();
        foreach (var seat in seats) seat.Show(Now);
    }
}

/// <summary>Somebody's place before a board.</summary>
internal sealed class BoardSeat(LiveBoards boards, LiveBoard board, string name, Action<BoardSnapshot> show) : IDisposable
{
    public LiveBoard Board { get; } = board;

    public string Name { get; } = name;

    public void Show(BoardSnapshot snapshot) => show(snapshot);

    public void Dispose() => boards.Leave(this);
}
