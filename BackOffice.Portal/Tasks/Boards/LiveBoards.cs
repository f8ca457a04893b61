using System.Data.Common;
using System.Threading.Channels;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Lists;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Platform.Live;

namespace BackOffice.Portal.Tasks.Boards;

/// <summary>All boards that somebody looks at: each is read once, however many watch it, and after every commit only what was touched is read again.</summary>
/// <remarks>It reads as the house. Whoever joins has been let up to the board by <see cref="BoardDesk.EnterAsync"/>; a board holds one list, which is open to him as a whole.</remarks>
public sealed class LiveBoards : IShared, IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);
    private static readonly string TaskKind = RecordKinds.Of(typeof(WorkItem)).Kind;
    private static readonly HashSet<string> FrameKinds = [.. new[] { typeof(TaskList), typeof(WorkState) }.Select(t => RecordKinds.Of(t).Kind)];
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger<LiveBoards> _log;
    private readonly Company _company;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<BoardPlan, LiveBoard> _boards = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _closing = new();
    private readonly IDisposable _ear;
    private readonly ITimer _calm;
    private HashSet<long> _touched = [];
    private bool _everything;
    private DateOnly _day;

    public LiveBoards(IServiceScopeFactory scopes, LiveFeed feed, Company company, TimeProvider time, ILogger<LiveBoards> log)
    {
        (_scopes, _company, _time, _log) = (scopes, company, time, log);
        _ear = feed.Listen(Hear);
        _calm = time.CreateTimer(_ => Wake(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _ = Task.Run(FollowAsync);
    }

    /// <summary>Begins to watch a board: <paramref name="show"/> is called with how it stands, now and after every change, until the answer is disposed.</summary>
    public async Task<IDisposable> JoinAsync(BoardPlan plan, string name, Action<BoardSnapshot> show)
    {
        LiveBoard board;
        BoardSeat seat;
        lock (_gate)
        {
            if (!_boards.TryGetValue(plan, out board!)) _boards[plan] = board = new LiveBoard(plan);
            seat = new BoardSeat(this, board, name, show);
            board.Seats.Add(seat);
        }
        Wake();
        await board.Ready.Task;
        if (board.Now is { } now) show(now);
        _calm.Change(Calm, TimeSpan.FromMinutes(1));
        return seat;
    }

    public void Dispose()
    {
        _ear.Dispose();
        _calm.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    internal void Leave(BoardSeat seat)
    {
        lock (_gate)
        {
            seat.Board.Seats.Remove(seat);
            if (seat.Board.Seats.Count == 0) _boards.Remove(seat.Board.Plan);
        }
        if (!_closing.IsCancellationRequested) _calm.Change(Calm, TimeSpan.FromMinutes(1));
    }

    private void Hear(IReadOnlyList<RecordChange> changes)
    {
        lock (_gate)
        {
            if (_boards.Count == 0) return;
            _everything |= changes.Any(c => FrameKinds.Contains(c.Record.Kind) || c.Record == new RecordRef(TaskKind, 0));
            _touched.UnionWith(changes.Where(c => c.Record.Kind == TaskKind).Select(c => c.Record.Id));
        }
        Wake();
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await _wake.Reader.ReadAsync(_closing.Token);
                await LookAsync(_closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The portal closes.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        List<LiveBoard> boards;
        HashSet<long> touched;
        bool everything;
        lock (_gate)
        {
            (boards, touched, everything) = ([.. _boards.Values], _touched, _everything || _day != Today);
            (_touched, _everything, _day) = ([], false, Today);
        }
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Job("boards", "-");
            var desk = scope.ServiceProvider.GetRequiredService<BoardDesk>();
            var known = boards.Where(b => b.Now is not null && !everything).ToList();
            var after = known.Count == 0 || touched.Count == 0 ? known.ConvertAll(b => b.Now) : await desk.FollowAsync(known.ConvertAll(b => b.Now!), touched, ct);
            foreach (var board in boards)
            {
                var at = known.IndexOf(board);
                board.Show((at < 0 ? null : after[at]) ?? await desk.ReadAsync(board.Plan, ct), SeatsOf(board));
            }
        }
        catch (Exception failure) when (failure is DbException or RuleBroken)
        {
            // What could not be read now is read whole the next time.
            _log.LogWarning(failure, "Boards could not be read");
            lock (_gate) _everything = true;
            foreach (var board in boards) board.Ready.TrySetException(failure);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(_time.GetUtcNow().UtcDateTime, _company.TimeZone));

    private BoardSeat[] SeatsOf(LiveBoard board)
    {
        lock (_gate) return [.. board.Seats];
    }
}
