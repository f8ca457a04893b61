using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>Puts a table on as many pages as it needs. A row stays whole unless it is taller than a page.</summary>
internal sealed class PaperTableLayout(PaperPages pages, PaperText text, PaperTable table)
{
    private const float Gap = 10, Padding = 4;

    private readonly float[] _widths = Widths(table.Columns);

    /// <summary>Puts it.</summary>
    /// <returns>The width of its last column.</returns>
    public float Put(PaperStyle body, PaperStyle head, SKColor rule)
    {
        pages.Need(4 * body.LineHeight);
        PutTitles(head, rule);
        foreach (var row in table.Rows)
        {
            var cells = row.Take(_widths.Length).Select((cell, i) => text.Lines(cell, body, _widths[i])).ToList();
            var height = cells.Max(c => c.Count) * body.LineHeight + 2 * Padding;
            if (!pages.Fits(height) && height < PaperPages.Bottom - PaperPages.Top - 4 * body.LineHeight) Turn(head, rule);
            for (var first = 0; first < cells.Max(c => c.Count);)
            {
                if (!pages.Fits(body.LineHeight + 2 * Padding)) Turn(head, rule);
                first += PutSlice(cells, first, body);
            }
            pages.Rule(0, PaperPages.Inner, pages.Y, rule);
        }
        return _widths[^1];
    }

    // As many lines of the row as still fit on the page.
    private int PutSlice(List<List<PaperLine>> cells, int first, PaperStyle body)
    {
        var room = Math.Max(1, (int)((PaperPages.Bottom - pages.Y - 2 * Padding) / body.LineHeight));
        var count = Math.Min(room, cells.Max(c => c.Count) - first);
        var x = 0f;
        for (var i = 0; i < cells.Count; x += _widths[i++] + Gap)
        {
            for (var line = first; line < Math.Min(first + count, cells[i].Count); line++)
                pages.Put(cells[i][line], body, x, _widths[i], pages.Y + Padding + (line - first) * body.LineHeight, table.Columns[i].IsNumber ? PaperSide.Right : PaperSide.Start);
        }
        pages.Y += count * body.LineHeight + 2 * Padding;
        return count;
    }

    private void Turn(PaperStyle head, SKColor rule)
    {
        pages.Turn();
        PutTitles(head, rule);
    }

    private void PutTitles(PaperStyle head, SKColor rule)
    {
        var (x, height) = (0f, 0f);
        for (var i = 0; i < _widths.Length; x += _widths[i++] + Gap)
            height = Math.Max(height, pages.Put(table.Columns[i].Title, head, x, _widths[i], pages.Y, table.Columns[i].IsNumber ? PaperSide.Right : PaperSide.Start));
        pages.Y += height + Padding;
        pages.Rule(0, PaperPages.Inner, pages.Y, rule, 1.25f);
    }

    private static float[] Widths(IReadOnlyList<PaperColumn> columns)
    {
        var room = PaperPages.Inner - Gap * (columns.Count - 1);
        var weights = columns.Sum(c => c.Weight);
        return [.. columns.Select(c => room * c.Weight / weights)];
    }
}
