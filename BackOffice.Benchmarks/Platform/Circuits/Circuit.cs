using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>One open page without a browser: takes render batches and acknowledges them, answers script calls, sends events. Thousands fit into a process.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly CircuitWire _wire;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _calls = [];
    private readonly ConcurrentDictionary<(string Attribute, string Value), ulong> _handlers = [];
    private readonly ConcurrentDictionary<string, long> _given = [];
    private readonly (string Attribute, string Value)[] _marks;
    private readonly Task _listening;
    private volatile Expectation? _expected;
    private long _renderer;
    private long _call;

    /// <summary>Over an open wire; <paramref name="marks"/> are elements, by one of their attributes, whose click will be sent later.</summary>
    public Circuit(CircuitWire wire, params (string Attribute, string Value)[] marks)
    {
        (_wire, _marks) = (wire, marks);
        _listening = Task.Run(ListenAsync);
    }

    /// <summary>Bytes of the render batches so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Starts the circuit of a page.</summary>
    public async Task StartAsync(Uri site, Uri page, IReadOnlyList<string> components, string state)
    {
        var id = await CallAsync("StartCircuit", site.ToString(), page.ToString(), "[]", state);
        if (string.IsNullOrEmpty(id)) throw new InvalidOperationException($"{page} opened no circuit.");
        var operations = string.Join(',', components.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{c}}}""")));
        await _wire.SendAsync(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{operations}}]}""", state);
    }

    /// <summary>The moment (<see cref="Stopwatch.GetTimestamp"/>) at which a batch with this text arrives, from now on.</summary>
    public Task<long> SeeAsync(string text)
    {
        var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected = new Expectation(System.Text.Encoding.UTF8.GetBytes(text), seen);
        return seen.Task;
    }

    /// <summary>Clicks on a marked element; ends when the page has handled it.</summary>
    public async Task ClickAsync(string attribute, string value)
    {
        if (!_handlers.TryGetValue((attribute, value), out var handler)) throw new InvalidOperationException($"Nothing with {attribute}=\"{value}\" was drawn.");
        await InvokeAsync(_renderer, "DispatchEventAsync", string.Create(CultureInfo.InvariantCulture, $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"type":"click","detail":1,"button":0}]"""));
    }

    /// <summary>Calls back on the object that the page handed to a function of its scripts; ends when the page has handled it.</summary>
    public Task CallBackAsync(string function, string method, string arguments) =>
        _given.TryGetValue(function, out var handed) ? InvokeAsync(handed, method, arguments) : throw new InvalidOperationException($"The page handed nothing to {function}.");

    /// <summary>Tells the server that this page is still there.</summary>
    public Task PingAsync() => _wire.PingAsync();

    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _listening;
    }

    private async Task<string?> CallAsync(string target, params object?[] arguments)
    {
        var (id, answer) = Expect();
        await _wire.SendAsync(id, target, arguments);
        return await answer.Task;
    }

    private async Task InvokeAsync(long dotNetObject, string method, string arguments)
    {
        var (id, answer) = Expect();
        await _wire.SendAsync(null, "BeginInvokeDotNetFromJS", id, null, method, dotNetObject, arguments);
        await answer.Task;
    }

    private (string Id, TaskCompletionSource<string?> Answer) Expect()
    {
        var (id, answer) = (Interlocked.Increment(ref _call).ToString(CultureInfo.InvariantCulture), new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously));
        _calls[id] = answer;
        return (id, answer);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await _wire.ReceiveAsync() is { IsEmpty: false } message)
            {
                while (!message.IsEmpty) await HearAsync(CircuitWire.Next(ref message));
            }
        }
        catch (Exception end) when (end is System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            // This side has hung up, or the process was ended.
        }
        foreach (var call in _calls.Values) call.TrySetException(new InvalidOperationException("The circuit was closed."));
        _expected?.Seen.TrySetException(new InvalidOperationException("The circuit was closed."));
    }

    private async Task HearAsync(ReadOnlyMemory<byte> frame)
    {
        var heard = CircuitMessage.Read(frame);
        switch (heard)
        {
            case { Target: "JS.RenderBatch" }:
                await DrawAsync(heard.Number, heard.Bytes);
                break;
            case { Target: "JS.BeginInvokeJS" }:
                await AnswerAsync(heard);
                break;
            case { Answers: { } id } when _calls.TryRemove(id, out var call):
                if (heard.Failure is { } failure) call.TrySetException(new InvalidOperationException(failure));
                else call.TrySetResult(heard.Text);
                break;
            case { Target: "JS.Error" }:
                throw new InvalidOperationException($"The page failed: {heard.Text}");
        }
    }

    private async Task DrawAsync(long batch, ReadOnlyMemory<byte> bytes)
    {
        if (_expected is { } expected && bytes.Span.IndexOf(expected.Text) >= 0)
        {
            _expected = null;
            expected.Seen.TrySetResult(Stopwatch.GetTimestamp());
        }
        Bytes += bytes.Length;
        foreach (var mark in _marks)
        {
            if (RenderedFrames.HandlerOf(bytes.Span, mark.Attribute, mark.Value, "onclick") is { } handler) _handlers[mark] = handler;
        }
        await _wire.SendAsync(null, "OnRenderCompleted", batch, null);
    }

    // A page's scripts are not run: what they would give back is nothing, an object, or where a virtual list begins.
    private async Task AnswerAsync(CircuitMessage asked)
    {
        const int AnObject = 1;
        if (asked.Identifier == "Blazor._internal.attachWebRendererInterop") _renderer = Objects(asked.Text!).First();
        if (asked.Identifier is { } function && Objects(asked.Text ?? "").Cast<long?>().FirstOrDefault() is { } handed) _given[function] = handed;
        if (asked.Number != 0) await _wire.SendAsync(null, "EndInvokeJSFromDotNet", asked.Number, true, string.Create(CultureInfo.InvariantCulture, $"[{asked.Number},true,{(asked.ResultType == AnObject ? """{"__jsObjectId":1}""" : "null")}]"));
        if (asked.Identifier == "Blazor._internal.Virtualize.init") _ = InvokeAsync(Objects(asked.Text!).First(), "OnSpacerBeforeVisible", "[0,0,700]");
    }

    private static IEnumerable<long> Objects(string arguments) => DotNetObject().Matches(arguments).Select(m => long.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    private sealed record Expectation(byte[] Text, TaskCompletionSource<long> Seen);

    [GeneratedRegex("\"__dotNetObject\":(\\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DotNetObject();
}
