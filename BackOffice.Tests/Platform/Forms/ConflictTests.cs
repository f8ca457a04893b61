using BackOffice.Portal.Platform.Forms;
using Bunit;

namespace BackOffice.Tests.Platform.Forms;

public sealed class ConflictTests : IAsyncDisposable
{
    private readonly FormStage stage = new() { Ticket = new Ticket { Subject = "Concert", Note = "red", Price = 10, Seats = 1 }.At(7, 3) };

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static Ticket Theirs() => new Ticket { Subject = "Opera", Note = "blue", Price = 10, Seats = 2 }.At(7, 4);

    private Conflict Of(Action<Ticket> mine)
    {
        var desk = new FormDesk(stage.Ticket, () => { });
        mine(stage.Ticket);
        return new Conflict(desk, new StaleRecord(stage.Ticket, Theirs(), "Sana", null));
    }

    [Fact]
    public void What_only_one_changed_is_preset_and_what_both_changed_is_asked()
    {
        var conflict = Of(mine => (mine.Note, mine.Price, mine.Seats) = ("green", 12, 2));
        Assert.Equal(["Subject: Theirs", "Note: Open", "Price: Mine", "Seats: Theirs"], conflict.Touched.Select(l => $"{l.Name}: {l.Taken}"));
        Assert.Equal((1, true), (conflict.Undecided, conflict.Lines.Single(l => l.Name == "Seats").IsAgreed));
    }

    [Fact]
    public void The_mix_is_saved_on_top_of_what_stands_now()
    {
        var conflict = Of(mine => (mine.Note, mine.Price) = ("green", 12));
        conflict.Lines.Single(l => l.Name == "Note").Taken = Side.Mine;
        conflict.Settle();
        Assert.Equal(("Opera", "green", 12m, 2, 4), (stage.Ticket.Subject, stage.Ticket.Note, stage.Ticket.Price, stage.Ticket.Seats, stage.Ticket.Version));
    }

    [Fact]
    public void The_slower_of_two_clerks_decides_and_neither_loses()
    {
        var dialogs = stage.ShowDialogs();
        stage.Answer = ticket => ticket.Version == 3 ? throw new StaleRecord(ticket, Theirs(), "Sana Tariq", new DateTime(2026, 11, 23, 8, 58, 0, DateTimeKind.Utc)) : Task.CompletedTask;
        var form = stage.Show();
        form.Find("[name=Note]").Change("green");
        form.Find("[name=Price]").Change("12");
        form.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Equal("Sana Tariq saved this ticket 2 min ago", dialogs.Find("h1").TextContent));
        Assert.Contains("One field was changed by both of you.", dialogs.Markup, StringComparison.Ordinal);
        dialogs.Find(".btn.p").Click();
        Assert.Contains("Both of you changed Remark.", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Single(stage.Attempts);

        dialogs.Find("input[name=cf-Note]").Change(true);
        dialogs.Find(".btn.p").Click();
        form.WaitForAssertion(() => Assert.Equal(1, stage.Saved));
        Assert.Equal(("Opera", "green", 12m, 4), (stage.Ticket.Subject, stage.Ticket.Note, stage.Ticket.Price, stage.Ticket.Version));
    }

    [Fact]
    public void Whoever_gives_up_sees_what_the_other_saved_and_saves_nothing()
    {
        var dialogs = stage.ShowDialogs();
        stage.Answer = ticket => throw new StaleRecord(ticket, Theirs(), "Sana", null);
        var form = stage.Show();
        form.Find("[name=Note]").Change("green");
        form.Find("form").Submit();
        dialogs.WaitForElement(".btn.t").Click();
        form.WaitForAssertion(() => Assert.Equal(1, stage.Saved));
        Assert.Equal(("blue", 1), (stage.Ticket.Note, stage.Attempts.Count));
        Assert.False(form.Instance.IsDirty);
    }
}
