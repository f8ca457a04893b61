using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace BackOffice.Tests.Platform.Mail;

/// <summary>A real SMTP server on a loopback port; it answers as a test asks it to and keeps what it took.</summary>
public sealed class LoopbackMail : IMessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly SmtpServer.SmtpServer _server;
    private readonly Task _serving;

    public LoopbackMail(int? port = null)
    {
        Port = port ?? FreePort();
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        _server = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("loopback").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build(), services);
        _serving = _server.StartAsync(_closing.Token);
    }

    public int Port { get; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>What it answers once it has read a message; it takes it unless told otherwise.</summary>
    public Func<MimeMessage, Task<SmtpResponse>> Answer { get; set; } = _ => Task.FromResult(SmtpResponse.Ok);

    /// <summary>Addresses that it does not deliver to.</summary>
    public HashSet<string> Unknown { get; } = [];

    /// <summary>The portal's settings for sending through it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Mail__Security"] = "None",
        ["Mail__From"] = "Test office <office@example.org>", ["Mail__PortalAddress"] = "https://office.example.org",
    };

    /// <summary>A port where nobody listens.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var message = await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken);
        var answer = await Answer(message);
        if (answer.ReplyCode == SmtpReplyCode.Ok) _taken.Enqueue(message);
        return answer;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(!Unknown.Contains($"{to.User}@{to.Host}"));

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _server.Shutdown();
        await _serving;
        _closing.Dispose();
    }
}
