using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Platform.Live;

namespace BackOffice.Tests.Platform.Live;

public sealed class LiveFeedTests
{
    private static readonly RecordChange Changed = new(RecordRef.Of<Item>(7), ChangeKind.Changed, "Amna");
    private readonly LiveFeed _feed = new();

    [Fact]
    public void What_is_committed_here_is_heard_and_carried()
    {
        var (heard, carried) = Listen();
        _feed.Publish([Changed]);
        Assert.Equal(Changed, Assert.Single(heard));
        Assert.Equal(Changed, Assert.Single(carried));
    }

    [Fact]
    public void What_comes_from_elsewhere_is_heard_but_not_carried_back()
    {
        var (heard, carried) = Listen();
        _feed.Relay([Changed]);
        Assert.Equal(Changed, Assert.Single(heard));
        Assert.Empty(carried);
    }

    [Fact]
    public void Looking_again_touches_every_record_of_every_kind_but_nobody_else()
    {
        var (heard, carried) = Listen();
        _feed.LookAgain();
        Assert.All(RecordKinds.All.Values, kind => Assert.Contains(heard, c => c.Touches(new RecordRef(kind.Kind, 123))));
        Assert.Empty(carried);
    }

    [Fact]
    public void A_change_touches_its_own_record_only()
    {
        Assert.True(Changed.Touches(RecordRef.Of<Item>(7)));
        Assert.False(Changed.Touches(RecordRef.Of<Item>(8)));
        Assert.False(RecordChange.Somewhere("inventory.item").Touches(new RecordRef("inventory.supplier", 7)));
    }

    [Fact]
    public void Who_has_gone_hears_nothing_more()
    {
        var heard = new List<RecordChange>();
        _feed.Listen(heard.AddRange).Dispose();
        _feed.Publish([Changed]);
        Assert.Empty(heard);
    }

    private (List<RecordChange> Heard, List<RecordChange> Carried) Listen()
    {
        var (heard, carried) = (new List<RecordChange>(), new List<RecordChange>());
        _feed.Listen(heard.AddRange);
        _feed.Carry(carried.AddRange);
        return (heard, carried);
    }
}
