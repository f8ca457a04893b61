namespace BackOffice.Portal.Platform.Shell;

/// <summary>The portal's own icons: one stroke set on a 24 grid, as strings that MudIcon takes and the <see cref="Glyph"/> part draws.</summary>
public static class Glyphs
{
    private const string Open = "<g class=\"glyph\"><path d=\"";
    private const string Close = "\"/></g>";

    public const string Home = Open + "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z" + Close;
    public const string Inbox = Open + "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5" + Close;
    public const string Checklist = Open + "M4 6l1.5 1.5L8 5M4 13l1.5 1.5L8 12M11 6.5h9M11 13.5h9M11 19.5h9M5 19.5h1" + Close;
    public const string Stamp = Open + "M9 12V8a3 3 0 1 1 6 0v4M5 16v-2a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v2zM5 20h14" + Close;
    public const string Board = Open + "M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v12h-4z" + Close;
    public const string Chart = Open + "M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6" + Close;
    public const string Organization = Open + "M9 4h6v4H9zM4 16h5v4H4zM15 16h5v4h-5zM12 8v4M6.5 16v-4h11v4" + Close;
    public const string People = Open + "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 5.4a3 3 0 0 1 0 5.2M17.5 14.2a5.5 5.5 0 0 1 3 4.8" + Close;
    public const string Person = Open + "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0" + Close;
    public const string Speech = Open + "M4 5h16v11H10l-4 3.5V16H4z" + Close;
    public const string Banknote = Open + "M4 7h16v10H4zM12 14.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM7 12h.01M17 12h.01" + Close;
    public const string Box = Open + "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8" + Close;
    public const string Paper = Open + "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" + Close;
    public const string Badge = Open + "M5 5h14v15H5zM12 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 17a3.5 3.5 0 0 1 7 0M10 3h4v3h-4z" + Close;
    public const string Heart = Open + "M12 19S5 14.6 5 9.8A3.8 3.8 0 0 1 12 8a3.8 3.8 0 0 1 7 1.8C19 14.6 12 19 12 19z" + Close;
    public const string Shield = Open + "M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6zM9 12l2 2 4-4" + Close;
    public const string Clock = Open + "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.2l2.8 1.8" + Close;
    public const string Key = Open + "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v3M17 12v3" + Close;
    public const string Truck = Open + "M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" + Close;
    public const string Shelf = Open + "M4 4v16M20 4v16M4 12h16M4 19h16M8 12V7h4v5M13 19v-4h4v4" + Close;
    public const string Search = Open + "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.5 15.5L20 20" + Close;
    public const string Bell = Open + "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4" + Close;
    public const string Help = Open + "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.8 9.8a2.3 2.3 0 1 1 3.2 2.1c-.7.4-1 .8-1 1.6M12 16.4h.01" + Close;
    public const string Menu = Open + "M4 7h16M4 12h16M4 17h16" + Close;
    public const string Plus = Open + "M12 5v14M5 12h14" + Close;
    public const string Minus = Open + "M5 12h14" + Close;
    public const string Cross = Open + "M6 6l12 12M18 6L6 18" + Close;
    public const string Check = Open + "M5 12.5l4.5 4.5L19 7" + Close;
    public const string Upload = Open + "M12 15V4M8 8l4-4 4 4M5 20h14" + Close;
    public const string Download = Open + "M12 4v11M8 11l4 4 4-4M5 20h14" + Close;
    public const string Columns = Open + "M4 5h16v14H4zM9.5 5v14M14.5 5v14" + Close;
    public const string Filter = Open + "M4 6h16M7 12h10M10 18h4" + Close;
    public const string ChevronDown = Open + "M6 9l6 6 6-6" + Close;
    public const string ChevronUp = Open + "M6 15l6-6 6 6" + Close;
    public const string Forward = Open + "M9 6l6 6-6 6" + Close;
    public const string Back = Open + "M15 6l-6 6 6 6" + Close;
    public const string First = Open + "M17 6l-6 6 6 6M7 6v12" + Close;
    public const string Last = Open + "M7 6l6 6-6 6M17 6v12" + Close;
    public const string ArrowUp = Open + "M12 19V5M7 10l5-5 5 5" + Close;
    public const string ArrowDown = Open + "M12 5v14M7 14l5 5 5-5" + Close;
    public const string Cart = Open + "M4 5h2l2 10h9l2-7H7M9 19h.01M16 19h.01" + Close;
    public const string Transfer = Open + "M4 8h13M14 5l3 3-3 3M20 16H7M10 13l-3 3 3 3" + Close;
    public const string Tag = Open + "M4 5h8l8 8-7 7-9-9zM8 9h.01" + Close;
    public const string Archive = Open + "M4 5h16v4H4zM5.5 9v10h13V9M10 13h4" + Close;
    public const string Bin = Open + "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5" + Close;
    public const string Refresh = Open + "M19 8a8 8 0 1 0 1 6M19 4v4h-4" + Close;
    public const string Undo = Open + "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3" + Close;
    public const string Dots = Open + "M5.5 12a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0zM12.5 12a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0zM19.5 12a.5.5 0 1 1-1 0 .5.5 0 0 1 1 0z" + Close;
    public const string Eye = Open + "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" + Close;
    public const string Calendar = Open + "M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7" + Close;
    public const string Forbidden = Open + "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM6.5 6.5l11 11" + Close;
    public const string Warning = Open + "M12 4l9 16H3zM12 10v4M12 17h.01" + Close;
    public const string Note = Open + "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8h.01" + Close;
    public const string Play = Open + "M8 5l11 7-11 7z" + Close;
    public const string Stop = Open + "M7 7h10v10H7z" + Close;
    public const string Pencil = Open + "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3" + Close;
    public const string Offline = Open + "M4 4l16 16M5 11a10 10 0 0 1 4-2.3M19 11a10 10 0 0 0-6-2.8M8.5 14.5a5 5 0 0 1 5-1.2M12 18.5h.01" + Close;
    public const string Lock = Open + "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" + Close;
    public const string Clip = Open + "M18 11l-6.5 6.5a4 4 0 0 1-5.6-5.6L13 4.8a2.7 2.7 0 0 1 3.8 3.8L10 15.4a1.3 1.3 0 0 1-1.9-1.9l6-6" + Close;
    public const string Arrow = Open + "M5 12h14M13 6l6 6-6 6" + Close;
    public const string History = Open + "M5 12a7 7 0 1 0 2.2-5.1M7 3v4h4M12 8.5V12l2.5 1.5" + Close;
    public const string Star = Open + "M12 4l2.5 5.2 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z" + Close;
    public const string Gear = Open + "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2" + Close;
    public const string Mail = Open + "M4 6h16v12H4zM4 7l8 6 8-6" + Close;
    public const string Printer = Open + "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" + Close;
    public const string SignOut = Open + "M10 4H5v16h5M9 12h11M16 8l4 4-4 4" + Close;
    public const string Language = Open + "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16" + Close;
    public const string Database = Open + "M5 6.5C5 5 8 4 12 4s7 1 7 2.5S16 9 12 9 5 8 5 6.5zM5 6.5v11C5 19 8 20 12 20s7-1 7-2.5v-11M5 12c0 1.5 3 2.5 7 2.5s7-1 7-2.5" + Close;
    public const string Scales = Open + "M12 4v16M8 20h8M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z" + Close;
    public const string Drag = Open + "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" + Close;

    /// <summary>The bare path of a glyph.</summary>
    public static string Path(string glyph) => glyph[Open.Length..^Close.Length];
}
