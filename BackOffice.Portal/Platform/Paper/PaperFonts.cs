using HarfBuzzSharp;
using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>The fonts that the product carries: Inter for Latin, Greek and Cyrillic, Noto Naskh for Arabic script, each in two weights.</summary>
internal sealed class PaperFonts : IDisposable
{
    /// <summary>Shaping happens in these units to the em, so that widths do not depend on the size.</summary>
    public const int Units = 2048;

    private readonly Dictionary<(bool Arabic, bool Bold), PaperFont> _fonts = [];

    /// <summary>The font for a piece of text.</summary>
    public PaperFont Get(bool arabic, bool bold)
    {
        if (!_fonts.TryGetValue((arabic, bold), out var font))
            _fonts[(arabic, bold)] = font = new PaperFont($"{(arabic ? "NotoNaskhArabic" : "Inter")}-{(bold ? "SemiBold" : "Regular")}.ttf");
        return font;
    }

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
