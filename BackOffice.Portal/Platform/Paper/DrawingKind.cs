using SkiaSharp;

namespace BackOffice.Portal.Platform.Paper;

/// <summary>A drawing of the office, in points: a chart, a plan. It is drawn on one sheet of its own size, as a picture or as a page to print.</summary>
/// <param name="Title">As its file is called.</param>
/// <param name="Width">Of the sheet.</param>
/// <param name="Height">Of the sheet.</param>
/// <param name="Paint">Draws it, with the product's own fonts.</param>
internal sealed record Drawing(string Title, float Width, float Height, Action<SKCanvas, PaperText> Paint);

/// <summary>A kind of drawing that one domain brings; found by scanning, made in the reader's own scope, shown at <c>/drawing/{name}.png</c> and <c>.pdf</c>.</summary>
/// <param name="name">As in the address.</param>
internal abstract class DrawingKind(string name)
{
    /// <summary>As in the address.</summary>
    public string Name { get; } = name;

    /// <summary>Draws what the address asks for.</summary>
    /// <exception cref="RuleBroken">The wish makes no sense.</exception>
    public abstract Task<Drawing> MakeAsync(IQueryCollection wishes, CancellationToken ct);
}

/// <summary>Puts a drawing into a file.</summary>
internal static class DrawingWriter
{
    private const float Sharpness = 2;

    /// <summary>As a picture, at twice the size of its points.</summary>
    public static byte[] Png(Drawing drawing, bool rightToLeft)
    {
        using var bitmap = new SKBitmap((int)MathF.Ceiling(drawing.Width * Sharpness), (int)MathF.Ceiling(drawing.Height * Sharpness));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Sharpness);
            Paint(drawing, canvas, rightToLeft);
        }
        using var image = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return image.ToArray();
    }

    /// <summary>As one page of its own size.</summary>
    public static byte[] Pdf(Drawing drawing, bool rightToLeft)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = drawing.Title }))
        {
            Paint(drawing, document.BeginPage(drawing.Width, drawing.Height), rightToLeft);
            document.EndPage();
            document.Close();
        }
        return stream.ToArray();
    }

    private static void Paint(Drawing drawing, SKCanvas canvas, bool rightToLeft)
    {
        using var fonts = new PaperFonts();
        drawing.Paint(canvas, new PaperText(fonts, rightToLeft));
    }
}
