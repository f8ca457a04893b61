using System.Threading.Channels;
using BackOffice.Domain.Platform.Live;
using BackOffice.Domain.Tasks.Boards;
using BackOffice.Domain.Tasks.Work;
using BackOffice.Portal.Tasks.Boards;
using BackOffice.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Tests.Tasks.Boards;

public sealed class LiveBoardsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_before_a_board_shares_one_picture_and_sees_a_move_at_once()
    {
        await using var house = await BoardHouse.OpenAsync();
        using var boards = Boards(house.Tasks.House);
        var id = await house.Tasks.TaskAsync("card");
        var doing = await house.KeyAsync("In progress");
        var (one, other) = (await Watcher.JoinAsync(boards, house.By(BoardField.State), "Amna"), await Watcher.JoinAsync(boards, house.By(BoardField.State), "Bilal"));

        await house.MoveAsync(id, doing);
        var seen = await one.UntilAsync(b => b.Cards[id].Column == doing);
        Assert.Same(seen.Piles[(doing, "")], (await other.UntilAsync(b => b.Cards[id].Column == doing)).Piles[(doing, "")]);
    }

    [Fact]
    public async Task Who_watches_is_shown_to_who_watches()
    {
        await using var house = await BoardHouse.OpenAsync();
        using var boards = Boards(house.Tasks.House);
        var one = await Watcher.JoinAsync(boards, house.By(BoardField.State), "Amna");
        var other = await Watcher.JoinAsync(boards, house.By(BoardField.State), "Bilal");
        house.Tasks.House.Clock.Advance(TimeSpan.FromSeconds(2));
        await one.UntilAsync(b => b.Watchers.SequenceEqual(["Amna", "Bilal"]));
        other.Leave();
        house.Tasks.House.Clock.Advance(TimeSpan.FromSeconds(2));
        await one.UntilAsync(b => b.Watchers.SequenceEqual(["Amna"]));
    }

    [Fact]
    public async Task Looking_again_shows_what_another_instance_did_unheard()
    {
        await using var house = await BoardHouse.OpenAsync();
        using var boards = Boards(house.Tasks.House);
        var one = await Watcher.JoinAsync(boards, house.By(BoardField.State), "Amna");
        await using var elsewhere = house.Tasks.House.Second();
        var id = await elsewhere.Get<TaskDesk>().AddAsync(new WorkItem { ListId = house.Tasks.ListId, Title = "unheard" }, ct: Ct);
        house.Tasks.House.Services.GetRequiredService<LiveFeed>().LookAgain();
        await one.UntilAsync(b => b.Cards.ContainsKey(id));
    }

    private static LiveBoards Boards(TestHouse house) => ActivatorUtilities.CreateInstance<LiveBoards>(house.Services);

    /// <summary>Somebody before a board.</summary>
    private sealed class Watcher
    {
        private readonly Channel<BoardSnapshot> _shown = Channel.CreateUnbounded<BoardSnapshot>();
        private IDisposable? _seat;

        public static async Task<Watcher> JoinAsync(LiveBoards boards, BoardPlan plan, string name)
        {
            var watcher = new Watcher();
            watcher._seat = await boards.JoinAsync(plan, name, b => watcher._shown.Writer.TryWrite(b));
            return watcher;
        }

        public async Task<BoardSnapshot> UntilAsync(Func<BoardSnapshot, bool> holds)
        {
            while (true)
            {
                var board = await _shown.Reader.ReadAsync(Ct);
                if (holds(board)) return board;
            }
        }

        public void Leave() => _seat?.Dispose();
    }
}
