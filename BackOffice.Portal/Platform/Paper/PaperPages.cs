using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>Where a text stands in its column.</summary>
internal enum PaperSide
{
    /// <summary>Where reading starts.</summary>
    Start,

    /// <summary>Where reading ends.</summary>
    End,

    /// <summary>At the right in every direction, as numbers do.</summary>
    Right,
}

/// <summary>The pages of a paper while they fill from top to bottom. Positions are given from the side where reading starts.</summary>
internal sealed class PaperPages(PaperText text, bool rightToLeft)
{
    /// <summary>A4 in points.</summary>
    public const float Width = 595.28f, Height = 841.89f;

    /// <summary>Blank at the sides, at the top, and where the page count stands.</summary>
    public const float Margin = 48, Top = 44, Bottom = Height - 56;

    /// <summary>Between the margins.</summary>
    public const float Inner = Width - 2 * Margin;

    private readonly List<List<Action<SKCanvas>>> _pages = [];
    private List<Action<SKCanvas>> _page = [];

    /// <summary>How far the current page is filled.</summary>
    public float Y { get; set; } = Top;

    /// <summary>Pages so far.</summary>
    public int Count => _pages.Count;

    /// <summary>True when so much still fits on the page.</summary>
    public bool Fits(float height) => Y + height <= Bottom;

    /// <summary>Goes on at the top of a new page.</summary>
    public void Turn()
    {
        _pages.Add(_page = []);
        Y = Top;
    }

    /// <summary>Turns the page unless so much still fits, or the page is empty anyway.</summary>
    public void Need(float height)
    {
        if (!Fits(height) && Y > Top) Turn();
    }

    /// <summary>Puts one line of text into a column that starts at <paramref name="x"/>.</summary>
    public void Put(PaperLine line, PaperStyle style, float x, float width, float y, PaperSide side = PaperSide.Start)
    {
        var left = Left(x, width);
        var atRight = side == PaperSide.Right || rightToLeft == (side == PaperSide.Start);
        var at = atRight ? left + width - line.Width : left;
        _page.Add(canvas => PaperText.Draw(canvas, line, style, at, y + style.Size * 1.02f + (style.LineHeight - style.Size) / 4));
    }

    /// <summary>Puts a text into a column at the current height and returns the height it takes; does not move on.</summary>
    public float Put(string words, PaperStyle style, float x, float width, float y, PaperSide side = PaperSide.Start)
    {
        var lines = text.Lines(words, style, width);
        for (var i = 0; i < lines.Count; i++) Put(lines[i], style, x, width, y + i * style.LineHeight, side);
        return lines.Count * style.LineHeight;
    }

    /// <summary>A thin line across.</summary>
    public void Rule(float x, float width, float y, SKColor color, float thickness = 0.75f)
    {
        var left = Left(x, width);
        _page.Add(canvas =>
        {
            using var paint = new SKPaint { Color = color, StrokeWidth = thickness, IsStroke = true };
            canvas.DrawLine(left, y, left + width, y, paint);
        });
    }

    /// <summary>Adds to every page what is known only when all are filled.</summary>
    public void OnEvery(Action<int> add)
    {
        for (var i = 0; i < Count; i++)
        {
            _page = _pages[i];
            add(i + 1);
        }
    }

    /// <summary>Draws all pages.</summary>
    public void Draw(SKDocument document)
    {
        foreach (var page in _pages)
        {
            var canvas = document.BeginPage(Width, Height);
            foreach (var put in page) put(canvas);
            document.EndPage();
        }
    }

    private float Left(float x, float width) => rightToLeft ? Width - Margin - x - width : Margin + x;
}
