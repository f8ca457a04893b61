using System.Globalization;
using System.Text;

namespace BackOffice.Portal.Platform.Grids;

/// <summary>Writes what a person sees of a list into the address and reads it back, so that a link or the back button restores it.</summary>
/// <param name="home">How the list looks when the address says nothing; only what differs is written.</param>
/// <param name="prefix">Tells the lists of one page apart; empty for the only one.</param>
public sealed class GridAddress(GridState home, string prefix = "")
{
    private const int LargestPage = 10_000_000;

    /// <summary>The state that an address asks for; what it does not understand stays as at home.</summary>
    public GridState Read(string address)
    {
        var state = home;
        foreach (var (name, value) in Pairs(address))
        {
            state = name switch
            {
                "q" => state with { Search = value },
                "sort" => state with { Sorts = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(SortOf)] },
                "where" when FilterOf(value) is { } filter => state with { Filters = [.. state.Filters, filter] },
                "page" when Number(value, LargestPage) is { } page => state with { Page = page },
                "rows" when Number(value, GridPaging.MostRows) is { } size => state with { Size = size },
                "columns" => state with { Columns = value.Split(',', StringSplitOptions.RemoveEmptyEntries) },
                _ => state,
            };
        }

        return state;
    }

    /// <summary>The address with this list's part replaced; everything else in it stays.</summary>
    public string Write(string address, GridState state)
    {
        var (path, query) = Split(address);
        var others = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsOurs(part));
        return string.Join('?', new[] { path, string.Join('&', others.Concat(Parts(state))) }.Where(part => part.Length > 0));
    }

    /// <summary>This list's part of an address alone: what a saved view keeps.</summary>
    public string Write(GridState state) => string.Join('&', Parts(state));

    /// <summary>What an export is asked for: the rows of a state with the columns shown, and what else the list's use case takes.</summary>
    public static string ForExport(GridState state, IEnumerable<string> columns, string of)
    {
        var list = new GridAddress(new GridState()).Write(state with { Page = 1, Size = 20, Columns = [.. columns] });
        return string.Join('&', new[] { list, of }.Where(part => part.Length > 0));
    }

    private IEnumerable<string> Parts(GridState state)
    {
        if (state.Search.Length > 0) yield return Part("q", state.Search);
        foreach (var f in state.Filters) yield return Part("where", $"{f.Column}.{f.Operator}{(f.Value is null ? "" : "." + f.Value)}");
        if (!state.Sorts.SequenceEqual(home.Sorts)) yield return Part("sort", string.Join(',', state.Sorts.Select(s => (s.Descending ? "-" : "") + s.Column)));
        if (!state.Columns.SequenceEqual(home.Columns)) yield return Part("columns", string.Join(',', state.Columns));
        if (state.Size != home.Size) yield return Part("rows", state.Size.ToString(CultureInfo.InvariantCulture));
        if (state.Page != 1) yield return Part("page", state.Page.ToString(CultureInfo.InvariantCulture));
    }

    private string Part(string name, string value) => $"{prefix}{name}={Escaped(value)}";

    // Readable addresses: what RFC 3986 allows in a query stays as it is.
    private static string Escaped(string value) => new StringBuilder(Uri.EscapeDataString(value)).Replace("%2C", ",").Replace("%3A", ":").Replace("%20", "+").ToString();

    private IEnumerable<(string Name, string Value)> Pairs(string address)
    {
        foreach (var part in Split(address).Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsOurs(part)) continue;
            var at = part.IndexOf('=', StringComparison.Ordinal);
            yield return (part[prefix.Length..at], Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')));
        }
    }

    private bool IsOurs(string part) => part.IndexOf('=', StringComparison.Ordinal) is var at && at > prefix.Length
        && part.StartsWith(prefix, StringComparison.Ordinal) && part[prefix.Length..at] is "q" or "where" or "sort" or "columns" or "rows" or "page";

    private static (string Path, string Query) Split(string address)
    {
        var bare = address.Split('#')[0];
        var at = bare.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? (bare, "") : (bare[..at], bare[(at + 1)..]);
    }

    private static GridSort SortOf(string text) => text[0] == '-' ? new(text[1..], Descending: true) : new(text);

    private static GridFilter? FilterOf(string text)
    {
        var parts = text.Split('.', 3);
        return parts.Length > 1 && Enum.TryParse(parts[1], ignoreCase: true, out GridOperator how) && Enum.IsDefined(how)
            ? new GridFilter(parts[0], how, parts.Length > 2 ? parts[2] : null) : null;
    }

    private static int? Number(string text, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest ? number : null;
}
