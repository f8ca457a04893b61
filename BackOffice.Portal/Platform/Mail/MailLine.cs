using System.Net.Sockets;
using BackOffice.Domain.Platform.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>What became of a letter on the line.</summary>
internal enum Handing
{
    /// <summary>The server has it.</summary>
    Taken,

    /// <summary>The server does not want it now.</summary>
    PutOff,

    /// <summary>The server will never want it.</summary>
    Refused,

    /// <summary>The line broke before any of it was handed over, or the server does not want to talk to us.</summary>
    NoLine,

    /// <summary>The line broke after the handing over had begun.</summary>
    Unsure,
}

/// <summary>An open line to the mail server.</summary>
internal sealed class MailLine(MailSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly SmtpClient _client = new() { Timeout = (int)Patience.TotalMilliseconds };

    /// <summary>Calls the server and signs in.</summary>
    /// <returns>What went wrong; null when the line is open.</returns>
    public async Task<string?> OpenAsync(CancellationToken ct)
    {
        try
        {
            if (_client.IsConnected) return null;
            await _client.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
            if (settings.User.Length > 0) await _client.AuthenticateAsync(settings.User, settings.Password, ct);
            return null;
        }
        catch (Exception failure) when (IsOfTheLine(failure) || failure is CommandException or AuthenticationException or SaslException or NotSupportedException)
        {
            await CloseAsync();
            return $"{settings.Host}:{settings.Port}: {failure.Message}";
        }
    }

    /// <summary>Hands one letter over. It is not broken off half-way when the portal stops: then nobody would know what became of it.</summary>
    public async Task<(Handing Outcome, string Words)> HandOverAsync(Letter letter)
    {
        if (!IsAddress(letter.ToAddress)) return (Handing.Refused, $"\"{letter.ToAddress}\" is no e-mail address.");
        var pace = new Pace();
        try
        {
            await _client.SendAsync(Write(letter), CancellationToken.None, pace);
            return (Handing.Taken, "");
        }
        catch (SmtpCommandException answer)
        {
            // That the sender is not wanted concerns all letters: the settings have to change, not the letter.
            if (answer.ErrorCode == SmtpErrorCode.SenderNotAccepted) return (Handing.NoLine, Words(answer));
            return ((int)answer.StatusCode < 500 ? Handing.PutOff : Handing.Refused, Words(answer));
        }
        catch (NotSupportedException cannot)
        {
            // A server that does not know addresses with letters beyond ASCII learns no other letter by it.
            return (Handing.Refused, cannot.Message);
        }
        catch (ServiceNotAuthenticatedException answer)
        {
            return (Handing.NoLine, answer.Message);
        }
        catch (Exception failure) when (IsOfTheLine(failure))
        {
            await CloseAsync();
            return (pace.HasBegun ? Handing.Unsure : Handing.NoLine, failure.Message);
        }
    }

    /// <summary>Says goodbye.</summary>
    public async Task CloseAsync()
    {
        try
        {
            if (_client.IsConnected) await _client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception failure) when (IsOfTheLine(failure) || failure is CommandException)
        {
            // Whoever does not answer a goodbye is gone already; the client has closed its end.
            return;
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The letter as it goes out.</summary>
    internal MimeMessage Write(Letter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            MessageId = $"{letter.Key}@{settings.From.Domain}",
            Date = new DateTimeOffset(letter.WrittenAt),
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
        };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress(letter.ToName, letter.ToAddress));
        // Out-of-office answers to a machine help nobody.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var address) && address.Address == text && string.IsNullOrEmpty(address.Name);

    private static string Words(SmtpCommandException answer) => $"{(int)answer.StatusCode} {answer.Message}";

    private static bool IsOfTheLine(Exception failure) => failure is SocketException or IOException or ProtocolException or SslHandshakeException or TimeoutException or OperationCanceledException or ServiceNotConnectedException;

    /// <summary>Knows whether any of a message has been handed over.</summary>
    private sealed class Pace : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
