using BackOffice.Domain.Platform.Jobs;
using BackOffice.Domain.Platform.Mail;
using BackOffice.Domain.Platform.Notices;
using BackOffice.Domain.Platform.Rights;
using SmtpServer.Protocol;

namespace BackOffice.Tests.Platform.Mail;

/// <summary>From a notice to the mailbox, over a real SMTP server.</summary>
public sealed class PostmanTests : IAsyncLifetime
{
    private readonly LoopbackMail _server = new();
    private TestHouse house = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await house.DisposeAsync();
    }

    private Task RoundAsync() => house.Postman(_server).RoundAsync(Ct);

    private Task MinutesAsync(int minutes)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(minutes));
        return RoundAsync();
    }

    [Fact]
    public async Task What_is_urgent_arrives_at_once_with_a_link_to_the_record_in_text_and_html()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "{0} did not finish. {1}", ["Nightly proof", "No disk"], RecordRef.Of<JobRun>(7));

        await RoundAsync();

        var mail = Assert.Single(_server.Taken);
        Assert.Equal("Nightly proof did not finish. No disk", mail.Subject);
        Assert.Equal("\"Anna\" <anna@example.org>", mail.To.ToString());
        Assert.Equal("\"Test office\" <office@example.org>", mail.From.ToString());
        Assert.Contains("https://office.example.org/jobs/runs/7", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://office.example.org/jobs/runs/7\">Open</a>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" dir=\"ltr\"", mail.HtmlBody, StringComparison.Ordinal);
        var letter = await house.LetterAsync();
        Assert.Equal((LetterState.Sent, $"{letter.Key}@example.org"), (letter.State, mail.MessageId));
        await MinutesAsync(600);
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Several_notices_of_one_person_in_the_window_become_one_mail()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        var omar = await house.ReaderAsync("Omar", "omar@example.org");
        await house.TellAsync(anna, MailHouse.Bundled, "First");
        await house.TellAsync(omar, MailHouse.Bundled, "For Omar");
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        await house.TellAsync(anna, MailHouse.Bundled, "Second");
        await RoundAsync();
        Assert.Empty(_server.Taken);

        await MinutesAsync(1);

        Assert.Equal(["2 notices: First", "For Omar"], _server.Taken.Select(m => m.Subject).Order(StringComparer.Ordinal));
        await MinutesAsync(600);
        Assert.Equal(2, _server.Taken.Count);
    }

    [Fact]
    public async Task What_was_read_in_the_portal_meanwhile_is_not_mailed()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        await house.TellAsync(anna, MailHouse.Bundled, "First");
        await house.As<NoticeBoard>(anna).ReadAllAsync(Ct);

        await MinutesAsync(30);

        Assert.Empty(_server.Taken);
        Assert.Empty(await house.LettersAsync());
    }

    [Fact]
    public async Task A_reader_of_urdu_gets_urdu_from_right_to_left()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org", "ur");
        await house.TellAsync(anna, MailHouse.AtOnce, "{0} did not finish. {1}", ["X", "Y"]);

        await RoundAsync();

        var mail = Assert.Single(_server.Taken);
        Assert.Equal("X مکمل نہیں ہوا۔ Y", mail.Subject);
        Assert.Contains("lang=\"ur\" dir=\"rtl\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("X مکمل نہیں ہوا۔ Y", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_breaks_and_html_in_what_people_entered_do_no_harm()
    {
        var evil = await house.ReaderAsync("Eve\r\nBcc: all@example.org <script>", "eve@example.org");
        await house.TellAsync(evil, MailHouse.AtOnce, "{0} is late", ["<img src=x onerror=alert(1)>\r\nBcc: boss@example.org\r\n\r\n.\r\nMAIL FROM:<x>"]);

        await RoundAsync();

        var mail = Assert.Single(_server.Taken);
        Assert.Equal(["auto-submitted", "date", "from", "message-id", "mime-version", "subject", "to", "x-auto-response-suppress"], mail.Headers.Select(h => h.Field.ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.Equal("<img src=x onerror=alert(1)> Bcc: boss@example.org . MAIL FROM:<x> is late", mail.Subject);
        Assert.Equal("eve@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>")]
    [InlineData("Eve <eve@example.org>, bob@example.org")]
    public async Task An_address_that_is_none_is_refused_in_words_and_disturbs_no_other_mail(string address)
    {
        var boss = await house.ReaderAsync("Boss", null, "en", PlatformPermissions.Mail);
        var (wrong, right) = (await house.ReaderAsync("Wrong", address), await house.ReaderAsync("Right", "right@example.org"));
        foreach (var reader in new[] { wrong, right }) await house.TellAsync(reader, MailHouse.AtOnce, "News");

        await RoundAsync();

        Assert.Equal("right@example.org", Assert.Single(Assert.Single(_server.Taken).To.Mailboxes).Address);
        var letters = await house.LettersAsync();
        Assert.Equal([LetterState.Failed, LetterState.Sent], letters.Select(l => l.State));
        Assert.Contains("is no e-mail address", letters[0].Trouble, StringComparison.Ordinal);
        Assert.Equal(RecordRef.Of(letters[0]), Assert.Single(await house.As<NoticeBoard>(boss).MineAsync(ct: Ct)).About);
    }

    [Fact]
    public async Task A_server_that_puts_off_is_asked_again_with_growing_pauses_under_the_same_id_until_it_takes_the_mail()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        var ids = new List<string>();
        _server.Answer = message =>
        {
            ids.Add(message.MessageId!);
            return Task.FromResult(ids.Count < 3 ? new SmtpResponse((SmtpReplyCode)451, "Later, please") : SmtpResponse.Ok);
        };
        await house.TellAsync(anna, MailHouse.AtOnce, "News");

        await RoundAsync();
        Assert.Equal((LetterState.Waiting, "451 Later, please"), ((await house.LetterAsync()).State, (await house.LetterAsync()).Trouble));
        await RoundAsync();
        Assert.Single(ids);
        await MinutesAsync(1);
        await MinutesAsync(4);
        Assert.Equal(2, ids.Count);
        await MinutesAsync(1);

        Assert.Equal(3, ids.Count);
        Assert.Single(ids.Distinct());
        Assert.Single(_server.Taken);
        Assert.Equal(LetterState.Sent, (await house.LetterAsync()).State);
    }

    [Fact]
    public async Task A_recipient_who_is_not_known_fails_at_once_and_can_be_sent_again_or_discarded()
    {
        var anna = await house.ReaderAsync("Anna", "anna@example.org");
        _server.Unknown.Add("anna@example.org");
        await house.TellAsync(anna, MailHouse.AtOnce, "News");
        await RoundAsync();
        var failed = await house.LetterAsync();
        Assert.Equal(LetterState.Failed, failed.State);

        await house.Get<OutboxDesk>().DiscardAsync([failed.Id], Ct);
        await MinutesAsync(60);
        Assert.Equal(LetterState.Discarded, (await house.LetterAsync()).State);
        _server.Unknown.Clear();
        await house.Get<OutboxDesk>().SendAgainAsync([failed.Id], Ct);
        await RoundAsync();

        Assert.Equal($"{failed.Key}@example.org", Assert.Single(_server.Taken).MessageId);
        await Assert.ThrowsAsync<RuleBroken>(() => house.Get<OutboxDesk>().SendAgainAsync([failed.Id], Ct));
    }
}
