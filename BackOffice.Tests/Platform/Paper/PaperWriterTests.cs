using System.Globalization;
using System.Text;
using BackOffice.Portal.Platform.Paper;

namespace BackOffice.Tests.Platform.Paper;

public class PaperWriterTests
{
    internal static PaperDocument Order(int lines, bool urdu = false) => new()
    {
        Title = urdu ? "خریداری آرڈر" : "Purchase order",
        Subtitle = "PO-2026-00042",
        Company = urdu ? "کراچی ٹریڈنگ کمپنی" : "Northwind Trading",
        CompanyAddress = "12 Harbour Road\nLondon EC1 4SD",
        RightToLeft = urdu,
        PageWords = urdu ? "صفحہ {0} از {1}" : "Page {0} of {1}",
        At = new DateTime(2026, 11, 23, 9, 41, 0, DateTimeKind.Utc),
        Blocks =
        [
            new PaperFacts(new PaperFact(urdu ? "سپلائر" : "Supplier", "Exotic Liquids\n49 Gilbert St.\nLondon"), new PaperFact(urdu ? "ترسیل" : "Deliver to", "مرکزی گودام، لاہور 54000"), new PaperFact("Order date", "23 Nov 2026"), new PaperFact("Currency", "EUR")),
            new PaperTable(
                [new("No.", 0.5f), new(urdu ? "شے" : "Item", 4), new("Quantity", 1, IsNumber: true), new("Price", 1, IsNumber: true), new("Total", 1.2f, IsNumber: true)],
                [.. Enumerable.Range(1, lines).Select(i => (IReadOnlyList<string>)[i.ToString(CultureInfo.InvariantCulture), i % 3 == 0 ? $"چائے {i} عدد (Earl Grey, 250 g)" : i % 3 == 1 ? "Chai, black tea with cardamom in a very long tin box whose name goes on and on until it needs a second line" : "Crème brûlée Ω Жар", "1,234", "18.00", "22,212.00"])]),
            new PaperTotals(new PaperFact("Net", "22,212.00"), new PaperFact("VAT 20 %", "4,442.40"), new PaperFact(urdu ? "کل" : "Total EUR", "26,654.40")),
            new PaperNotes(urdu ? "براہ کرم ترسیل سے ایک دن پہلے فون کریں (0300-1234567)۔ Gate B only." : "Deliver between 08:00 and 12:00 at gate B.", urdu ? "نوٹ" : "Notes"),
        ],
    };

    private static string Ascii(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    private static int Pages(byte[] pdf) => Ascii(pdf).Split("/Type /Page\n").Length - 1;

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(PaperWriter.Write(Order(40)), PaperWriter.Write(Order(40)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(200, 5)]
    public void A_long_table_goes_on_over_as_many_pages_as_it_needs(int lines, int atLeast)
    {
        var pdf = PaperWriter.Write(Order(lines));
        Assert.StartsWith("%PDF-", Ascii(pdf), StringComparison.Ordinal);
        Assert.InRange(Pages(pdf), atLeast, atLeast + lines / 15);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_fonts_are_inside_the_file(bool urdu)
    {
        var pdf = Ascii(PaperWriter.Write(Order(6, urdu)));
        Assert.Contains("Inter", pdf, StringComparison.Ordinal);
        Assert.Contains("NotoNaskhArabic", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chai 🫖 ☕", true)]
    [InlineData("چائے 🍵", true)]
    [InlineData("Chai № 5 → ½ × 3", false)]
    public void Pictures_in_a_text_have_a_font_of_their_own_and_only_they(string text, bool pictures) =>
        Assert.Equal(pictures, Ascii(PaperWriter.Write(Order(1) with { Blocks = [new PaperNotes(text)] })).Contains("NotoEmoji", StringComparison.Ordinal));

    [Fact]
    public void A_name_that_is_one_endless_word_or_longer_than_a_page_is_still_put_down_whole()
    {
        var pdf = PaperWriter.Write(Order(1) with { Blocks = [new PaperTable([new("Item"), new("Price", 1, IsNumber: true)], [[new string('W', 5_000), "1"], [string.Join(' ', Enumerable.Repeat("word", 3_000)), "2"]])] });
        Assert.True(Pages(pdf) > 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🫖 emoji \ud800 half")]
    [InlineData("tab\tand\u0001control")]
    [InlineData("\u202eevil\u202c")]
    [InlineData("日本語のお茶")]
    public void No_text_whatever_makes_writing_fall_over(string text) =>
        Assert.Equal(1, Pages(PaperWriter.Write(Order(1) with { Title = text, Blocks = [new PaperNotes(text), new PaperTable([new("A")], [[text]]), new PaperFacts()] })));
}
