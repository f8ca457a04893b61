namespace BackOffice.Portal.Platform.Transfer;

/// <summary>The fixed parts of a spreadsheet file with one sheet.</summary>
internal static class XlsxPartTexts
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Plain = "fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";
    private const string Bold = "fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";

    public const string ContentTypes = $"""
        {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/></Types>
        """;

    public const string PackageRelations = $"""
        {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    public const string Workbook = $"""
        {Head}<workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    public const string WorkbookRelations = $"""
        {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relation}/styles" Target="styles.xml"/></Relationships>
        """;

    // Cell formats in order: plain, title, text that stays text when it is edited (quotePrefix), day, point of time.
    public const string Styles = $"""
        {Head}<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" {Plain}/><xf numFmtId="49" {Bold} applyFont="1" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" {Plain} applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="164" {Plain} applyNumberFormat="1"/><xf numFmtId="165" {Plain} applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    // The titles stay in sight while the rows scroll.
    public const string SheetStart = $$"""
        {{Head}}<worksheet xmlns="{{Main}}"><sheetViews><sheetView workbookViewId="0"{direction}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>
        """;
}
