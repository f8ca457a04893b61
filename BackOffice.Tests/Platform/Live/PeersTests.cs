using BackOffice.Domain.Platform.Live;
using BackOffice.Portal.Platform.Live;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace BackOffice.Tests.Platform.Live;

public sealed class PeersTests
{
    private static readonly RecordChange Changed = new(new RecordRef("inventory.item", 7), ChangeKind.Changed, "Amna");
    private readonly FakeTimeProvider _clock = new();
    private readonly Guid _other = Guid.NewGuid();

    [Property]
    public Property Whatever_is_lost_is_missed_at_the_latest_with_the_next_sign_of_life(bool[] arrives)
    {
        var peers = new Peers(_clock);
        var missed = false;
        for (var i = 0; i < arrives.Length; i++)
        {
            if (arrives[i]) missed |= peers.Missed(new LineMessage(_other, i + 1, [Changed]));
        }
        missed |= peers.Missed(new LineMessage(_other, arrives.Length, null));
        return (missed == arrives.Contains(false)).ToProperty();
    }

    [Fact]
    public void Each_instance_is_counted_by_itself()
    {
        var peers = new Peers(_clock);
        Assert.False(peers.Missed(new LineMessage(_other, 1, [Changed])));
        Assert.False(peers.Missed(new LineMessage(Guid.NewGuid(), 1, [Changed])));
        Assert.False(peers.Missed(new LineMessage(_other, 2, [Changed])));
        Assert.False(peers.Missed(new LineMessage(_other, 2, null)));
    }

    [Fact]
    public void Who_has_worked_before_we_met_may_have_been_missed()
    {
        Assert.True(new Peers(_clock).Missed(new LineMessage(_other, 5, null)));
        Assert.False(new Peers(_clock).Missed(new LineMessage(_other, 0, null)));
    }

    [Fact]
    public void Who_falls_silent_is_forgotten_once()
    {
        var peers = new Peers(_clock);
        peers.Missed(new LineMessage(_other, 1, [Changed]));
        Assert.False(peers.Forgot(TimeSpan.FromSeconds(10)));
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True(peers.Forgot(TimeSpan.FromSeconds(10)));
        Assert.False(peers.Forgot(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_message_arrives_as_it_was_said()
    {
        var read = LineMessage.Read(new LineMessage(_other, 3, [Changed]).Write());
        Assert.Equal((_other, 3L, Changed), (read!.From, read.Number, Assert.Single(read.Changes!)));
        Assert.Null(LineMessage.Read("not ours"u8));
    }

    [Fact]
    public void Of_a_whole_import_only_the_kinds_are_told()
    {
        var many = Enumerable.Range(1, 5000).Select(i => new RecordChange(new RecordRef(i % 2 == 0 ? "inventory.item" : "inventory.supplier", i), ChangeKind.Created, "import")).ToList();
        var told = LineMessage.Of(_other, 1, many).Changes!;
        Assert.Equal(2, told.Count);
        Assert.All(many, c => Assert.Contains(told, t => t.Touches(c.Record)));
    }
}
