using System.Net;
using System.Net.Sockets;
using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;

namespace BackOffice.Tests.Platform.Mail;

/// <summary>Mail that does not get through, and several who send at the same time.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private TestHouse house = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Without_a_server_mail_waits_readable_and_goes_out_once_there_is_one()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        await house.Postman(null).RoundAsync(Ct);
        Assert.Equal((LetterState.Waiting, "News"), ((await house.LetterAsync()).State, (await house.LetterAsync()).Subject));

        await using var server = new LoopbackMail();
        await house.Postman(server).RoundAsync(Ct);

        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_server_that_is_away_costs_no_mail_its_tries()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        var port = LoopbackMail.FreePort();
        for (var i = 0; i < 20; i++)
        {
            await house.Postman(null, port).RoundAsync(Ct);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var waiting = await house.LetterAsync();
        Assert.Equal((LetterState.Waiting, 0), (waiting.State, waiting.Refusals));
        Assert.Contains($"127.0.0.1:{port}", waiting.Trouble, StringComparison.Ordinal);

        await using var server = new LoopbackMail(port);
        await house.Postman(server).RoundAsync(Ct);

        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_line_that_breaks_while_the_server_reads_leaves_a_doubt_for_a_person_and_no_second_mail()
    {
        var boss = await house.ReaderAsync("Boss", null, "en", PlatformPermissions.Mail);
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        using var rude = new RudeServer();

        await house.Postman(null, rude.Port).RoundAsync(Ct);

        Assert.Equal(LetterState.Unsure, (await house.LetterAsync()).State);
        Assert.Equal(PlatformNotices.MailFailed.Name, Assert.Single(await house.As<NoticeBoard>(boss).MineAsync(ct: Ct)).Kind);
        house.Clock.Advance(TimeSpan.FromDays(3));
        await using var server = new LoopbackMail();
        await house.Postman(server).RoundAsync(Ct);
        Assert.Empty(server.Taken);
        await house.Get<OutboxDesk>().SendAgainAsync([(await house.LetterAsync()).Id], Ct);
        await house.Postman(server).RoundAsync(Ct);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Two_portals_on_one_database_send_each_mail_once()
    {
        await using var second = house.Second();
        await using var server = new LoopbackMail();
        for (var i = 0; i < 30; i++)
        {
            var reader = await house.ReaderAsync($"Reader {i}", $"r{i}@example.org");
            await house.TellAsync(reader, MailHouse.AtOnce, "News");
        }

        await Task.WhenAll(new[] { house, second, house, second }.Select(h => Task.Run(() => h.Postman(server).RoundAsync(Ct), Ct)));

        Assert.Equal(30, server.Taken.Count);
        Assert.Equal(30, server.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.All(await house.LettersAsync(), l => Assert.Equal(LetterState.Sent, l.State));
    }

    [Fact]
    public async Task A_claim_that_was_never_used_is_free_again_after_its_lease_and_not_before()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        await house.Postman(null).RoundAsync(Ct);
        var outbox = house.Get<Outbox>();

        var mine = Assert.Single(await outbox.ClaimAsync("first", 20, Ct));
        Assert.Empty(await outbox.ClaimAsync("second", 20, Ct));
        house.Clock.Advance(Letter.Lease + TimeSpan.FromSeconds(1));
        Assert.Single(await outbox.ClaimAsync("second", 20, Ct));

        Assert.False(await outbox.HandOverAsync(mine.Id, "first", Ct));
        Assert.True(await outbox.HandOverAsync(mine.Id, "second", Ct));
        Assert.False(await outbox.HandOverAsync(mine.Id, "second", Ct));
    }

    [Fact]
    public async Task What_was_told_in_work_that_came_to_nothing_is_neither_seen_nor_mailed()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await Assert.ThrowsAsync<RuleBroken>(() => house.Get<Office>().ChangeAsync(PlatformPermissions.Jobs, async db =>
        {
            await NoticeBoard.TellAsync(db, anna.UserId!.Value, MailHouse.AtOnce, NoticeLevel.Info, "News", [], null, Ct);
            await db.FlushAsync(Ct);
            Rule.Require(false, "Not today.");
        }, Ct));

        await house.Postman(null).RoundAsync(Ct);

        Assert.Empty(await house.LettersAsync());
        Assert.Equal(0, await house.As<NoticeBoard>(anna).UnreadAsync(Ct));
    }

    /// <summary>Speaks SMTP until it has been handed a whole message, and then hangs up without a word.</summary>
    private sealed class RudeServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public RudeServer()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        private async Task ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync(Ct);
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 rude");
            var reading = false;
            while (await reader.ReadLineAsync(Ct) is { } line)
            {
                if (reading && line == ".") return;
                if (reading) continue;
                reading = line == "DATA";
                await writer.WriteLineAsync(reading ? "354 go on" : "250 ok");
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
