using System.Buffers.Binary;
using System.Text;

namespace BackOffice.Benchmarks.Platform.Circuits;

/// <summary>Looks into a render batch for the one thing a page without a browser needs: which number an event handler has.</summary>
internal static class RenderedFrames
{
    private const int FrameSize = 20;
    private const int Attribute = 3;

    /// <summary>The handler of an event on the element that carries an attribute with this value.</summary>
    public static ulong? HandlerOf(ReadOnlySpan<byte> batch, string name, string value, string @event)
    {
        var ends = batch[^20..];
        var frames = batch[Int(ends[4..])..];
        var texts = batch[Int(ends[16..])..^20];
        var count = Int(frames);
        frames = frames[4..];
        for (var i = 0; i < count; i++)
        {
            if (!IsAttribute(frames, i) || Name(batch, texts, frames, i) != name || Text(batch, texts, Int(frames[(i * FrameSize + 8)..])) != value) continue;
            var first = i;
            while (first > 0 && IsAttribute(frames, first - 1)) first--;
            for (var j = first; j < count && IsAttribute(frames, j); j++)
            {
                if (Name(batch, texts, frames, j) == @event) return BinaryPrimitives.ReadUInt64LittleEndian(frames[(j * FrameSize + 12)..]);
            }
        }
        return null;
    }

    private static bool IsAttribute(ReadOnlySpan<byte> frames, int index) => Int(frames[(index * FrameSize)..]) == Attribute;

    private static string? Name(ReadOnlySpan<byte> batch, ReadOnlySpan<byte> texts, ReadOnlySpan<byte> frames, int index) => Text(batch, texts, Int(frames[(index * FrameSize + 4)..]));

    private static string? Text(ReadOnlySpan<byte> batch, ReadOnlySpan<byte> texts, int index)
    {
        if (index < 0) return null;
        var text = batch[Int(texts[(index * 4)..])..];
        var (length, shift, at) = (0, 0, 0);
        byte part;
        do
        {
            part = text[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return Encoding.UTF8.GetString(text.Slice(at, length));
    }

    private static int Int(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);
}
