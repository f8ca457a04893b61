using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Portal.Platform.Shell;

/// <summary>One entry of the navigation.</summary>
/// <param name="Page">The component.</param>
/// <param name="Nav">What the page says of itself.</param>
/// <param name="Address">Where it opens.</param>
/// <param name="Rights">What opening it takes.</param>
public sealed record NavEntry(Type Page, NavAttribute Nav, string Address, IReadOnlyList<IAuthorizeData> Rights);

/// <summary>Entries that belong together: a domain, the personal pages or the administration.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Name">In English; key of its translation.</param>
/// <param name="Icon">One of <see cref="Glyphs"/>.</param>
/// <param name="Entries">In order, at least one.</param>
public sealed record NavGroup(NavKind Kind, string Name, string Icon, IReadOnlyList<NavEntry> Entries);

/// <summary>The three parts of the navigation, from top to bottom.</summary>
public enum NavKind
{
    /// <summary>What concerns the person.</summary>
    Personal,

    /// <summary>A trade of the office.</summary>
    Domain,

    /// <summary>The house itself.</summary>
    Administration,
}

/// <summary>Every page of the portal as its own attributes describe it, read once from the assembly.</summary>
public static class SiteMap
{
    private static readonly Assembly Portal = typeof(SiteMap).Assembly;

    private static readonly Type[] Pages = [.. Portal.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute)))];

    private static readonly Dictionary<string, NavGroupAttribute> Domains = Portal.GetCustomAttributes<NavGroupAttribute>().ToDictionary(g => g.Domain, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> RecordPages = Pages
        .Select(p => (Page: p, Shows: p.GetCustomAttributes().OfType<IShows>().FirstOrDefault()))
        .Where(x => x.Shows is not null)
        .ToDictionary(x => x.Shows!.Record, x => x.Page.GetCustomAttributes<RouteAttribute>().Single(r => r.Template.EndsWith("{Id:long}", StringComparison.Ordinal)).Template);

    private static readonly Dictionary<string, Type> RecordsByAddress =
        RecordPages.ToDictionary(p => "/" + p.Value.TrimStart('/').Replace("{Id:long}", "", StringComparison.Ordinal), p => p.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The whole navigation, as somebody sees it who may see everything.</summary>
    public static IReadOnlyList<NavGroup> Groups { get; } = Read();

    /// <summary>The components that show on the start page, in order.</summary>
    public static IReadOnlyList<Type> TodayPanels { get; } =
        [.. Portal.GetTypes().Where(t => t.IsDefined(typeof(TodayAttribute))).OrderBy(t => t.GetCustomAttribute<TodayAttribute>()!.Order).ThenBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>All entries of all groups.</summary>
    public static IEnumerable<(NavGroup Group, NavEntry Entry)> Entries => Groups.SelectMany(g => g.Entries.Select(e => (g, e)));

    /// <summary>The entry that an address belongs to: the one with the longest matching start.</summary>
    public static (NavGroup Group, NavEntry Entry)? At(string path) => Entries
        .Where(x => path == x.Entry.Address || path.StartsWith(x.Entry.Address.TrimEnd('/') + "/", StringComparison.Ordinal) && x.Entry.Address != "/")
        .OrderByDescending(x => x.Entry.Address.Length)
        .Select(x => ((NavGroup, NavEntry)?)x)
        .FirstOrDefault();

    /// <summary>Where a record opens, or null when no page shows its kind.</summary>
    public static string? AddressOf(RecordRef record) =>
        RecordPages.TryGetValue(RecordKinds.TypeOf(record.Kind), out var route) ? "/" + route.TrimStart('/').Replace("{Id:long}", FormattableString.Invariant($"{record.Id}"), StringComparison.Ordinal) : null;

    /// <summary>The record that an address shows, or null when it shows none.</summary>
    public static RecordRef? RecordAt(string path)
    {
        var end = path.LastIndexOf('/') + 1;
        return long.TryParse(path[end..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && RecordsByAddress.TryGetValue(path[..end], out var record)
            ? new RecordRef(RecordKinds.Of(record).Kind, id)
            : null;
    }

    private static List<NavGroup> Read() =>
    [
        .. Pages
            .Where(p => p.IsDefined(typeof(NavAttribute)))
            .Select(p => new NavEntry(p, p.GetCustomAttribute<NavAttribute>()!, p.GetCustomAttributes<RouteAttribute>().First(r => !r.Template.Contains('{')).Template, [.. p.GetCustomAttributes<AuthorizeAttribute>()]))
            .GroupBy(e => (Kind: KindOf(e), Domain: KindOf(e) == NavKind.Domain ? DomainOf(e.Page) : ""))
            .Select(g => GroupOf(g.Key.Kind, g.Key.Domain, [.. g.OrderBy(e => e.Nav.Order).ThenBy(e => e.Address, StringComparer.Ordinal)]))
            .OrderBy(g => g.Kind).ThenBy(g => OrderOf(g.Name)).ThenBy(g => g.Name, StringComparer.Ordinal),
    ];

    private static NavKind KindOf(NavEntry entry) =>
        entry.Nav.Personal ? NavKind.Personal : DomainOf(entry.Page) == "Platform" ? NavKind.Administration : NavKind.Domain;

    private static NavGroup GroupOf(NavKind kind, string domain, IReadOnlyList<NavEntry> entries) => kind switch
    {
        NavKind.Personal => new(kind, nameof(NavKind.Personal), Glyphs.Home, entries),
        NavKind.Administration => new(kind, nameof(NavKind.Administration), Glyphs.Gear, entries),
        _ => new(kind, domain, Domains.GetValueOrDefault(domain)?.Icon ?? Glyphs.Paper, entries),
    };

    private static int OrderOf(string domain) => Domains.GetValueOrDefault(domain)?.Order ?? int.MaxValue;

    private static string DomainOf(Type page) => page.Namespace!["BackOffice.Portal.".Length..].Split('.')[0];
}
