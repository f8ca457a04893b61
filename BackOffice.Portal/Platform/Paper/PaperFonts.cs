using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>What a piece of text is set in.</summary>
internal enum PaperScript
{
    /// <summary>Latin, Greek and Cyrillic letters, and whatever no font has.</summary>
    Latin,

    /// <summary>Arabic script.</summary>
    Arabic,

    /// <summary>Emoji and other small pictures.</summary>
    Emoji,
}

/// <summary>The fonts that the product carries: Inter for Latin, Greek and Cyrillic, Noto Naskh for Arabic script, each in two weights, and Noto Emoji for pictures.</summary>
internal sealed class PaperFonts : IDisposable
{
    /// <summary>Shaping happens in these units to the em, so that widths do not depend on the size.</summary>
    public const int Units = 2048;

    private readonly Dictionary<string, PaperFont> _fonts = [];

    /// <summary>The font for a piece of text.</summary>
    public PaperFont Get(PaperScript script, bool bold)
    {
        var weight = bold ? "SemiBold" : "Regular";
        var file = script switch { PaperScript.Arabic => $"NotoNaskhArabic-{weight}.ttf", PaperScript.Emoji => "NotoEmoji-Regular.ttf", _ => $"Inter-{weight}.ttf" };
        if (!_fonts.TryGetValue(file, out var font)) _fonts[file] = font = new PaperFont(file);
        return font;
    }

    /// <summary>What a character is set in: what Inter does not know may be a picture.</summary>
    public PaperScript ScriptOf(Rune character) =>
        IsArabic(character.Value) ? PaperScript.Arabic
        : character.Value < 0x2000 || Get(PaperScript.Latin, bold: false).Has(character) || !Get(PaperScript.Emoji, bold: false).Has(character) ? PaperScript.Latin
        : PaperScript.Emoji;

    private static bool IsArabic(int c) => c is >= 0x0600 and <= 0x06ff or >= 0x0750 and <= 0x077f or >= 0x0870 and <= 0x08ff or >= 0xfb50 and <= 0xfdff or >= 0xfe70 and <= 0xfefc;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _fonts.Values) font.Dispose();
    }
}

/// <summary>One font file, ready to be shaped with and drawn with.</summary>
internal sealed class PaperFont : IDisposable
{
    // The shaper reads the font where it lies, so its bytes live as long as it does.
    private readonly SKData _bytes;
    private readonly Blob _blob;
    private readonly Face _face;

    public PaperFont(string file)
    {
        using var stream = typeof(PaperFont).Assembly.GetManifestResourceStream("Fonts." + file) ?? throw new FileNotFoundException(file);
        _bytes = SKData.Create(stream);
        Typeface = SKTypeface.FromData(_bytes);
        _blob = new Blob(_bytes.Data, (int)_bytes.Size, MemoryMode.ReadOnly);
        _face = new Face(_blob, 0);
        Shaper = new Font(_face);
        Shaper.SetScale(PaperFonts.Units, PaperFonts.Units);
    }

    /// <summary>Whether the font has the character.</summary>
    public bool Has(Rune character) => Shaper.TryGetNominalGlyph((uint)character.Value, out _);

    /// <summary>For drawing.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>For shaping.</summary>
    public Font Shaper { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Shaper.Dispose();
        _face.Dispose();
        _blob.Dispose();
        Typeface.Dispose();
        _bytes.Dispose();
    }
}
