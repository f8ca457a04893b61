using System.Buffers.Binary;
using System.IO.Compression;
using BackOffice.Domain.Platform;
using BackOffice.Portal.Platform.Transfer;

namespace BackOffice.Tests.Platform.Transfer;

public class XlsxBombTests
{
    private static RuleBroken Refused(FileAtHand file)
    {
        using (file) return Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path).Rows().Count());
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_50_MB_is_given_up_while_reading()
    {
        var file = FileAtHand.Spreadsheet("<row><c t=\"inlineStr\"><is><t>A</t></is></c></row>" + string.Concat(Enumerable.Repeat($"<row><!--{new string(' ', 1_000_000)}--></row>", 60)));
        Assert.True(new FileInfo(file.Path).Length < 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("A part of the spreadsheet unpacks to more than 50 MB and is not read. Split the file.", Refused(file).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    [Fact]
    public void A_lie_about_the_unpacked_size_does_not_help()
    {
        var file = FileAtHand.Spreadsheet("<row><c t=\"inlineStr\"><is><t>A</t></is></c></row>" + new string(' ', 60_000_000));
        var bytes = File.ReadAllBytes(file.Path);
        for (var i = 0; i + 46 < bytes.Length; i++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)) == 0x02014b50 && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i + 24)) > 50_000_000)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i + 24), 1_000);
        File.WriteAllBytes(file.Path, bytes);
        Assert.NotEmpty(Refused(file).Message);
    }

    [Fact]
    public void All_parts_together_may_not_unpack_to_more_than_200_MB()
    {
        // Every part stays below its own limit; relations make the reader open them all.
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var padding = $"<!--{new string('-', 0)}{new string(' ', 49_000_000)}-->";
        var file = new FileAtHand(stream =>
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            FileAtHand.Add(zip, "_rels/.rels", $"<Relationships>{padding}<Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"book.xml\"/></Relationships>");
            FileAtHand.Add(zip, "book.xml", $"<workbook xmlns:r=\"{relations}\">{padding}<sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
            FileAtHand.Add(zip, "_rels/book.xml.rels", $"<Relationships>{padding}<Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/sharedStrings\" Target=\"strings.xml\"/></Relationships>");
            FileAtHand.Add(zip, "styles.xml", $"<styleSheet>{padding}</styleSheet>");
            FileAtHand.Add(zip, "strings.xml", $"<sst>{padding}</sst>");
            FileAtHand.Add(zip, "sheet.xml", "<worksheet/>");
        });
        Assert.Equal("The spreadsheet unpacks to more than 200 MB and is not read. Split the file.", Refused(file).Message);
    }

    [Theory]
    [InlineData(1_994, false)]
    [InlineData(1_995, true)]
    public void More_than_2_000_parts_are_refused_before_the_archive_is_opened(int more, bool refused)
    {
        var parts = Enumerable.Range(0, more).Select(i => ($"xl/media/{i}.xml", "")).ToArray();
        using var file = FileAtHand.Spreadsheet("<row><c t=\"inlineStr\"><is><t>A</t></is></c></row>", parts: parts);
        if (!refused) Assert.Equal(["A"], TableFile.Open(file.Path).Columns);
        else Assert.Contains("more than 2,000 parts", Assert.Throws<RuleBroken>(() => TableFile.Open(file.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">")]
    public void A_document_type_is_refused_whatever_it_says(string type)
    {
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var file = new FileAtHand(stream =>
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            FileAtHand.Add(zip, "_rels/.rels", $"{type}<Relationships><Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"book.xml\"/></Relationships>");
        });
        Assert.Contains("not safe to read", Refused(file).Message, StringComparison.Ordinal);
    }
}
