using System.Globalization;
using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>Writes papers as PDF files with their fonts inside. The same paper gives the same file, byte by byte.</summary>
public static class PaperWriter
{
    private static readonly SKColor Ink = SKColor.Parse("#14191e"), Faint = SKColor.Parse("#5f6a74"), Line = SKColor.Parse("#e3e6e9"), Accent = SKColor.Parse("#0b6577");
    private static readonly PaperStyle Body = new(9, Ink), Strong = new(9, Ink, Bold: true), Label = new(8, Faint), Head = new(8, Faint, Bold: true), Title = new(20, Ink, Bold: true), Name = new(11, Accent, Bold: true);
    private const float Gap = 10;

    /// <summary>The media type.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>Writes a paper.</summary>
    public static byte[] Write(PaperDocument paper)
    {
        using var fonts = new PaperFonts();
        var text = new PaperText(fonts, paper.RightToLeft);
        var pages = new PaperPages(text, paper.RightToLeft);
        pages.Turn();
        PutHead(pages, paper);
        var sums = 110f;
        foreach (var block in paper.Blocks) sums = PutBlock(pages, text, block, sums);
        pages.OnEvery(page => PutFoot(pages, paper, page));

        using var target = new MemoryStream();
        var at = DateTime.SpecifyKind(paper.At, DateTimeKind.Utc);
        var about = new SKDocumentPdfMetadata { Title = $"{paper.Title} {paper.Subtitle}".TrimEnd(), Author = paper.Company, Creator = "BackOffice Portal", Creation = at, Modified = at, EncodingQuality = 101, RasterDpi = 72 };
        using (var document = SKDocument.CreatePdf(target, about))
        {
            pages.Draw(document);
            document.Close();
        }
        return target.ToArray();
    }

    private static void PutHead(PaperPages pages, PaperDocument paper)
    {
        const float half = PaperPages.Inner / 2;
        var height = pages.Put(paper.Company, Name, 0, half - Gap, pages.Y);
        var address = paper.CompanyAddress.Length == 0 ? 0 : pages.Put(paper.CompanyAddress, Label, half, half, pages.Y, PaperSide.End);
        pages.Y += Math.Max(height, address) + 24;
        pages.Y += pages.Put(paper.Title, Title, 0, PaperPages.Inner, pages.Y);
        if (paper.Subtitle.Length > 0) pages.Y += pages.Put(paper.Subtitle, new PaperStyle(11, Faint), 0, PaperPages.Inner, pages.Y);
        pages.Y += 16;
    }

    private static void PutFoot(PaperPages pages, PaperDocument paper, int page)
    {
        const float y = PaperPages.Bottom + 16;
        pages.Rule(0, PaperPages.Inner, y - 6, Line);
        pages.Put($"{paper.Title} {paper.Subtitle}".TrimEnd(), Label, 0, PaperPages.Inner - 100, y);
        pages.Put(string.Format(CultureInfo.CurrentCulture, paper.PageWords, page, pages.Count), Label, PaperPages.Inner - 100, 100, y, PaperSide.End);
    }

    // Sums stand under the last column of the table before them, whichever way the paper runs.
    private static float PutBlock(PaperPages pages, PaperText text, PaperBlock block, float sums)
    {
        switch (block)
        {
            case PaperFacts facts: PutFacts(pages, text, facts); break;
            case PaperTable table: sums = new PaperTableLayout(pages, text, table).Put(Body, Head, Line); break;
            case PaperTotals totals: PutTotals(pages, text, totals, sums); break;
            case PaperNotes notes: PutNotes(pages, text, notes); break;
        }
        pages.Y += 16;
        return sums;
    }

    private static void PutFacts(PaperPages pages, PaperText text, PaperFacts facts)
    {
        const float width = (PaperPages.Inner - 3 * Gap) / 4;
        foreach (var row in facts.Facts.Chunk(4))
        {
            var height = row.Max(f => text.Lines(f.Value, Body, width).Count) * Body.LineHeight + Label.LineHeight;
            pages.Need(height);
            for (var i = 0; i < row.Length; i++)
            {
                var label = pages.Put(row[i].Label, Label, i * (width + Gap), width, pages.Y);
                pages.Put(row[i].Value, Body, i * (width + Gap), width, pages.Y + label);
            }
            pages.Y += height + 8;
        }
    }

    private static void PutTotals(PaperPages pages, PaperText text, PaperTotals totals, float value)
    {
        const float label = 140;
        var x = PaperPages.Inner - label - Gap - value;
        pages.Need(totals.Sums.Count * (Body.LineHeight + 4));
        for (var i = 0; i < totals.Sums.Count; i++)
        {
            var style = i == totals.Sums.Count - 1 ? Strong : Body;
            if (style == Strong && i > 0) pages.Rule(x, label + Gap + value, pages.Y, Line);
            pages.Put(totals.Sums[i].Label, style, x, label, pages.Y + 2);
            // A sum stays on one line, even where it is wider than the amounts above it.
            pages.Put(text.Lines(totals.Sums[i].Value, style, float.MaxValue)[0], style, x + label + Gap, value, pages.Y + 2, PaperSide.Right);
            pages.Y += style.LineHeight + 4;
        }
    }

    private static void PutNotes(PaperPages pages, PaperText text, PaperNotes notes)
    {
        if (notes.Title.Length > 0)
        {
            pages.Need(Strong.LineHeight + 2 * Body.LineHeight);
            pages.Y += pages.Put(notes.Title, Strong, 0, PaperPages.Inner, pages.Y);
        }
        foreach (var line in text.Lines(notes.Text, Body, PaperPages.Inner))
        {
            pages.Need(Body.LineHeight);
            pages.Put(line, Body, 0, PaperPages.Inner, pages.Y);
            pages.Y += Body.LineHeight;
        }
    }
}
