using BackOffice.Portal.Platform.Forms;
using Bunit;

namespace BackOffice.Tests.Platform.Forms;

public sealed class ActButtonTests : IAsyncDisposable
{
    private readonly FormStage stage = new();
    private int done;

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private IRenderedComponent<ActButton> Show(Func<RequestKey, Task> act) =>
        stage.Render<ActButton>(b => b.Add(x => x.Act, act).Add(x => x.Done, () => done++).AddChildContent("Approve order"));

    [Fact]
    public void An_impatient_person_approves_once()
    {
        var (keys, answer) = (new List<RequestKey>(), new TaskCompletionSource());
        var button = Show(key =>
        {
            keys.Add(key);
            return answer.Task;
        });
        button.Find("button").Click();
        button.Find("button").Click();
        answer.SetResult();
        button.WaitForAssertion(() => Assert.Equal(1, done));
        Assert.Single(keys);
    }

    [Fact]
    public void A_refusal_is_said_beside_the_button_and_can_be_put_away()
    {
        var button = Show(_ => throw new RuleBroken("The order has no lines."));
        button.Find("button").Click();
        Assert.Equal("The order has no lines.", button.Find("[role=alert] .grow").TextContent);
        Assert.Equal(0, done);
        button.Find("[role=alert] button").Click();
        Assert.Empty(button.FindAll("[role=alert]"));
    }

    [Fact]
    public void Somebody_who_was_faster_is_named()
    {
        var ticket = new Ticket();
        var button = Show(_ => throw new StaleRecord(ticket, ticket, "Sana Tariq", null));
        button.Find("button").Click();
        Assert.StartsWith("Sana Tariq saved this before you.", button.Find("[role=alert] .grow").TextContent, StringComparison.Ordinal);
    }
}
