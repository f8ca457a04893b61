using System.Globalization;
using MessagePack;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>What the server says over a circuit, as far as a page has to know.</summary>
internal sealed record CircuitMessage
{
    /// <summary>The method of the page that is called.</summary>
    public string? Target { get; private init; }

    /// <summary>A batch's number or a call's handle.</summary>
    public long Number { get; private init; }

    /// <summary>A batch.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>The script function to call.</summary>
    public string? Identifier { get; private init; }

    /// <summary>What the function is to give back.</summary>
    public long ResultType { get; private init; }

    /// <summary>Arguments or answer.</summary>
    public string? Text { get; private init; }

    /// <summary>The call of this side that is answered.</summary>
    public string? Answers { get; private init; }

    /// <summary>Why the call failed.</summary>
    public string? Failure { get; private init; }

    /// <summary>Reads a frame.</summary>
    public static CircuitMessage Read(ReadOnlyMemory<byte> frame)
    {
        const int Invocation = 1, Completion = 3, Close = 7;
        var reader = new MessagePackReader(frame);
        reader.ReadArrayHeader();
        return reader.ReadInt32() switch
        {
            Invocation => Called(ref reader),
            Completion => Completed(ref reader),
            Close => new CircuitMessage { Target = "JS.Error", Text = reader.ReadString() ?? "closed" },
            _ => new CircuitMessage(),
        };
    }

    private static CircuitMessage Completed(ref MessagePackReader reader)
    {
        const int Error = 1, Result = 3;
        reader.Skip();
        var (id, kind) = (reader.ReadString(), reader.ReadInt32());
        return kind switch
        {
            Error => new CircuitMessage { Answers = id, Failure = reader.ReadString() },
            Result => new CircuitMessage { Answers = id, Text = reader.ReadString() },
            _ => new CircuitMessage { Answers = id },
        };
    }

    private static CircuitMessage Called(ref MessagePackReader reader)
    {
        reader.Skip();
        reader.Skip();
        var target = reader.ReadString();
        reader.ReadArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                return new CircuitMessage { Target = target, Number = reader.ReadInt64(), Bytes = reader.ReadBytes() is { } bytes ? System.Buffers.BuffersExtensions.ToArray(bytes) : default };
            case "JS.BeginInvokeJS":
                return new CircuitMessage { Target = target, Number = reader.ReadInt64(), Identifier = reader.ReadString(), Text = reader.ReadString(), ResultType = reader.ReadInt64() };
            case "JS.EndInvokeDotNet":
                var (call, succeeded, answer) = (reader.ReadString(), reader.ReadBoolean(), reader.ReadString());
                return new CircuitMessage { Answers = call, Text = answer, Failure = succeeded ? null : string.Create(CultureInfo.InvariantCulture, $"The page answered: {answer}") };
            case "JS.Error":
                return new CircuitMessage { Target = target, Text = reader.ReadString() };
            default:
                return new CircuitMessage { Target = target };
        }
    }
}
