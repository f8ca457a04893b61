using System.Buffers;
using System.Net.WebSockets;
using MessagePack;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>The socket of a circuit and the frames on it: SignalR's hub messages in MessagePack, as Blazor's own script speaks them ("blazorpack").</summary>
internal sealed class CircuitWire : IAsyncDisposable
{
    private const int Invocation = 1;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _frame = new(256);
    private readonly ArrayBufferWriter<byte> _message = new(256);
    private readonly ArrayBufferWriter<byte> _received = new(4096);

    /// <summary>Connects as a page of the site does, and agrees on the protocol.</summary>
    public static async Task<CircuitWire> ConnectAsync(Uri address, string origin, string cookies)
    {
        var wire = new CircuitWire();
        wire._socket.Options.SetRequestHeader("Origin", origin);
        if (cookies.Length > 0) wire._socket.Options.SetRequestHeader("Cookie", cookies);
        await wire._socket.ConnectAsync(address, CancellationToken.None);
        await wire._socket.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var answer = await wire.ReceiveAsync();
        if (!answer.Span.SequenceEqual("{}\u001e"u8)) throw new InvalidOperationException($"The circuit was refused: {System.Text.Encoding.UTF8.GetString(answer.Span)}");
        return wire;
    }

    /// <summary>The next socket message, one or several frames; valid until the next one is asked for. Empty when the other side has closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync()
    {
        _received.ResetWrittenCount();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_received.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return default;
            _received.Advance(part.Count);
            if (part.EndOfMessage) return _received.WrittenMemory;
        }
    }

    /// <summary>Cuts the next frame off a socket message.</summary>
    public static ReadOnlyMemory<byte> Next(ref ReadOnlyMemory<byte> message)
    {
        var (length, shift, at) = (0, 0, 0);
        byte part;
        do
        {
            part = message.Span[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        var frame = message.Slice(at, length);
        message = message[(at + length)..];
        return frame;
    }

    /// <summary>Calls a method of the hub; arguments are texts, whole numbers, yes or no, and nothing.</summary>
    public Task SendAsync(string? invocationId, string target, params object?[] arguments) => WriteAsync(() =>
    {
        var writer = new MessagePackWriter(_message);
        writer.WriteArrayHeader(6);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(invocationId);
        writer.Write(target);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments) Write(ref writer, argument);
        writer.WriteArrayHeader(0);
        writer.Flush();
    });

    /// <summary>A sign of life.</summary>
    public Task PingAsync() => WriteAsync(() =>
    {
        var writer = new MessagePackWriter(_message);
        writer.WriteArrayHeader(1);
        writer.Write(6);
        writer.Flush();
    });

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await _sending.WaitAsync();
        _sending.Dispose();
    }

    private static void Write(ref MessagePackWriter writer, object? argument)
    {
        switch (argument)
        {
            case null: writer.WriteNil(); break;
            case string text: writer.Write(text); break;
            case long number: writer.Write(number); break;
            case bool yes: writer.Write(yes); break;
            default: throw new NotSupportedException($"{argument.GetType()} is not sent over a circuit.");
        }
    }

    private async Task WriteAsync(Action write)
    {
        await _sending.WaitAsync();
        try
        {
            _message.ResetWrittenCount();
            write();
            _frame.ResetWrittenCount();
            for (var rest = (uint)_message.WrittenCount; ; rest >>= 7)
            {
                _frame.GetSpan(1)[0] = (byte)((rest & 0x7f) | (rest > 0x7f ? 0x80u : 0u));
                _frame.Advance(1);
                if (rest <= 0x7f) break;
            }
            _frame.Write(_message.WrittenSpan);
            await _socket.SendAsync(_frame.WrittenMemory, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }
}
