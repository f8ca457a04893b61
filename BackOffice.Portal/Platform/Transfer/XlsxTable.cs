using System.Xml;
using BackOffice.Domain.Platform;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>A table in a sheet of a spreadsheet file.</summary>
public sealed class XlsxTable : Table
{
    private readonly string _path;
    private readonly List<string> _strings = [];
    private XlsxFormats _formats = new(from1904: false);
    private string _part = "";

    /// <summary>Opens a file and one of its sheets, the first visible one when none is named.</summary>
    /// <exception cref="RuleBroken">It is no spreadsheet, a bomb, or has no such sheet.</exception>
    public XlsxTable(string path, string? sheet = null, int? titleRow = null)
    {
        _path = path;
        (Sheets, Sheet, TitleRow, Columns) = Damage.Named(() => Open(sheet, titleRow), "UTF-8");
    }

    /// <summary>The names of the visible sheets.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>The sheet in use.</summary>
    public string Sheet { get; }

    /// <inheritdoc/>
    public override int TitleRow { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IEnumerable<TableRow> Rows() => Damage.Named(ReadRows(), "UTF-8");

    private IEnumerable<TableRow> ReadRows()
    {
        using var parts = new XlsxParts(_path);
        using var xml = parts.Open(_part);
        foreach (var (number, found) in new XlsxSheet(xml, _formats, _strings).Rows())
            if (number > TitleRow) yield return Row(number, found);
    }

    private TableRow Row(int number, List<(int Column, Cell Cell)> found)
    {
        var cells = new Cell[Columns.Count];
        Array.Fill(cells, Cell.Empty);
        Fault? fault = null;
        foreach (var (column, cell) in found)
        {
            if (cell.Text.Length > Cell.Longest)
                fault ??= new Fault(null, "Row {0}, column {1}: the cell \"{2}\" has {3:N0} characters. A cell may hold {4:N0}.", number, Letters(column), cell.Shown, cell.Text.Length, Cell.Longest);
            else if (column <= cells.Length) cells[column - 1] = cell;
            else fault ??= new Fault(null, "Row {0} has a value in column {1}, but the titles end at column {2}. Give the column a title or clear the cell.", number, Letters(column), Letters(cells.Length));
        }
        return new TableRow(number, cells, fault);
    }

    private (IReadOnlyList<string> Sheets, string Sheet, int TitleRow, IReadOnlyList<string> Columns) Open(string? wanted, int? titleRow)
    {
        using var parts = new XlsxParts(_path);
        var book = parts.Relations("").Find(r => r.Type == "officeDocument").Part;
        Rule.Require(book is not null && book.EndsWith(".xml", StringComparison.OrdinalIgnoreCase), "The file is not a spreadsheet that can be read. Save it as .xlsx or .csv.");
        var (sheets, from1904) = Book(parts, book!);
        Rule.Require(sheets.Count > 0, "The spreadsheet has no visible sheet.");
        var sheet = wanted is null ? sheets[0] : sheets.Find(s => string.Equals(s.Name, wanted, StringComparison.OrdinalIgnoreCase));
        Rule.Require(sheet.Name is not null, "The spreadsheet has no sheet \"{0}\". Choose one of: {1}.", wanted, string.Join(", ", sheets.Select(s => s.Name)));

        var relations = parts.Relations(book!);
        _part = relations.Find(r => r.Id == sheet.Id && r.Type == "worksheet").Part ?? throw new RuleBroken(new Fault(null, "The sheet \"{0}\" holds no table.", sheet.Name));
        ReadStyles(parts, relations.Find(r => r.Type == "styles").Part, from1904);
        ReadStrings(parts, relations.Find(r => r.Type == "sharedStrings").Part);
        using var xml = parts.Open(_part);
        var titles = FindTitles(new XlsxSheet(xml, _formats, _strings).Rows().Select(r => Sparse(r.Number, r.Cells)), titleRow) ?? throw new RuleBroken("The sheet is empty. Its first row has to hold the titles of the columns.");
        Rule.Require(titles.Cells.Length <= 1_000, "The titles reach to column {0}. A table may have {1:N0} columns.", Letters(titles.Cells.Length), 1_000);
        return (sheets.ConvertAll(s => s.Name), sheet.Name!, titles.Number, DistinctTitles(titles.Cells.Select(c => c.Shown)));
    }

    private static TableRow Sparse(int number, List<(int Column, Cell Cell)> found)
    {
        var cells = new Cell[found.Max(f => f.Column)];
        Array.Fill(cells, Cell.Empty);
        foreach (var (column, cell) in found) cells[column - 1] = cell;
        return new TableRow(number, cells);
    }

    private static (List<(string Name, string Id)> Sheets, bool From1904) Book(XlsxParts parts, string book)
    {
        var (sheets, from1904) = (new List<(string, string)>(), false);
        using var xml = parts.Open(book);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            sheets.Add((xml.GetAttribute("name") ?? "", id));
        }
        return (sheets, from1904);
    }

    private void ReadStyles(XlsxParts parts, string? part, bool from1904)
    {
        if (part is null) _formats = new XlsxFormats(from1904);
        else
        {
            using var xml = parts.Open(part);
            _formats = new XlsxFormats(xml, from1904);
        }
    }

    private void ReadStrings(XlsxParts parts, string? part)
    {
        if (part is null) return;
        using var xml = parts.Open(part);
        var more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") _strings.Add(XlsxSheet.ReadText(xml));
            else more = xml.Read();
        }
    }
}
