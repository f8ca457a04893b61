using System.Globalization;
using BackOffice.Domain.Organization.Chart;
using BackOffice.Portal.Platform.Languages;
using BackOffice.Portal.Platform.Paper;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace BackOffice.Portal.Organization.Chart;

/// <summary>The organization chart on one sheet: an outline with the lines of command, for printing and as a picture.</summary>
internal sealed class ChartDrawing(OrganizationChart chart, Company company, Platform.Shell.Reader reader, IStringLocalizer texts) : DrawingKind("organization-chart")
{
    private const float Margin = 36, Head = 64, Row = 34, Indent = 26, Box = 300;
    private static readonly PaperStyle Title = new(16, SKColors.Black, Bold: true), Small = new(9, new SKColor(0x5f, 0x6a, 0x74)), Bold = new(10.5f, new SKColor(0x14, 0x19, 0x1e), Bold: true), Empty = new(10.5f, new SKColor(0x80, 0x50, 0x0a), Bold: true);

    /// <inheritdoc/>
    public override async Task<Drawing> MakeAsync(IQueryCollection wishes, CancellationToken ct)
    {
        var day = DateOnly.TryParseExact(wishes["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : reader.Today;
        long? from = long.TryParse(wishes["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var seat) ? seat : null;
        var levels = int.TryParse(wishes["levels"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, 50) : 4;
        var seats = await chart.DrawnAsync(from, levels, day, ct);
        Rule.Require(seats.Count > 0, "No position exists on {0}. Choose another day.", day);
        var width = (2 * Margin) + Box + (seats.Max(s => s.Depth) * Indent);
        return new Drawing(texts["Organization chart"], width, (2 * Margin) + Head + (seats.Count * Row), (canvas, text) => Paint(canvas, text, seats, day, width));
    }

    private void Paint(SKCanvas canvas, PaperText text, IReadOnlyList<ChartSeat> seats, DateOnly day, float width)
    {
        var toLeft = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;
        Write(text, canvas, company.Name, Title, Margin, Margin + 16, width, toLeft);
        Write(text, canvas, $"{texts["Organization chart"]} · {texts["As of"]} {day.ToString("d MMM yyyy", CultureInfo.CurrentCulture)}", Small, Margin, Margin + 34, width, toLeft);
        using var line = new SKPaint { Color = new SKColor(0xcc, 0xd1, 0xd6), IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        using var dashed = new SKPaint { Color = new SKColor(0x86, 0x8f, 0x98), IsStroke = true, StrokeWidth = 1, IsAntialias = true, PathEffect = SKPathEffect.CreateDash([3, 2], 0) };
        var last = new Dictionary<int, float>();
        foreach (var (seat, at) in seats.Select((s, i) => (s, i)))
        {
            var (x, y) = (Margin + (seat.Depth * Indent), Margin + Head + (at * Row));
            var box = new SKRect(x, y, x + Box, y + Row - 6);
            canvas.DrawRoundRect(Mirror(box, width, toLeft), 4, 4, seat.HolderId is null ? dashed : line);
            if (seat.Depth > 0 && last.TryGetValue(seat.Depth - 1, out var above))
            {
                var (down, middle) = (x - Indent + 10, y + ((Row - 6) / 2));
                canvas.DrawLine(Across(down, width, toLeft), above, Across(down, width, toLeft), middle, line);
                canvas.DrawLine(Across(down, width, toLeft), middle, Across(x, width, toLeft), middle, line);
            }
            last[seat.Depth] = y + Row - 6;
            Write(text, canvas, seat.Holder ?? texts["Vacant"], seat.HolderId is null ? Empty : Bold, x + 8, y + 12, width, toLeft);
            var counts = seat.Below == 0 ? "" : $" · {Figures.Quantity(seat.Direct)} / {Figures.Quantity(seat.Below)}";
            Write(text, canvas, $"{seat.Title} · {seat.Department}{counts}", Small, x + 8, y + 23.5f, width, toLeft);
        }
    }

    private static void Write(PaperText text, SKCanvas canvas, string words, PaperStyle style, float x, float y, float width, bool toLeft)
    {
        var line = text.Lines(words, style, Box - 16)[0];
        PaperText.Draw(canvas, line, style, toLeft ? width - x - line.Width : x, y);
    }

    private static float Across(float x, float width, bool toLeft) => toLeft ? width - x : x;

    private static SKRect Mirror(SKRect box, float width, bool toLeft) => toLeft ? new SKRect(width - box.Right, box.Top, width - box.Left, box.Bottom) : box;
}
