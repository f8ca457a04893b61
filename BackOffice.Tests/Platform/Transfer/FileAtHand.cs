using System.IO.Compression;
using System.Text;

namespace BackOffice.Tests.Platform.Transfer;

/// <summary>A file that exists for one test.</summary>
internal sealed class FileAtHand : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"backoffice-test-{Guid.NewGuid():N}");

    public FileAtHand(byte[] content) => File.WriteAllBytes(Path, content);

    public FileAtHand(string text, Encoding? encoding = null) => File.WriteAllText(Path, text, encoding ?? new UTF8Encoding(false));

    public FileAtHand(Action<Stream> write)
    {
        using var file = File.Create(Path);
        write(file);
    }

    /// <summary>A spreadsheet with one sheet of these rows, given as the inside of sheetData; further parts by name.</summary>
    public static FileAtHand Spreadsheet(string rows, string? styles = null, string? strings = null, string book = "", params (string Name, string Text)[] parts) => new(file =>
    {
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add(zip, "xl/workbook.xml", $"<workbook {main} xmlns:r=\"{relations}\">{book}<sheets><sheet name=\"Hidden\" state=\"hidden\" r:id=\"x\"/><sheet name=\"Stock\" r:id=\"r1\"/></sheets></workbook>");
        Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Add(zip, "xl/styles.xml", $"<styleSheet {main}>{styles}</styleSheet>");
        Add(zip, "xl/sharedStrings.xml", $"<sst {main}>{strings}</sst>");
        Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>");
        foreach (var (name, text) in parts) Add(zip, name, text);
    });

    public static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    public void Dispose() => File.Delete(Path);
}
