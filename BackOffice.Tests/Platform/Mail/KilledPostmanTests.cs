using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Rights;
using SmtpServer.Protocol;

namespace BackOffice.Tests.Platform.Mail;

/// <summary>The portal dies between handing a mail over and writing it down.</summary>
public sealed class KilledPostmanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_killed_while_the_server_reads_sends_no_mail_twice_and_says_which_one_is_in_doubt()
    {
        await using var house = await TestHouse.OpenAsync();
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        await house.TellAsync(await house.ReaderAsync("Omar", "omar@example.org"), MailHouse.AtOnce, "News for Omar");
        await using var server = new LoopbackMail();
        var (arrived, never) = (new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        server.Answer = async message =>
        {
            arrived.TrySetResult(message.To.Mailboxes.Single().Address);
            await never.Task;
            return SmtpResponse.Ok;
        };
        // The office of the tests lives in 2026-11-23; the portal in the present, for which everything is due.
        await using (var portal = await PortalProcess.StartAsync(house.Folder, server.Settings, "--empty"))
        {
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
            await portal.KillAsync();
        }

        server.Answer = _ => Task.FromResult(SmtpResponse.Ok);
        never.SetResult();
        await using (await PortalProcess.StartAsync(house.Folder, server.Settings, "--empty"))
            while ((await house.LettersAsync()).Any(l => l.State is LetterState.Waiting or LetterState.Sending)) await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);

        var letters = (await house.LettersAsync()).ToDictionary(l => l.ToAddress, l => l.State);
        var doubtful = await arrived.Task;
        Assert.Equal(LetterState.Unsure, letters[doubtful]);
        Assert.Equal(LetterState.Sent, Assert.Single(letters, l => l.Key != doubtful).Value);
        Assert.Single(server.Taken, m => m.To.Mailboxes.Single().Address != doubtful);
        Assert.InRange(server.Taken.Count(m => m.To.Mailboxes.Single().Address == doubtful), 0, 1);
    }
}
