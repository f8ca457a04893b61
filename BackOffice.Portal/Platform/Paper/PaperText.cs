using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="Color">Of the ink.</param>
/// <param name="Bold">Semi-bold.</param>
internal readonly record struct PaperStyle(float Size, SKColor Color, bool Bold = false)
{
    /// <summary>From one line to the next; the taller Arabic letters fit in.</summary>
    public float LineHeight => MathF.Ceiling(Size * 1.45f);
}

/// <summary>One line of text, shaped: pieces from left to right, each in one font and one direction.</summary>
/// <param name="Pieces">To be drawn one after the other.</param>
/// <param name="Width">Of all of them.</param>
internal sealed record PaperLine(IReadOnlyList<PaperPiece> Pieces, float Width);

/// <summary>Glyphs in one font, with the text they stand for so that it can be copied and searched.</summary>
internal sealed record PaperPiece(PaperFont Font, float Size, string Text, ushort[] Glyphs, SKPoint[] Positions, uint[] Clusters, float Width);

/// <summary>Shapes texts, breaks them into lines and draws them.</summary>
internal sealed class PaperText(PaperFonts fonts, bool rightToLeft)
{
    /// <summary>The lines of a text within a width. Words too long for a line are broken; nothing is cut off.</summary>
    public List<PaperLine> Lines(string text, PaperStyle style, float width)
    {
        var lines = new List<PaperLine>();
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            var levels = BidiText.Levels(paragraph, rightToLeft);
            var widths = Widths(paragraph, levels, style);
            var start = 0;
            do
            {
                var end = Break(paragraph, widths, start, width);
                var visible = end;
                while (visible > start && paragraph[visible - 1] == ' ') visible--;
                lines.Add(Line(paragraph, levels, start, visible - start, style));
                start = end;
            }
            while (start < paragraph.Length);
        }
        return lines;
    }

    /// <summary>Draws a line with its left end and its base at a place.</summary>
    public static void Draw(SKCanvas canvas, PaperLine line, PaperStyle style, float x, float y)
    {
        using var paint = new SKPaint { Color = style.Color, IsAntialias = true };
        foreach (var piece in line.Pieces)
        {
            using var font = new SKFont(piece.Font.Typeface, piece.Size) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true };
            using var builder = new SKTextBlobBuilder();
            var bytes = Encoding.UTF8.GetBytes(piece.Text);
            var run = builder.AllocatePositionedTextRun(font, piece.Glyphs.Length, bytes.Length);
            run.SetGlyphs(piece.Glyphs);
            run.SetPositions(piece.Positions);
            run.SetText(bytes);
            run.SetClusters(piece.Clusters);
            using var blob = builder.Build();
            if (blob is not null) canvas.DrawText(blob, x, y, paint);
            x += piece.Width;
        }
    }

    // Tabs and controls have no shape of their own.
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(c => c != '\n' && char.IsControl(c) ? ' ' : c));

    private PaperLine Line(string text, byte[] levels, int start, int length, PaperStyle style)
    {
        var pieces = new List<PaperPiece>();
        foreach (var run in BidiText.Visual(levels, start, length))
        {
            var parts = ByScript(text, run.Start, run.Length).ToList();
            if (run.RightToLeft) parts.Reverse();
            pieces.AddRange(parts.Select(p => Shape(text, p.Start, p.Length, p.Script, run.RightToLeft, style)));
        }
        return new PaperLine(pieces, pieces.Sum(p => p.Width));
    }

    // The width that every UTF-16 unit adds: that of its cluster at the cluster's first unit.
    private float[] Widths(string text, byte[] levels, PaperStyle style)
    {
        var widths = new float[text.Length];
        foreach (var run in BidiText.Visual(levels, 0, text.Length))
        {
            foreach (var (start, length, script) in ByScript(text, run.Start, run.Length))
            {
                using var buffer = Shaped(text, start, length, script, run.RightToLeft, style.Bold);
                var glyphs = buffer.GetGlyphInfoSpan();
                var places = buffer.GetGlyphPositionSpan();
                for (var i = 0; i < glyphs.Length; i++) widths[glyphs[i].Cluster] += places[i].XAdvance * SizeOf(script, style) / PaperFonts.Units;
            }
        }
        return widths;
    }

    private static int Break(string text, float[] widths, int start, float width)
    {
        var used = 0f;
        var opportunity = -1;
        for (var i = start; i < text.Length; i++)
        {
            used += widths[i];
            // A blank at the end of a line may hang over its edge.
            if (used > width + 0.01f && text[i] != ' ' && i > start) return opportunity > start ? opportunity : WholeCharacter(text, start, i);
            if (text[i] is ' ' or '-' or '/' or '\u2013' or ',' || (char.IsLetter(text[i]) && text[i] >= '\u2e80' && text[i] < '\ud800')) opportunity = i + 1;
        }
        return text.Length;
    }

    private static int WholeCharacter(string text, int start, int end)
    {
        var at = start;
        while (at < end && StringInfo.GetNextTextElementLength(text, at) is var length && at + length <= end) at += length;
        return at > start ? at : Math.Min(text.Length, start + StringInfo.GetNextTextElementLength(text, start));
    }

    private PaperPiece Shape(string text, int start, int length, PaperScript script, bool toLeft, PaperStyle style)
    {
        using var buffer = Shaped(text, start, length, script, toLeft, style.Bold);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var (glyphs, points, clusters) = (new ushort[infos.Length], new SKPoint[infos.Length], new uint[infos.Length]);
        var size = SizeOf(script, style);
        var scale = size / PaperFonts.Units;
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            points[i] = new SKPoint(x + places[i].XOffset * scale, -places[i].YOffset * scale);
            clusters[i] = (uint)Encoding.UTF8.GetByteCount(text.AsSpan(start, (int)infos[i].Cluster - start));
            x += places[i].XAdvance * scale;
        }
        return new PaperPiece(fonts.Get(script, style.Bold), size, text.Substring(start, length), glyphs, points, clusters, x);
    }

    // Naskh reads a step smaller than Inter at the same size, pictures a step larger.
    private static float SizeOf(PaperScript script, PaperStyle style) => script switch { PaperScript.Arabic => style.Size * 1.12f, PaperScript.Emoji => style.Size * 0.95f, _ => style.Size };

    private HarfBuzzSharp.Buffer Shaped(string text, int start, int length, PaperScript script, bool toLeft, bool bold)
    {
        var buffer = new HarfBuzzSharp.Buffer();
        // The neighbours are handed along: an Arabic letter joins them.
        buffer.AddUtf16(text, start, length);
        buffer.Direction = toLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = script switch { PaperScript.Arabic => Script.Arabic, PaperScript.Emoji => Script.Common, _ => Script.Latin };
        buffer.Language = new Language(script == PaperScript.Arabic ? "ur" : "en");
        fonts.Get(script, bold).Shaper.Shape(buffer, Features);
        return buffer;
    }

    // Digits of one width, so that columns of numbers stand in line.
    private static readonly Feature[] Features = [new(new Tag('t', 'n', 'u', 'm'), 1, 0, uint.MaxValue)];

    private IEnumerable<(int Start, int Length, PaperScript Script)> ByScript(string text, int start, int length)
    {
        for (var i = start; i < start + length;)
        {
            var (from, script) = (i, ScriptAt(text, i, out _));
            // Blanks and marks go with what they follow.
            while (i < start + length && (ScriptAt(text, i, out var size) == script || text[i] == ' ' || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) i += size;
            yield return (from, i - from, script);
        }
    }

    // Half a character counts as one that no font has.
    private PaperScript ScriptAt(string text, int index, out int size)
    {
        size = 1;
        if (!Rune.TryGetRuneAt(text, index, out var character)) return PaperScript.Latin;
        size = character.Utf16SequenceLength;
        return fonts.ScriptOf(character);
    }
}
