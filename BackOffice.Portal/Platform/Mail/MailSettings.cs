using System.Globalization;
using MailKit.Security;
using MimeKit;

namespace BackOffice.Portal.Platform.Mail;

/// <summary>The mail server as the operator set it up, and the address under which people reach the portal.</summary>
/// <param name="Host">The server; empty means that mail waits in the outbox.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the line is encrypted.</param>
/// <param name="User">Whom the server knows; empty means it asks nobody.</param>
/// <param name="Password">His password.</param>
/// <param name="From">Who writes.</param>
/// <param name="Portal">Where links in mail lead, with a slash at the end.</param>
public sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string User, string Password, MailboxAddress From, Uri Portal)
{
    /// <summary>Whether there is a server to send through.</summary>
    public bool CanSend => Host.Length > 0;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="RuleBroken">One of them makes no sense.</exception>
    public static MailSettings Of(IConfiguration settings)
    {
        var port = settings["Mail:Port"] ?? "587";
        Rule.Require(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65_536, "Mail:Port is \"{0}\". Set it to a number from 1 to 65535, usually 587.", port);
        var from = settings["Mail:From"] is { Length: > 0 } set ? set : "Back office <backoffice@localhost>";
        Rule.Require(MailboxAddress.TryParse(from, out var sender), "Mail:From is \"{0}\". Write it as Back office <office@example.org>.", from);
        var portal = settings["Mail:PortalAddress"] is { Length: > 0 } address ? address : "http://localhost:5080";
        Rule.Require(Uri.TryCreate(portal.TrimEnd('/') + "/", UriKind.Absolute, out var home) && home.Scheme is "http" or "https", "Mail:PortalAddress is \"{0}\". Write it as https://office.example.org.", portal);
        return new MailSettings((settings["Mail:Host"] ?? "").Trim(), number, SecurityOf(settings["Mail:Security"]), settings["Mail:User"] ?? "", settings["Mail:Password"] ?? "", sender!, home!);
    }

    // Encryption that a server may decline is none: whoever sits on the line declines it for the server.
    private static SecureSocketOptions SecurityOf(string? security) => security switch
    {
        null or "" or "StartTls" => SecureSocketOptions.StartTls,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "None" => SecureSocketOptions.None,
        _ => throw new RuleBroken(new Fault(null, "Mail:Security is \"{0}\". Set it to StartTls, Tls or None.", security)),
    };
}
