using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks.Boards;

/// <summary>A house with a list, and its board as a test looks at it.</summary>
public sealed class BoardHouse(TaskHouse tasks) : IAsyncDisposable
{
    public TaskHouse Tasks { get; } = tasks;

    public BoardDesk Desk => Tasks.Get<BoardDesk>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BoardHouse> OpenAsync() => new(await TaskHouse.OpenAsync());

    public BoardPlan By(BoardField columns, BoardField? lanes = null) => new(Tasks.ListId, columns, lanes);

    public Task<BoardSnapshot> ReadAsync(BoardPlan? plan = null) => Desk.ReadAsync(plan ?? By(BoardField.State), Ct);

    public Task<Fault?> MoveAsync(long id, string column, Spot spot = default, BoardPlan? plan = null, string? lane = null) =>
        Desk.MoveAsync(plan ?? By(BoardField.State), new BoardMove(id, column, lane, spot), RequestKey.New(), Ct);

    /// <summary>The key of a state's column.</summary>
    public async Task<string> KeyAsync(string state) => $"{(await Tasks.StateAsync(state)).Id}";

    /// <summary>Every pile in words: column, lane and the titles from the top.</summary>
    public static Dictionary<string, string> Words(BoardSnapshot board) =>
        board.Piles.Values.Where(p => p.Cards.Count > 0).ToDictionary(p => $"{p.Column}/{p.Lane}", p => string.Join(',', p.Cards.Select(c => c.Row.Title)));

    public ValueTask DisposeAsync() => Tasks.DisposeAsync();
}
