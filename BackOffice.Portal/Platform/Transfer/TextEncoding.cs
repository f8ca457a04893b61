using System.Text;
using System.Text.Unicode;
using BackOffice.Domain.Platform;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Finds out in which encoding a text file was saved, and names the encodings that a person may choose instead.</summary>
public static class TextEncoding
{
    /// <summary>Encodings to choose from, by the name that <see cref="Find"/> understands, the likeliest first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["utf-8", "windows-1252", "utf-16", "utf-16BE", "windows-1256", "windows-1250", "windows-1251", "windows-1254", "iso-8859-1", "iso-8859-15", "ibm850", "macintosh"];

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of that name; bytes that it cannot read throw instead of turning into question marks.</summary>
    /// <exception cref="RuleBroken">There is no such encoding.</exception>
    public static Encoding Find(string name)
    {
        Rule.Require(Names.Contains(name, StringComparer.OrdinalIgnoreCase), "There is no encoding \"{0}\". Choose one of: {1}.", name, string.Join(", ", Names));
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    /// <summary>
    /// A byte order mark decides; then zero bytes at every other place (UTF-16); then whether the whole file is valid UTF-8;
    /// what remains is Windows-1252, in which western Excel saves its CSV files.
    /// </summary>
    public static string Detect(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[4096];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return "utf-8";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "utf-16";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "utf-16BE";
        return ZeroBytes(head) ?? (IsUtf8(file) ? "utf-8" : "windows-1252");
    }

    // Delimiters, digits and line ends have a zero byte in UTF-16, always on the same side, whatever script the words are in.
    // The line end is asked for as well, so that a stray zero in a file of single bytes is not taken for it.
    private static string? ZeroBytes(ReadOnlySpan<byte> head)
    {
        var (even, odd, endsLow, endsHigh) = (0, 0, false, false);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
            endsLow |= head[i] is (byte)'\n' or (byte)'\r' && head[i + 1] == 0;
            endsHigh |= head[i] == 0 && head[i + 1] is (byte)'\n' or (byte)'\r';
        }
        if (endsLow && even == 0) return "utf-16";
        return endsHigh && odd == 0 ? "utf-16BE" : null;
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[65_536];
        var kept = 0;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var part = buffer.AsSpan(0, kept + read);
            var atEnd = part.Length < buffer.Length;
            // A character may be cut by the end of the buffer: what is left of it, at most three bytes, joins the next part.
            kept = atEnd ? 0 : CutBytes(part);
            if (!Utf8.IsValid(part[..^kept])) return false;
            if (atEnd) return true;
            part[^kept..].CopyTo(buffer);
        }
    }

    private static int CutBytes(ReadOnlySpan<byte> part)
    {
        for (var back = 1; back <= 3; back++)
            if (part[^back] >= 0xC0) return back < (part[^back] >= 0xF0 ? 4 : part[^back] >= 0xE0 ? 3 : 2) ? back : 0;
            else if (part[^back] < 0x80) return 0;
        return 0;
    }
}
