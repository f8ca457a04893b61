using System.Globalization;
using System.Text;
using System.Xml;
using BackOffice.Domain.Platform.Transfer;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Reads the rows of a spreadsheet's sheet one after the other; formulas count as the value that was stored with them.</summary>
internal sealed class XlsxSheet(XmlReader xml, XlsxFormats formats, IReadOnlyList<string> strings)
{
    private const int LastColumn = 16_384;

    /// <summary>The row's number, and the cells that hold something by their column, 1 for A.</summary>
    public IEnumerable<(int Number, List<(int Column, Cell Cell)> Cells)> Rows()
    {
        var number = 0;
        var cells = new List<(int, Cell)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number = Number(xml.GetAttribute("r")) ?? number + 1;
            cells.Clear();
            if (!xml.IsEmptyElement) ReadCells(cells);
            if (cells.Count > 0) yield return (number, cells);
        }
    }

    // Stands on the row's element; leaves on its end.
    private void ReadCells(List<(int, Cell)> cells)
    {
        var column = 0;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = Column(xml.GetAttribute("r")) ?? column + 1;
            if (xml.IsEmptyElement || column > LastColumn) continue;
            var cell = ReadCell(xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
            if (!cell.IsEmpty) cells.Add((column, cell));
        }
    }

    private Cell ReadCell(string type, string? style)
    {
        var value = "";
        var depth = xml.Depth;
        var more = xml.Read();
        while (more && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v") value = xml.ReadElementContentAsString();
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is") value = ReadText(xml);
            else if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1) xml.Skip();
            else more = xml.Read();
        }
        return type switch
        {
            _ when value.Length == 0 => Cell.Empty,
            "s" => new Cell(Number(value) is { } index && index < strings.Count ? strings[index] : throw new InvalidDataException()),
            "b" => new Cell(value == "1" ? "TRUE" : "FALSE"),
            "e" => new Cell(value, CellKind.Error),
            "str" => new Cell(Unescape(value)),
            "inlineStr" or "d" => new Cell(value),
            _ when formats.IsDate(style) => new Cell(formats.Date(value)),
            _ => new Cell(XlsxFormats.Number(value), CellKind.Number),
        };
    }

    /// <summary>The text of a string item: all its runs, without the reading aids of Japanese. Leaves behind its end.</summary>
    public static string ReadText(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        var more = !xml.IsEmptyElement;
        xml.Read();
        while (more && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t") text.Append(xml.ReadElementContentAsString());
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh") xml.Skip();
            else xml.Read();
        }
        if (more) xml.Read();
        return Unescape(text.ToString());
    }

    // _x000D_ stands for a character that XML cannot hold.
    private static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
            if (char.IsAsciiLetter(c) && column <= LastColumn) column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            else break;
        return column == 0 ? null : column;
    }
}
