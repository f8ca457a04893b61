using System.Globalization;
using System.Xml;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>Tells which cell styles of a spreadsheet show a date, and turns the spreadsheet's day numbers into dates.</summary>
internal sealed class XlsxFormats
{
    private readonly List<bool> _styles = [];
    private readonly bool _from1904;

    /// <summary>The formats of a spreadsheet without styles.</summary>
    public XlsxFormats(bool from1904) => _from1904 = from1904;

    /// <summary>Reads the styles of a spreadsheet.</summary>
    public XlsxFormats(XmlReader xml, bool from1904) : this(from1904)
    {
        var own = new Dictionary<string, bool>(StringComparer.Ordinal);
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") own[xml.GetAttribute("numFmtId") ?? ""] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
            if (!inCells || xml.LocalName != "xf" || _styles.Count >= 65_536) continue;
            var format = xml.GetAttribute("numFmtId") ?? "0";
            _styles.Add(own.TryGetValue(format, out var date) ? date : IsBuiltInDate(format));
        }
    }

    /// <summary>True when the style shows a date or a time.</summary>
    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _styles.Count && _styles[index];

    /// <summary>A number of the spreadsheet as plain digits: binary crumbs such as 0.30000000000000004 fall away at the 15th digit, as on its own screen.</summary>
    public static string Number(string raw)
    {
        if (raw.Length <= 15 && !raw.AsSpan().ContainsAnyExceptInRange('0', '9')) return raw;
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e27) return raw;
        return ((decimal)number).ToString("0.#############################", CultureInfo.InvariantCulture);
    }

    /// <summary>A day number as an ISO date, with its time when it has one; a number that is no day stays as it is.</summary>
    public string Date(string raw)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 0 and < 2_958_466)) return raw;
        if (_from1904) serial += 1462;
        // The spreadsheets' calendar has a 29 February 1900; the real one has not.
        else if (serial is >= 1 and < 60) serial++;
        var moment = DateTime.FromOADate(serial).AddMilliseconds(500);
        var second = new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerSecond);
        var format = serial < 1 ? "HH:mm:ss" : second.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        return second.ToString(format, CultureInfo.InvariantCulture);
    }

    private static bool IsBuiltInDate(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    // Outside quotes, brackets and escapes a date's letters remain; [h] and [mm] are times too.
    private static bool ShowsDate(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"' or '[':
                    var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                    if (code[i] == '[' && end == i + 2 && "hmsHMS".Contains(code[i + 1])) return true;
                    if (end < 0) return false;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S':
                    return true;
            }
        }
        return false;
    }
}
