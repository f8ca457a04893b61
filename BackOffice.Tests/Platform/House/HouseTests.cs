using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using BackOffice.Domain.Platform.Rights;
using BackOffice.Portal.Platform.Data;

namespace BackOffice.Tests.Platform.House;

/// <summary>The plan of the house, held by tests.</summary>
public sealed class HouseTests
{
    private static readonly string[] Rooms = ["Organization", "Tasks", "Customers", "Inquiries", "Finance", "Inventory", "Documents", "Employees", "Loyalty", "Compliance", "Platform"];
    private static readonly string[] Everybodys = ["Platform", "Organization", "Tasks", "Documents"];

    [Fact]
    public void No_hand_written_file_is_longer_than_300_lines() =>
        Assert.Empty(Sources.All.Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n'))).Where(f => f.Lines > 300).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void Every_file_of_the_projects_lies_in_a_room()
    {
        string[] lobby = ["GlobalUsings.cs", "Program.cs", "_Imports.razor", "wwwroot", "Properties", "Journeys"];
        var strays = Sources.Of("BackOffice.Domain").Concat(Sources.Of("BackOffice.Portal")).Concat(Sources.Of("BackOffice.Tests")).Concat(Sources.Of("BackOffice.Benchmarks"))
            .Select(f => f.Path).Where(p => p.Split('/')[1] is var room && !Rooms.Contains(room) && !lobby.Contains(room));
        Assert.Empty(strays);
    }

    [Fact]
    public void The_domain_knows_the_base_library_and_entity_framework_and_nothing_else()
    {
        var known = typeof(Office).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.All(known, name => Assert.Matches(@"^(System(\..+)?|netstandard|Microsoft\.EntityFrameworkCore(\.Relational|\.Abstractions)?|Microsoft\.Extensions\..+\.Abstractions|Microsoft\.Win32\.Primitives)$", name));
    }

    [Fact]
    public void Arrows_between_domains_go_one_way_and_the_platform_knows_none()
    {
        var architecture = new ArchLoader().LoadAssemblies(typeof(Office).Assembly).Build();
        var arrows = (from type in architecture.Types
                      from target in type.Dependencies.Select(d => d.Target)
                      let a = RoomOf(type.FullName)
                      let b = RoomOf(target.FullName)
                      where a is not null && b is not null && a != b
                      select (From: a, To: b)).Distinct().ToList();

        Assert.DoesNotContain(arrows, a => a.From == "Platform");
        Assert.NotEmpty(architecture.Types);
        var ahead = arrows.Where(a => !Everybodys.Contains(a.To)).ToList();
        Assert.Empty(ahead.Where(a => Reaches(ahead, a.To, a.From)).Select(a => $"{a.From} -> {a.To} closes a circle"));
    }

    [Fact]
    public void Names_say_what_things_are_in_the_office()
    {
        var empty = new Regex("(Service|Manager|Helper|Handler|Dto|ViewModel|Impl|Util|Utils|Base|Info|Data)$", RegexOptions.None, TimeSpan.FromSeconds(1));
        var types = typeof(Office).Assembly.GetTypes().Concat(typeof(SqliteDb).Assembly.GetTypes())
            .Where(t => t.Namespace?.StartsWith("BackOffice.", StringComparison.Ordinal) == true && !t.Namespace.Contains("Migrations", StringComparison.Ordinal) && !t.Name.Contains('<', StringComparison.Ordinal));
        // A framework's own base class may give its name to the type that extends it.
        var bad = types.Where(t => empty.IsMatch(Plain(t)) && !(t.BaseType is { } parent && parent.Assembly != t.Assembly && Plain(parent) is var word && empty.Match(Plain(t)).Value == empty.Match(word).Value && word != "Object"));
        Assert.Empty(bad.Select(t => t.FullName));
    }

    [Fact]
    public void No_class_bears_the_name_of_its_folder() =>
        Assert.Empty(typeof(Office).Assembly.GetTypes().Concat(typeof(SqliteDb).Assembly.GetTypes())
            .Where(t => t.Namespace?.StartsWith("BackOffice.", StringComparison.Ordinal) == true && t.Namespace.Split('.')[^1] == Plain(t)).Select(t => t.FullName));

    [Fact]
    public void Pages_of_a_domain_ask_and_show_and_touch_no_plumbing()
    {
        var plumbing = new Regex(@"\b(DbContext|BackOfficeDb|IDbContextFactory|ISnackbar|HttpContext)\b|^\s*(try|catch)\b|\bcatch\s*\(", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        var pages = Sources.Of("BackOffice.Portal").Where(f => f.Path.EndsWith(".razor", StringComparison.Ordinal) && f.Path.Split('/')[1] is not "Platform").ToList();
        Assert.Empty(pages.Where(f => plumbing.IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Nobody_but_the_door_saves()
    {
        var saving = new Regex(@"\.SaveChanges(Async)?\(", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Empty(Sources.Of("BackOffice.Domain").Concat(Sources.Of("BackOffice.Portal")).Where(f => !f.Path.Contains("/Platform/Saving/", StringComparison.Ordinal) && saving.IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Nothing_is_left_to_do_and_nothing_fails_in_silence()
    {
        var left = new Regex(@"(?-i:\b(TODO|FIXME|HACK|NotImplementedException)\b)|//+\s*todo\b|catch\s*(\(Exception( \w+)?\)\s*)?\{\s*\}|coming soon", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        Assert.Empty(Sources.All.Where(f => !f.Path.EndsWith("HouseTests.cs", StringComparison.Ordinal) && left.IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Every_kind_of_record_has_a_name_and_a_number_of_its_own()
    {
        Assert.Equal(RecordKinds.All.Count, RecordKinds.All.Values.Select(k => k.Kind).Distinct().Count());
        Assert.Equal(RecordKinds.All.Count, RecordKinds.All.Values.Select(k => k.Number).Distinct().Count());
        Assert.All(RecordKinds.All.Values, k => Assert.True(k.Permission == Permission.SignedIn || Permission.All.Any(p => p.Name == k.Permission), k.Kind));
    }

    private static string Plain(System.Type type) => type.Name.Split('`')[0];

    private static string? RoomOf(string fullName) => fullName.Split('.') is ["BackOffice", "Domain", var room, ..] && Rooms.Contains(room) ? room : null;

    private static bool Reaches(List<(string From, string To)> arrows, string from, string to)
    {
        var seen = new HashSet<string>();
        var next = new Stack<string>([from]);
        while (next.TryPop(out var room))
        {
            if (room == to) return true;
            if (seen.Add(room)) foreach (var arrow in arrows.Where(a => a.From == room)) next.Push(arrow.To);
        }
        return false;
    }
}
